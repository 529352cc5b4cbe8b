import Events

extension RegisterSnapshot {
  /// Counted up when the same events fold to something else than before, in rows of the same shape.
  static let version = 6

  /// What the rows look like, as a number: a snapshot of another shape is not read.
  ///
  /// It is `shapeOfRows`, written down: reckoning it takes longer than a question. A test compares the two.
  public static let shape: UInt64 = 7_883_452_125_750_146_237

  /// What the rows look like, reckoned from them.
  public static var shapeOfRows: UInt64 {
    var shape = RowShape()
    shape.add(RegisterHeading.self)
    shape.add(Directory.self)
    shape.add(TablePlace.self)
    shape.add(StreamRevision.self)
    shape.add(KeyRow.self)
    shape.add(TailQuarantined.self)
    var tables = ShapeOfTables(shape: shape)
    var register = Register()
    register.visitTables(&tables)
    register.visitLists(&tables.shape)
    let text = Array("\(version) \(tables.shape.text)".utf8)
    return text.withUnsafeBytes { BlockSum.of($0, 0) }
  }

  private struct ShapeOfTables: TableVisitor {
    var shape: RowShape

    mutating func table<Subject, Row: RegisterRow>(_ rows: inout Rows<Subject, Row>)
    where Row.Subject == Subject { shape.add(Row.self) }
  }
}
