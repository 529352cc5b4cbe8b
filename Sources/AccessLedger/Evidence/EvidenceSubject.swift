public import AccessModel
import Diagnostics

/// What a piece of evidence is about.
///
/// Written `grant grant/G-1`, `decision request/R-1` or `review 17`.
public struct EvidenceSubject: Hashable, Sendable {
  /// What is to be shown.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A grant with the requests it rests on and all that became of it.
    case grant
    /// A decision: on a request, to delegate, or on an exception from a separation of duties.
    case decision
    /// One item of a review.
    case review
  }

  /// Where it stands in the log.
  public enum Place: Hashable, Sendable {
    case stream(StreamID)
    case position(UInt64)
  }

  public var kind: Kind
  public var place: Place

  public init(_ kind: Kind, _ place: Place) {
    self.kind = kind
    self.place = place
  }

  /// The two words, as a bundle has them.
  public var text: String {
    switch place {
    case .stream(let stream): "\(kind.rawValue) \(stream)"
    case .position(let position): "\(kind.rawValue) \(position)"
    }
  }

  /// Reads the two words; `nil` for what `text` would not write.
  init?(kind: Substring, place: Substring) {
    guard let kind = Kind(rawValue: String(kind)) else { return nil }
    var bytes = Array(place.utf8)
    if kind == .review {
      guard let position = UInt64(place), "\(position)" == place else { return nil }
      self.init(kind, .position(position))
      return
    }
    guard let stream = bytes.withUnsafeMutableBytes({ StreamID(bytes: UnsafeRawBufferPointer($0)) })
    else { return nil }
    switch (kind, stream.kind) {
    case (.grant, .grant), (.decision, .request), (.decision, .delegation),
      (.decision, .separation):
      self.init(kind, .stream(stream))
    default: return nil
    }
  }

  /// The grant that it is about, when it is about one by name.
  var grant: GrantID? {
    guard case .stream(let stream) = place, stream.kind == .grant else { return nil }
    return stream.identifier(GrantID.self)
  }
}
