import AccessModel
import Chronology

/// What the register holds besides rows: whose it is, and how far it has come.
struct RegisterHeading: RowPart {
  static let word: StaticString = "heading"

  var origin: Label?
  var timeZone: Label?
  var position: UInt64
  var lastRecorded: Instant?

  init(blank: Void) {
    position = 0
  }

  mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&origin)
    visitor.field(&timeZone)
    visitor.field(&position)
    visitor.field(&lastRecorded)
  }
}

/// The next revision of a stream whose thing has no row.
struct StreamRevision: RowPart {
  static let word: StaticString = "revision"

  var kind: StreamKind
  var name: InlineASCII
  var next: Int64

  init(_ stream: StreamID, next: Int64) {
    kind = stream.kind
    name = stream.name
    self.next = next
  }

  init(blank: Void) {
    kind = .blank
    name = .blank
    next = 0
  }

  var stream: StreamID { StreamID(kind: kind, name: name) }

  mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&kind)
    visitor.field(&name)
    visitor.field(&next)
  }
}

extension Register {
  var heading: RegisterHeading {
    get {
      var heading = RegisterHeading(blank: ())
      heading.origin = origin
      heading.timeZone = timeZone
      heading.position = position
      heading.lastRecorded = lastRecorded
      return heading
    }
    set {
      origin = newValue.origin
      timeZone = newValue.timeZone
      position = newValue.position
      lastRecorded = newValue.lastRecorded
    }
  }
}
