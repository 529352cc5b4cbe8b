public import AccessModel

/// A row, with the revision that the next event of its stream must have.
struct RowEntry<Row: Sendable>: Sendable {
  var row: Row
  var nextRevision: Int64 = 0
}

/// Rows by identifier, in the order in which they came.
///
/// A row is found by one hash and changed in place; an index is what other rows keep of it. The first rows may lie in a snapshot:
/// those are read when they are asked for, and stand beside it once they are changed.
///
/// What rows must be is said of what needs it, as of `Identifier`: a question makes the types of all tables.
public struct Rows<Subject, Row: Sendable>: Sendable {
  /// The rows that a snapshot keeps.
  private(set) var kept: KeptRows<Row>?
  /// Those of them that have been changed since.
  private(set) var changed: [Int32: RowEntry<Row>] = [:]
  /// Those of them that were taken into memory as they are.
  private var read: [Int32: RowEntry<Row>] = [:]
  /// The rows that came after them.
  private(set) var added: [RowEntry<Row>] = []
  private var index = IdentifierIndex()
  private(set) var highestNumber = 0

  public init() {}
}

extension Rows where Row: RegisterRow, Row.Subject == Subject {
  init(_ kept: KeptRows<Row>) {
    self.kept = kept
    highestNumber = kept.table.place.highestNumber
  }

  /// How many of the rows the snapshot keeps.
  var keptCount: Int { kept?.table.count ?? 0 }

  public var count: Int { keptCount + added.count }

  /// The row of that identifier.
  public subscript(id: Identifier<Subject>) -> Row? {
    self.index(of: id).map { entry(at: $0).row }
  }

  /// The row at that index.
  public subscript(index: Int32) -> Row { entry(at: index).row }

  // Other modules ask for rows by way of this, which is made anew for the four kinds that are asked for by the thousands.
  @specialized(where Subject == PersonSubject, Row == PersonRow)
  @specialized(where Subject == SystemSubject, Row == SystemRow)
  @specialized(where Subject == RequestSubject, Row == RequestRow)
  @specialized(where Subject == GrantSubject, Row == GrantRow)
  func entry(at index: Int32) -> RowEntry<Row> {
    let place = Int(index) - keptCount
    if place >= 0 { return added[place] }
    return changed[index] ?? read[index] ?? kept?.entry(at: index) ?? RowEntry(row: Row(blank: ()))
  }

  /// A row as the snapshot keeps it, unless it has been changed or came later.
  func bytesUnchanged(at index: Int32) -> UnsafeRawBufferPointer? {
    guard Int(index) < keptCount, changed[index] == nil else { return nil }
    return kept?.rowBytes(at: index)
  }

  /// The identifier of the row at that index.
  func id(at index: Int32) -> Identifier<Subject> {
    if isUnchanged(index), let kept { return kept.id(at: index) }
    return entry(at: index).row.id
  }

  /// Where the row of that identifier is.
  @specialized(where Subject == PersonSubject, Row == PersonRow)
  @specialized(where Subject == SystemSubject, Row == SystemRow)
  @specialized(where Subject == RequestSubject, Row == RequestRow)
  @specialized(where Subject == GrantSubject, Row == GrantRow)
  public func index(of id: Identifier<Subject>) -> Int32? {
    let first = Int32(keptCount)
    let found = index.find(hash: id.ascii.hash(seed: HashSeed.ofProcess)) {
      added[Int($0)].row.id == id
    }
    return found.map { first + $0 } ?? kept?.index(of: id)
  }

  public func contains(_ id: Identifier<Subject>) -> Bool { index(of: id) != nil }

  /// Makes room for so many rows more, so that growing copies none.
  mutating func reserve(_ count: Int) {
    added.reserveCapacity(added.count + count)
    index.reserve(added.count + count)
  }

  /// Reads every row that the snapshot keeps, so that asking for one again reads nothing: for work that asks for each many times.
  mutating func readAll() { read(0..<Int32(keptCount)) }

  /// Reads those of the rows that the snapshot keeps, so that asking for one again reads nothing.
  mutating func read(_ indexes: some Collection<Int32>) {
    if indexes.count < keptCount { expect(indexes) }
    for index in indexes
    where index < keptCount && changed[index] == nil && read[index] == nil {
      read[index] = kept?.entry(at: index)
    }
  }

  /// Asks the snapshot for rows that will be looked at soon, all at once.
  public func expect(_ indexes: some Collection<Int32>) {
    guard let kept else { return }
    kept.table.expect(indexes.filter { $0 < keptCount })
  }

  /// Asks the snapshot for the rows of identifiers that will be looked for soon, all at once; gives where they are.
  @discardableResult
  public func expect(_ ids: some Collection<Identifier<Subject>>) -> [Int32] {
    if let table = kept?.table, ids.count > 1 {
      let hashes = ids.map { $0.ascii.hash(seed: table.seed) }
      table.expectSlots(of: hashes)
      // Two identifiers seldom have the same hash: the first row under it is the one that will be looked at.
      table.expect(hashes.compactMap { table.find(hash: $0) { _ in true } })
    }
    return ids.compactMap(index)
  }

  /// Whether the row is as the snapshot keeps it.
  func isUnchanged(_ index: Int32) -> Bool { index < keptCount && changed[index] == nil }

  /// Where the rows are that have been changed since the snapshot, or came after it, in their order.
  var newIndexes: [Int32] { changed.keys.sorted() + (Int32(keptCount)..<Int32(count)) }

  /// Whether the snapshot keeps all rows as they are.
  var isUnchanged: Bool { changed.isEmpty && added.isEmpty }

  /// Adds a row, which must be the first of its identifier, and gives its index.
  @discardableResult
  mutating func add(_ row: Row) -> Int32 {
    index.insert(Int32(added.count), hash: row.id.ascii.hash(seed: HashSeed.ofProcess))
    added.append(RowEntry(row: row))
    if let number = row.id.number, number > highestNumber { highestNumber = number }
    return Int32(count - 1)
  }

  /// Changes the row of that identifier in place, when there is one.
  mutating func change(_ id: Identifier<Subject>, _ body: (inout Row) -> Void) {
    guard let index = index(of: id) else { return }
    change(at: index, body)
  }

  /// Changes the row at that index in place.
  mutating func change(at index: Int32, _ body: (inout Row) -> Void) {
    changeEntry(at: index) { body(&$0.row) }
  }

  private mutating func changeEntry(at index: Int32, _ body: (inout RowEntry<Row>) -> Void) {
    let place = Int(index) - keptCount
    guard place < 0 else { return body(&added[place]) }
    if let place = changed.index(forKey: index) { return body(&changed.values[place]) }
    var entry = entry(at: index)
    body(&entry)
    read[index] = nil
    changed[index] = entry
  }

  /// The revision that the next event about that identifier must have; `nil` when there is no row of it.
  func nextRevision(of id: Identifier<Subject>) -> Int64? {
    index(of: id).map { entry(at: $0).nextRevision }
  }

  /// Sets the next revision, and says whether there is a row to keep it.
  mutating func setNextRevision(_ revision: Int64, of id: Identifier<Subject>) -> Bool {
    guard let index = index(of: id) else { return false }
    changeEntry(at: index) { $0.nextRevision = revision }
    return true
  }

  /// Every row, in the order in which they came.
  public var rows: some RandomAccessCollection<Row> {
    (0..<count).lazy.map { self[Int32($0)] }
  }

  /// Every identifier, in the order in which they came.
  public var ids: some RandomAccessCollection<Identifier<Subject>> { rows.lazy.map(\.id) }

  /// Lends every row, in the order of the bytes of the identifiers.
  func forEachInOrder(_ body: (Row) -> Void) {
    let order = ids.enumerated().sorted { $0.element < $1.element }
    for entry in order { body(self[Int32(entry.offset)]) }
  }

  /// A number above every one that the ledger has given out.
  public var nextNumber: Int {
    var number = highestNumber + 1
    // A number too long to be read as one does not count above, so it is asked for by name.
    while contains(Identifier(number: number)) { number += 1 }
    return number
  }
}
