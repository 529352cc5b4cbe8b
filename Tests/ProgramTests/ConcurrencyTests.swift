import Foundation
import Testing

/// Several processes on one ledger, and clocks that are not to be trusted.
@Suite struct ConcurrencyTests {
  @Test
  func
    `of writers at the same time each command is kept once or refused whole, and readers see a whole`()
    throws
  {
    let office = try Office()
    let first = try office.verify().events
    let rounds = 40
    func script(_ text: String) throws -> SystemProcess {
      try office.start(["sh", "-eu", "-c", text].map { Array($0.utf8) })
    }
    let writers = try ["a", "b", "c"].map { name in
      try script(
        """
        for n in $(seq \(rounds)); do
          status=0
          liggare person register "Person \(name) $n" --unit U-2 --user \(name).$n > said.\(name) 2>> told.\(name) || status=$?
          echo "$status \(name).$n $(cat said.\(name))"
        done
        """)
    }
    let readers = try (0..<2).map { number in
      try script(
        """
        for n in $(seq \(rounds)); do
          verified=0; liggare verify --format tsv --no-header > verified.\(number) || verified=$?
          listed=0; liggare person list --format tsv --no-header > listed.\(number) || listed=$?
          echo "$verified $listed $(cut -f 2 verified.\(number)) $(wc -l < listed.\(number))"
        done
        """)
    }
    let written = try writers.flatMap { try $0.wait().output.split(separator: "\n") }
    let read = try readers.map { try $0.wait() }
    #expect(written.count == 3 * rounds)
    let people = try office.liggare("person", "list", "--format", "tsv", "--no-header").output
      .split(separator: "\n").map { $0.split(separator: "\t") }
    var acknowledged = 0
    var positions: Set<String> = []
    for line in written {
      let fields = line.split(separator: " ", maxSplits: 2)
      #expect(["0", "75"].contains(fields[0]), "\(line)")
      let found = people.filter { $0.contains(fields[1]) }.count
      #expect(found == (fields[0] == "0" ? 1 : 0), "\(line)")
      guard fields[0] == "0" else { continue }
      acknowledged += 1
      #expect(positions.insert(String(fields[2])).inserted, "\(line): told twice")
    }
    #expect(acknowledged > rounds)
    #expect(
      try office.verify() == Office.Verification(status: 0, events: first + 2 * acknowledged))
    #expect(Set(people.map { $0[0] }).count == people.count, "a person twice")
    for reader in read {
      var seen = (events: first, people: 7)
      for line in reader.output.split(separator: "\n") {
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        // 20: a writer was between writing its batch and renaming the head.
        #expect([0, 20].contains(numbers[0]) && numbers[1] == 0, "\(line): \(reader.error)")
        // Only whole commands of two events are seen, and nothing that was seen is gone.
        #expect((numbers[2] - first) % 2 == 0, "\(line)")
        #expect(numbers[2] >= seen.events && numbers[3] >= seen.people, "\(line) after \(seen)")
        seen = (numbers[2], numbers[3])
      }
    }
  }

  @Test func `a writer that finds the ledger locked says so and can try again`() throws {
    let office = try Office()
    let before = try office.contents()
    // The lock is held for longer than a writer waits, and released when its holder is asked to end.
    let run = try office.script(
      """
      mkfifo held done
      flock ledger/lock sh -c 'echo > held; read line < done' &
      read line < held
      status=0; \(MachineTests.unit) || status=$?
      echo > done; wait
      echo "$status"
      \(MachineTests.unit)
      """)
    #expect(run.output.hasPrefix("75\nRecorded at position"), "\(run)")
    #expect(run.error.hasPrefix("LOG-07:"), "\(run)")
    // What the one command adds: a checkpoint, and a tile that is not full.
    #expect(try office.contents().count == before.count + 2)
    #expect(try office.verify().status == 0)
  }

  @Test func `the same command given twice is one command`() throws {
    let office = try Office()
    let events = try office.verify().events
    // The same seed draws the same command id: what a program that tries again would send.
    func give() throws -> SystemProcess.Ending {
      try office.liggare(
        at: "2026-02-01T08:00:00.000Z", seed: "same", "unit", "register", "Care", "--kind", "unit",
        "--parent", "U-2")
    }
    #expect(try give().status == 0)
    let before = try office.contents()
    let again = try give()
    #expect(again.status == 1 && again.error.hasPrefix("INV-51:"), "\(again)")
    #expect(try office.contents() == before)
    #expect(try office.verify() == Office.Verification(status: 0, events: events + 1))
  }

  @Test func `a clock that goes back is told by an event, and recorded time never does`() throws {
    let office = try Office()
    let events = try office.verify().events
    let clocks = [
      "2026-03-01T08:00:00.000Z", "2026-02-01T08:00:00.000Z", "2026-03-01T07:59:59.000Z",
      "2026-04-01T08:00:00.000Z",
    ]
    for (number, clock) in clocks.enumerated() {
      let run = try office.liggare(
        at: clock, seed: "clock-\(number)", "unit", "register", "Unit \(number)", "--kind", "unit",
        "--parent", "U-2")
      #expect(run.status == 0, "\(run)")
      // More than two minutes are worth a warning.
      #expect(run.error.hasPrefix("INV-58:") == (number == 1), "\(clock): \(run)")
    }
    // Four units, and one event that says that the clock stepped back by a month.
    #expect(try office.verify() == Office.Verification(status: 0, events: events + 5))
    let log = try office.liggare("log", "--format", "jsonl").output.split(separator: "\n")
    #expect(log.filter { $0.contains("ledger.clock-stepped") }.count == 1)
    let times = try office.lines().compactMap {
      String(decoding: $0, as: UTF8.self).firstMatch(of: /"recorded":"([^"]+)"/).map {
        String($0.1)
      }
    }
    #expect(times == times.sorted() && times.last == clocks[3])
  }
}
