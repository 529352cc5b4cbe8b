import Testing

/// `ledger/DISCLOSURE.md` tells the truth.
struct DisclosurePageTests {
  @Test func `every step of the page on giving out is done`() throws {
    try Shell().follow("ledger/DISCLOSURE.md")
  }
}
