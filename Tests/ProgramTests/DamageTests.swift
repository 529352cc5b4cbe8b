import Foundation
import Glibc
import Testing

/// Files of the ledger that are not as they were confirmed.
@Suite struct DamageTests {
  /// The positions that `verify` names, from its facts `events: 5`, `events: 5–7` and `position: 5`.
  private func named(_ error: String) -> [ClosedRange<Int>] {
    error.matches(of: /(?:events|position): (\d+)(?:–(\d+))?/).compactMap { match in
      guard let first = Int(match.1) else { return nil }
      return first...max(first, match.2.flatMap { Int($0) } ?? first)
    }
  }

  @Test func `any byte changed in a segment is corruption, and the event is named`() throws {
    let office = try Office()
    let sound = try Office.bytes(office.segment)
    let lines = try office.lines()
    var random = SeededRandom(seed: 3)
    // Bytes of every kind: each part of a line, and anywhere.
    var places: [(line: Int, offset: Int)] = []
    let parts = [
      "{\"seq\":", ",\"recorded\":\"", "\"batch\":[", "\"key\":\"", "\"sig\":\"", "\"event\":",
      "\"id\":\"", "\"type\":\"", "\"stream\":\"", "\"rev\":", "\"effective\":\"", "\"actor\":",
      "\"command\":", "\"root\":\"", "\"data\":", "}\n",
    ]
    for part in parts {
      for _ in 0..<4 {
        let index = random.below(lines.count)
        let text = Data(lines[index])
        guard let range = text.range(of: Data(part.utf8), options: .backwards) else { continue }
        let offset = range.upperBound + (part.hasSuffix("\n") ? -1 : 0)
        places.append((index, offset))
        places.append((index, range.lowerBound + random.below(range.count)))
      }
    }
    while places.count < 170 {
      let index = random.below(lines.count)
      places.append((index, random.below(lines[index].count)))
    }
    for (line, offset) in places {
      var bytes = sound
      let place = lines[..<line].reduce(0) { $0 + $1.count } + offset
      bytes[place] ^= 1 << random.below(8)
      try office.write(bytes, to: office.segment)
      let run = try office.liggare("verify")
      let what = "line \(line), byte \(offset): \(run)"
      #expect(run.status == 40, "\(what)")
      #expect(named(run.error).contains { $0.contains(line) }, "\(what)")
      #expect(try Office.bytes(office.segment) == bytes, "\(what)")
    }
    try office.write(sound, to: office.segment)
    #expect(try office.verify().status == 0)
  }

  @Test func `a damaged ledger takes no command, and is left as it is`() throws {
    let office = try Office()
    let last = try #require(office.lines().last)
    let cuts: [(name: String, file: String, damage: ([UInt8]) -> [UInt8])] = [
      ("changed", office.segment, { $0[..<500] + [$0[500] ^ 1] + $0[501...] }),
      ("cut off in a line", office.segment, { Array($0.dropLast(10)) }),
      ("cut off after a line", office.segment, { Array($0.dropLast(last.count)) }),
      ("emptied", office.segment, { _ in [] }),
      ("head changed", office.ledger + "/head", { [$0[0] ^ 1] + $0[1...] }),
      ("head emptied", office.ledger + "/head", { _ in [] }),
    ]
    for (name, file, damage) in cuts {
      let sound = try Office.bytes(file)
      try office.write(damage(sound), to: file)
      let before = try office.contents()
      let verified = try office.liggare("verify")
      #expect(verified.status == 40, "\(name): \(verified)")
      let run = try office.liggare("unit", "register", "X", "--kind", "unit", "--parent", "U-2")
      #expect(run.status == 40, "\(name): \(run)")
      #expect(run.error.contains(/^LOG-1[34]:/), "\(name): \(run)")
      #expect(try office.contents() == before, "\(name)")
      try office.write(sound, to: file)
    }
    #expect(try office.verify().status == 0)
  }

  @Test func `a file that is missing is told`() throws {
    for (file, verified, recorded) in [
      ("segments/000000000000.ndjson", Int32(40), Int32(40)), ("head", 40, 40), ("FORMAT", 3, 3),
    ] {
      let office = try Office()
      try FileManager.default.removeItem(atPath: "\(office.ledger)/\(file)")
      let before = try office.contents()
      let run = try office.liggare("verify")
      #expect(run.status == verified, "\(file): \(run)")
      let next = try office.liggare("unit", "register", "X", "--kind", "unit", "--parent", "U-2")
      #expect(next.status == recorded, "\(file): \(next)")
      #expect(try office.contents() == before, "\(file)")
    }
  }

  @Test func `a head set back over several commands is suspected and nothing is touched`() throws {
    let office = try Office()
    let head = try Office.bytes(office.ledger + "/head")
    for name in ["First", "Second", "Third"] {
      #expect(
        try office.liggare("unit", "register", name, "--kind", "unit", "--parent", "U-2").status
          == 0)
    }
    try office.write(head, to: office.ledger + "/head")
    let before = try office.contents()
    let verified = try office.liggare("verify")
    #expect(verified.status == 40 && verified.error.contains("LOG-15:"), "\(verified)")
    // The checkpoint that was published knows of more; and without it, so does what lies behind the head.
    let known = try office.liggare("unit", "register", "X", "--kind", "unit", "--parent", "U-2")
    #expect(known.status == 30 && known.error.hasPrefix("PUB-02:"), "\(known)")
    #expect(try office.contents() == before)
    unlink(office.ledger + "/public/checkpoint")
    let run = try office.liggare("unit", "register", "X", "--kind", "unit", "--parent", "U-2")
    #expect(run.status == 40 && run.error.hasPrefix("LOG-15:"), "\(run)")
    #expect(try office.contents().count == before.count - 1)
  }

  @Test func `an older segment under a newer head is corruption`() throws {
    let office = try Office()
    let segment = try Office.bytes(office.segment)
    #expect(
      try office.liggare("unit", "register", "X", "--kind", "unit", "--parent", "U-2").status == 0)
    try office.write(segment, to: office.segment)
    #expect(try office.liggare("verify").status == 40)
    #expect(
      try office.liggare("unit", "register", "Y", "--kind", "unit", "--parent", "U-2").status == 40)
  }

  @Test func `what an interruption left is put aside and told by the next command`() throws {
    let office = try Office()
    let sound = try Office.bytes(office.segment)
    let events = try office.verify().events
    let last = try #require(office.lines().last)
    try office.write(sound + last.dropLast(20), to: office.segment)
    #expect(try office.verify() == Office.Verification(status: 20, events: events))
    let run = try office.liggare("unit", "register", "X", "--kind", "unit", "--parent", "U-2")
    #expect(run.status == 0, "\(run)")
    #expect(try office.verify() == Office.Verification(status: 0, events: events + 2))
    #expect(try office.liggare("log").output.contains("ledger.tail-quarantined"))
    let kept = try office.script("cat ledger/quarantine/*").output
    #expect(Array(kept.utf8) == Array(last.dropLast(20)))
  }
}
