public import Events

/// Something that was given out of the register on request.
public struct DisclosureRow: Sendable {
  public var disclosed: RecordDisclosed
  public var fact: Fact
}

/// Something that was asked for and not given out.
public struct DeniedDisclosureRow: Sendable {
  public var denied: DisclosureDenied
  public var fact: Fact
}

extension DisclosureRow: RowPart {
  public static let word: StaticString = "disclosure"

  public init(blank: Void) {
    self.init(disclosed: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&disclosed)
    visitor.field(&fact)
  }
}

extension DeniedDisclosureRow: RowPart {
  public static let word: StaticString = "denied-disclosure"

  public init(blank: Void) {
    self.init(denied: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&denied)
    visitor.field(&fact)
  }
}
