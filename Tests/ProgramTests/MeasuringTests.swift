import Foundation
import Testing

/// The program that measures does what it is measured for: the same answers, and ledgers that hold.
@Suite struct `Measuring in one process` {
  private static let moment = "2026-06-01T12:00:00.000Z"

  @Test func `comes to the root and to the grants in effect that the ledger has`() throws {
    let office = try Office()
    let result = try office.script(
      #"""
      field() { sed -n 's/.*"'"$1"'": "\{0,1\}\([^,"}]*\).*/\1/p'; }
      liggare-bench root ledger > root
      test "$(field root < root)" = "$(cut -d ' ' -f 5 ledger/head)"
      test "$(field events < root)" = "$(cut -d ' ' -f 2 ledger/head)"
      test "$(field bytes < root)" = "$(wc -c < ledger/segments/000000000000.ndjson)"
      liggare view active-grants --as-of \#(Self.moment) --format tsv --no-header > grants
      liggare-bench fold ledger \#(Self.moment) > fold
      test "$(field grants < fold)" = "$(wc -l < grants)"
      test "$(field sha256 < fold)" = "$(sha256sum < grants | cut -d ' ' -f 1)"
      test "$(field grants < fold)" -gt 0
      # As many point checks say yes as there are grants in effect, and their order is that of the pairs.
      { cut -f 1-3 grants | sed 's,\(.*\)\t\(.*\)\t\(.*\),\1\t\2/\3,'; printf 'P-2\tS-1/read\n'; } > pairs
      liggare-bench checks ledger pairs \#(Self.moment) > checks
      test "$(field yes < checks)" = "$(wc -l < grants)"
      yes=$(printf "%$(wc -l < grants)s" | tr ' ' 1)
      test "$(field sha256 < checks)" = "$(printf '%s0' "$yes" | sha256sum | cut -d ' ' -f 1)"
      # A line that was changed comes to no root.
      sed -i 's/"rev":0/"rev":1/' ledger/segments/000000000000.ndjson
      ! liggare-bench root ledger
      """#)
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }

  @Test(arguments: [1, 3])
  func `records as many signed commands as it is told to, by any number of writers`(
    _ writers: Int
  ) throws {
    let office = try Office()
    let before = try office.verify()
    let result = try office.script("liggare-bench commits ledger key 7 \(writers)")
    #expect(result.status == 0, "\(result.error)")
    #expect(try office.verify() == Office.Verification(status: 0, events: before.events + 7))
    let units = try office.liggare("unit", "list", "--format", "tsv", "--no-header")
    #expect(units.output.split(separator: "\n").filter { $0.contains("Office ") }.count == 7)
  }

  @Test func `makes a ledger of any length that verifies, the same from the same seed`() throws {
    let office = try Office.vacant()
    let result = try office.script(
      #"""
      liggare key create key
      for folder in ledger again; do
        liggare init $folder --origin ledger.example --name "Example municipality" --custodian "Anna Berg"
        liggare-bench synthesise $folder key 6000 7
      done
      # What differs is when the ledgers were made, and by which random numbers.
      events() { tail -n +7 "$1/segments/000000000000.ndjson" | grep -o '"data":{.*' ; }
      events ledger > one
      events again > other
      cmp one other
      test "$(grep -c '"type":"grant.provisioned"' ledger/segments/000000000000.ndjson)" -gt 600
      test "$(liggare view active-grants --as-of 2025-12-01 --format tsv --no-header | wc -l)" -gt 100
      """#)
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(try office.verify().events >= 6_000)
    #expect(try office.verify().status == 0)
  }

  @Test func `words that it does not know are refused`() throws {
    let office = try Office.vacant()
    for words in [
      ["liggare-bench"], ["liggare-bench", "root"], ["liggare-bench", "fold", "x", "y"],
    ] {
      #expect(try office.run(words).status == 2)
    }
  }
}
