public import AccessModel
public import CanonicalJSON

/// The shape of one type of fact: its fields in their fixed order, declared once.
///
/// `visitFields` is the only list of fields there is. Reading, writing and the page in the catalogue are three visitors of it. The
/// order and the keys are a storage contract.
public protocol EventPayload: Hashable, Sendable {
  static var kind: EventKind { get }
  /// The version of the shape, from 1.
  static var version: Int64 { get }
  static var description: EventDescription { get }

  /// Values that mean nothing, for the reader to replace.
  init(blank: Void)

  /// The stream the fact belongs to, which follows from the fact.
  var stream: StreamID { get }

  /// Hands every field to `visitor`, in the order of the log.
  mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError)
}

extension EventPayload {
  public static var version: Int64 { 1 }
}

/// What a type of fact means, for the page in the catalogue.
public struct EventDescription: Sendable {
  /// What became true.
  public var about: String
  /// Who may record it.
  public var recordedBy: String
  /// What must not be read into it.
  public var doesNotSay: String
}
