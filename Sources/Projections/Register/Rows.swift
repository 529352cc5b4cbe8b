public import AccessModel

/// Rows by identifier, in the order in which they came.
///
/// A row is found by one hash and changed in place; an index is what other rows keep of it.
public struct Rows<Subject: IdentifierSubject, Row: Sendable>: Sendable {
  public private(set) var rows: [Row] = []
  private var indices: [Identifier<Subject>: Int32] = [:]
  private var highestNumber = 0

  public init() {}

  public var count: Int { rows.count }

  /// The row of that identifier.
  public subscript(id: Identifier<Subject>) -> Row? {
    indices[id].map { rows[Int($0)] }
  }

  /// The row at that index.
  public subscript(index: Int32) -> Row { rows[Int(index)] }

  /// Where the row of that identifier is.
  public func index(of id: Identifier<Subject>) -> Int32? { indices[id] }

  public func contains(_ id: Identifier<Subject>) -> Bool { indices[id] != nil }

  /// Makes room for so many rows, so that growing copies none.
  mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    indices.reserveCapacity(count)
  }

  /// Adds a row, which must be the first of its identifier, and gives its index.
  @discardableResult
  mutating func add(_ row: Row, as id: Identifier<Subject>) -> Int32 {
    let index = Int32(rows.count)
    rows.append(row)
    indices[id] = index
    if let number = id.number, number > highestNumber { highestNumber = number }
    return index
  }

  /// Changes the row of that identifier in place, when there is one.
  mutating func change(_ id: Identifier<Subject>, _ body: (inout Row) -> Void) {
    guard let index = indices[id] else { return }
    body(&rows[Int(index)])
  }

  /// Changes the row at that index in place.
  mutating func change(at index: Int32, _ body: (inout Row) -> Void) {
    body(&rows[Int(index)])
  }

  /// Every identifier, in no order.
  public var ids: some Collection<Identifier<Subject>> { indices.keys }

  /// Lends every row, in the order of the bytes of the identifiers.
  func forEachInOrder(_ body: (Row) -> Void) {
    for entry in indices.sorted(by: { $0.key < $1.key }) { body(rows[Int(entry.value)]) }
  }

  /// A number above every one that the ledger has given out.
  public var nextNumber: Int {
    var number = highestNumber + 1
    // A number too long to be read as one does not count above, so it is asked for by name.
    while contains(Identifier(number: number)) { number += 1 }
    return number
  }
}
