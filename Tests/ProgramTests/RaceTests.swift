import Foundation
import Testing

/// Two writers, a third one that is killed again and again, and ten readers, all at once.
@Suite struct RaceTests {
  private static let rounds = 25

  /// A writer that says `<status> <user> <what it was told>` of each command.
  private static func writer(_ name: String, through prefix: String = "") -> String {
    """
    for n in $(seq \(rounds)); do
      status=0
      \(prefix) liggare person register "Person \(name) $n" --unit U-2 --user \(name).$n \
        > said.\(name) 2>> told.\(name) || status=$?
      echo "$status \(name).$n $(cat said.\(name))"
    done
    """
  }

  /// A reader that says `<status of verify> <status of list> <events> <people>` of each look.
  private static func reader(_ number: Int) -> String {
    """
    for n in $(seq 8); do
      verified=0; liggare verify --format tsv --no-header > verified.\(number) || verified=$?
      listed=0; liggare person list --format tsv --no-header > listed.\(number) || listed=$?
      echo "$verified $listed $(cut -f 2 verified.\(number)) $(wc -l < listed.\(number))"
    done
    """
  }

  @Test func `with writers killed beside them, writers are kept in one order and readers see it`()
    throws
  {
    let office = try Office()
    func script(_ text: String) throws -> SystemProcess {
      try office.start(["sh", "-eu", "-c", text].map { Array($0.utf8) })
    }
    let writers = [
      try script(Self.writer("a")), try script(Self.writer("b")),
      try script(
        Self.writer("k", through: "timeout --signal=KILL $(printf 0.%03d $((20 + n * 9)))")),
    ]
    let readers = try (0..<10).map { try script(Self.reader($0)) }
    let written = try writers.flatMap { try $0.wait().output.split(separator: "\n") }
    let read = try readers.map { try $0.wait() }
    // What a killed writer left last is put in order by the next one.
    let next = try office.liggare("unit", "register", "Next", "--kind", "unit", "--parent", "U-2")
    #expect(next.status == 0, "\(next)")
    #expect(try office.verify().status == 0)
    let people = try office.liggare("person", "list", "--format", "tsv", "--no-header").output
      .split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(Set(people.map { $0[0] }).count == people.count, "a person twice")
    var counts: [String: Int] = [:]
    var positions: Set<Substring> = []
    for line in written {
      let fields = line.split(separator: " ", maxSplits: 2)
      let found = people.count { $0.contains(fields[1]) }
      let told = fields.count > 2 ? fields[2] : ""
      let isTold = told.hasPrefix("Recorded at position")
      counts["\(fields[0])", default: 0] += 1
      #expect(["0", "75", "137"].contains(fields[0]), "\(line)")
      #expect(isTold || fields[0] != "0", "\(line)")
      #expect(isTold ? found == 1 : fields[0] == "137" ? found <= 1 : found == 0, "\(line)")
      if isTold { #expect(positions.insert(told).inserted, "\(line): told twice") }
    }
    print("race: \(counts) of \(written.count) commands, \(people.count) people")
    #expect(written.count == 3 * Self.rounds)
    #expect((counts["137"] ?? 0) > 0 && (counts["0"] ?? 0) > Self.rounds)
    for reader in read {
      var seen = (events: 0, people: 0)
      let lines = reader.output.split(separator: "\n")
      #expect(lines.count == 8, "\(reader)")
      for line in lines {
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        // 20: bytes lie behind the head, of a writer at work or of one that was killed.
        #expect([0, 20].contains(numbers[0]) && numbers[1] == 0, "\(line): \(reader.error)")
        #expect(numbers[2] >= seen.events && numbers[3] >= seen.people, "\(line) after \(seen)")
        seen = (numbers[2], numbers[3])
      }
    }
  }
}
