import Chronology
import Diagnostics
import Interchange
import Testing

@Suite struct `A file of the use of accounts` {
  private static func read(_ text: String) throws -> [UsageFile.Account] {
    try UsageFile(Array(text.utf8), in: .utc).accounts
  }

  private static func refusal(_ text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try UsageFile(Array(text.utf8), in: .utc)
      return nil
    } catch {
      return error
    }
  }

  private static func moment(_ text: String) throws -> Instant { try #require(Instant(text)) }

  @Test func `a table tells of each account, of a day its last moment`() throws {
    let accounts = try Self.read(
      """
      account,last-used,first-used,count
      anna,2026-03-01,2026-01-02,17
      bo,2026-03-01 08:00+01:00,,
      kim,,,
      """)
    #expect(
      accounts == [
        .init(
          name: "anna", last: try Self.moment("2026-03-02T00:00:00.000Z"),
          first: try Self.moment("2026-01-02T00:00:00.000Z"), count: 17),
        .init(name: "bo", last: try Self.moment("2026-03-01T07:00:00.000Z")), .init(name: "kim"),
      ])
  }

  @Test func `a value that cannot be read refuses the file, with its line`() {
    #expect(Self.refusal("account,last-used\nanna,yesterday\n")?.code == "CSV-04")
    #expect(Self.refusal("account,last-used\nanna,\nanna,\n")?.code == "CSV-04")
    #expect(Self.refusal("account,last-used,count\nanna,,-1\n")?.code == "CSV-04")
    #expect(Self.refusal("name,last\nanna,\n")?.code == "CSV-02")
  }

  @Test func `what last writes tells of the end of the last session, and of who is logged in`()
    throws
  {
    let text =
      """
      bo.ek    pts/1        192.0.2.9        Tue Nov 24 08:00:00 2026   still logged in
      anna     pts/0        192.0.2.7        Mon Nov 23 08:01:02 2026 - Mon Nov 23 16:00:00 2026  (07:58)
      anna     tty1                          Sun Nov 22 09:00:00 2026 - crash                     (1+02:00)
      reboot   system boot  6.1.0-27-amd64   Mon Nov 23 07:00:00 2026   still running

      wtmp begins Tue May 20 00:00:00 2025
      """
    let file = try UsageFile(Array(text.utf8), in: .utc)
    #expect(file.begins == (try Self.moment("2025-05-20T00:00:00.000Z")))
    #expect(
      file.accounts == [
        .init(
          name: "bo.ek", last: try Self.moment("2026-11-24T08:00:00.000Z"),
          first: try Self.moment("2026-11-24T08:00:00.000Z"), count: 1, isInUse: true),
        .init(
          name: "anna", last: try Self.moment("2026-11-23T16:00:00.000Z"),
          first: try Self.moment("2026-11-22T09:00:00.000Z"), count: 2),
      ])
  }

  @Test func `times with offsets are read as they stand`() throws {
    let accounts = try Self.read(
      """
      anna pts/0 192.0.2.7 2026-11-23T08:01:02+01:00 - 2026-11-23T16:00:00+01:00 (07:58)

      wtmp begins 2025-05-20T00:00:00+02:00
      """)
    #expect(accounts.map(\.last) == [try Self.moment("2026-11-23T15:00:00.000Z")])
  }

  @Test func `what lastlog writes tells of every account, also those that never logged in`() throws
  {
    let accounts = try Self.read(
      """
      Username         Port     From                                       Latest
      root                                                                **Never logged in**
      anna             pts/0    192.0.2.7                                  Mon Nov 23 08:01:02 +0100 2026
      """)
    #expect(
      accounts == [
        .init(name: "root"),
        .init(name: "anna", last: try Self.moment("2026-11-23T07:01:02.000Z")),
      ])
  }

  @Test func `a line that is not understood refuses the listing`() throws {
    let found = try #require(
      Self.refusal("anna pts/0 Mon Nov 99 08:01:02 2026\n\nwtmp begins Tue May 20 00:00:00 2025\n"))
    #expect(found.code == "USE-03")
    #expect(found.facts.contains { $0.name.english == "line" && $0.value.english == "1" })
  }
}
