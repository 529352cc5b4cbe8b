public import Events

extension HeadRebuilt: RowPart {
  public static var word: StaticString { "rebuilt-head" }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&size)
    visitor.field(&digest)
  }
}
