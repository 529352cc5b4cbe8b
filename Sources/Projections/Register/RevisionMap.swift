import AccessModel

/// The next revision of each stream whose thing has no row: those that a snapshot keeps, and those that were set since.
struct RevisionMap: Sendable {
  var kept: KeptTable?
  private var set: [StreamID: Int64] = [:]

  subscript(stream: StreamID) -> Int64? {
    get { set[stream] ?? keptRevision(of: stream) }
    set { set[stream] = newValue }
  }

  /// All of them, in the order of their names.
  var rows: [StreamRevision] {
    var rows = set.map { StreamRevision($0.key, next: $0.value) }
    for index in 0..<Int32(kept?.count ?? 0) {
      guard let row = keptRow(at: index), set[row.stream] == nil else { continue }
      rows.append(row)
    }
    return rows.map { ("\($0.stream)", $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func keptRow(at index: Int32) -> StreamRevision? {
    guard let kept, let bytes = kept.rowBytes(at: index) else { return nil }
    var reader = RowReader(state: StateReader(bytes))
    let row: StreamRevision = reader.row()
    if !reader.state.isSound || !reader.state.isAtEnd { kept.bytes.noteDamage() }
    return row
  }

  private func keptRevision(of stream: StreamID) -> Int64? {
    guard let kept else { return nil }
    var found: Int64?
    _ = kept.find(hash: stream.name.hash(seed: kept.seed)) { index in
      guard let row = keptRow(at: index), row.stream == stream else { return false }
      found = row.next
      return true
    }
    return found
  }
}
