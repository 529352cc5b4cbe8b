public import AccessModel

/// Correct an earlier event: it stays as it is, and reads otherwise from now on.
public struct CorrectEvent: Sendable {
  /// What was wrong with it.
  public enum Change: Hashable, Sendable {
    /// It should not have been recorded at all.
    case void
    /// A field of its data, or `effective`, should hold this, as canonical JSON; `nil` when it should be left out.
    case value(field: String, String?)
    /// A free text should have been this one.
    case text(field: String, String)
  }

  /// The position of the event.
  public var position: UInt64
  public var change: Change
  public var decider: PersonID
  /// How many corrections of the event were known to whoever asks; `nil` when it does not matter.
  public var seen: Int?

  public init(position: UInt64, change: Change, decider: PersonID, seen: Int? = nil) {
    self.position = position
    self.change = change
    self.decider = decider
    self.seen = seen
  }
}
