import AccessModel

/// The rows of one table in a snapshot, each read when it is asked for.
struct KeptRows<Row>: Sendable {
  let table: KeptTable
}

extension KeptRows where Row: RegisterRow {
  /// The bytes of a row: the next revision of its stream, then its fields.
  func rowBytes(at index: Int32) -> UnsafeRawBufferPointer? { table.rowBytes(at: index) }

  func entry(at index: Int32) -> RowEntry<Row> {
    guard let bytes = rowBytes(at: index) else { return RowEntry(row: Row(blank: ())) }
    var reader = RowReader(state: StateReader(bytes))
    let revision = Int64(from: &reader.state)
    let entry = RowEntry<Row>(row: reader.row(), nextRevision: revision)
    if !reader.state.isSound || !reader.state.isAtEnd { table.bytes.noteDamage() }
    return entry
  }

  /// The identifier of a row: its first field.
  func id(at index: Int32) -> Identifier<Row.Subject> {
    guard let bytes = rowBytes(at: index) else { return .blank }
    var state = StateReader(bytes)
    _ = Int64(from: &state)
    return Identifier(from: &state)
  }

  func index(of id: Identifier<Row.Subject>) -> Int32? {
    table.find(hash: id.ascii.hash(seed: table.seed)) { self.id(at: $0) == id }
  }
}
