import Testing

/// `ledger/QUERIES.md` tells the truth.
struct QueriesPageTests {
  @Test func `every question of the page on SQL is answered`() throws {
    try Shell().follow("ledger/QUERIES.md")
  }
}
