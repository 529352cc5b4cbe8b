import CanonicalJSON
import Diagnostics
import Glibc
import Testing
import Transparency

@testable import EventStore

@Suite struct RecordLineTests {
  static let middle =
    #"{"seq":7,"recorded":"2026-11-23T12:00:00.000Z","batch":[1,2],"event":{"a":1}}"#
  static let last =
    #"{"seq":8,"recorded":"2026-11-23T12:00:00.000Z","batch":[2,2],"key":""#
    + String(repeating: "k", count: 43) + #"","sig":""# + String(repeating: "s", count: 110)
    + #"==","event":{"b":"}"}}"#

  private func isRead(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { bytes in
      do {
        try RecordLine(bytes).checkEvent()
        return true
      } catch {
        return false
      }
    }
  }

  @Test func `a line is read field by field`() throws {
    try Array(Self.last.utf8).withUnsafeBytes { bytes in
      let line = try RecordLine(bytes)
      #expect(line.sequence == 8)
      #expect(line.recorded == noon)
      #expect(line.batchIndex == 2)
      #expect(line.batchCount == 2)
      #expect(line.keyText?.count == 43)
      #expect(line.signatureText?.count == 112)
      #expect(line.event.elementsEqual(#"{"b":"}"}"#.utf8))
      #expect(line.isLastOfBatch)
    }
  }

  @Test func `what the writer would not write is refused`() {
    #expect(isRead(Array(Self.middle.utf8)))
    #expect(isRead(Array(Self.last.utf8)))
    let replacements: [(String, String)] = [
      (#""seq":7"#, #""seq":07"#), (#""seq":7"#, #""seq":-7"#), (#""seq":7"#, #""seq":7.0"#),
      (#""seq":7"#, #""seq":9007199254740992"#), (#""seq":7"#, #""seq": 7"#),
      ("12:00:00.000Z", "12:00:00Z"), ("12:00:00.000Z", "24:00:00.000Z"), ("11-23", "02-30"),
      ("[1,2]", "[0,2]"), ("[1,2]", "[3,2]"), ("[1,2]", "[1,4097]"), ("[1,2]", "[1,1]"),
      ("[1,2]", "[2,2]"), ("[1,2]", "[1,2,3]"), (#"{"a":1}"#, "1"), (#"{"a":1}"#, "[1]"),
      (#"{"a":1}"#, #"{"a":1}{}"#), (#"{"a":1}"#, #"{"a":1} "#), (#"{"a":1}"#, #"{"a":true}"#),
      (#"{"a":1}"#, #"{"a":"\u0041"}"#), (#"{"a":1}"#, ""), (#""event""#, #""Event""#),
      ("{\"seq\"", " {\"seq\""), ("}}", "}}\r"),
    ]
    for (old, new) in replacements {
      let text = Self.middle.replacing(old, with: new)
      #expect(!isRead(Array(text.utf8)), "\(text)")
    }
    for (old, new) in [
      ("k\"", "\""), ("kkk", "kk="), ("==", "="), ("ss==", "===="), ("[2,2]", "[1,2]"),
    ] {
      #expect(!isRead(Array(Self.last.replacing(old, with: new).utf8)), "\(old) \(new)")
    }
  }

  @Test func `every prefix of a line is refused, and no changed byte traps`() {
    for text in [Self.middle, Self.last] {
      let bytes = Array(text.utf8)
      for count in bytes.indices { #expect(!isRead(Array(bytes[..<count]))) }
      var read = 0
      for index in bytes.indices {
        for byte in [0x00, 0x0A, 0x22, 0x5C, 0x7D, 0x80, 0xC0, 0xFF] as [UInt8] {
          var changed = bytes
          changed[index] = byte
          if isRead(changed) { read += 1 }
        }
      }
      // Only what a string may hold, or the same byte again.
      #expect(read < 30)
    }
  }

  @Test func `strings are skipped exactly when they are read`() {
    var numbers = SeededNumbers(6)
    let pieces: [[UInt8]] = [
      [0x61], [0x22], [0x5C], [0x5C, 0x22], [0x5C, 0x5C], [0x5C, 0x6E], [0xC3, 0xA5], [0xC0, 0xAF],
      [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xF0, 0x9F, 0x98, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xC3], [0x1F], [0x7F], [0xF5],
    ]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = [0x22]
      for _ in 0..<numbers.next() % 4 {
        bytes += pieces[Int(numbers.next() % UInt64(pieces.count))]
      }
      bytes.append(0x22)
      bytes.withUnsafeBytes { bytes in
        var reader = JSONReader(bytes)
        var skipper = JSONReader(bytes)
        var wasRead = true
        var wasSkipped = true
        do { _ = try reader.string() } catch { wasRead = false }
        do { try skipper.skipString() } catch { wasSkipped = false }
        if wasRead != wasSkipped || (wasRead && reader.offset != skipper.offset) {
          Issue.record("\(Array(bytes))")
        }
      }
    }
  }

  @Test func `a batch is refused when it is empty, too large or not canonical`() {
    #expect(code { _ = try UnsignedBatch([]) } == "LOG-18")
    #expect(
      code { _ = try UnsignedBatch(Array(repeating: event(1), count: 4_097)) } == "LOG-18")
    #expect(code { _ = try UnsignedBatch([[UInt8](repeating: 0x7B, count: 16_385)]) } == "LOG-17")
    for text in ["", "1", "[]", "{", "{}x", "{\"a\":1.0}", "{\"a\": 1}", "{\"a\":\"\n\"}", "{}\n"] {
      #expect(code { _ = try UnsignedBatch([Array(text.utf8)]) } == "LOG-19", "\(text)")
    }
    let deep = String(repeating: "{\"a\":", count: 900) + "1" + String(repeating: "}", count: 900)
    #expect(code { _ = try UnsignedBatch([Array(deep.utf8)]) } == "LOG-19")
  }
}

@Suite struct OperationsLogTests {
  @Test func `each note is one line at the end, whatever the text`() throws {
    let ledger = try ReferenceLedger()
    let log = OperationsLog(ledger: "/l", files: ledger.disk)
    for value in [
      "plain", "two\nlines\u{0}", "\"quoted\\\"", String(repeating: "å", count: 90_000),
    ] {
      #expect(
        log.note(
          time: noon, principal: "P-1", verb: "approve", code: "INV-02",
          detail: [.init(en: "decider", sv: "beslutsfattare", value), .init(en: "b", sv: "b", "1")])
          == nil)
    }
    let lines = ledger.bytes("/l/operations.log").split(separator: 0x0A)
    #expect(lines.count == 4)
    #expect(
      String(decoding: lines[0], as: UTF8.self)
        == #"{"time":"2026-11-23T12:00:00.000Z","principal":"P-1","verb":"approve","code":"INV-02","detail":{"decider":"plain","b":"1"}}"#
    )
    for line in lines {
      try Array(line).withUnsafeBytes { bytes in
        var reader = JSONReader(bytes)
        try reader.skipValue()
        try reader.takeEnd()
      }
    }
    #expect(
      ledger.disk.state.files[ledger.disk.state.names["/l/operations.log"] ?? 0]?.mode == 0o600)
  }

  @Test func `a disk that refuses the note is told by value`() throws {
    let ledger = try ReferenceLedger()
    ledger.disk.fails = { _, call, _ in call == "pwrite" ? ENOSPC : nil }
    let log = OperationsLog(ledger: "/l", files: ledger.disk)
    #expect(log.note(time: noon, principal: "", verb: "", code: "")?.code == "LOG-09")
    #expect(ledger.disk.openCount == 0)
  }

  @Test func `every code is declared once`() {
    let codes = StoreCode.catalogue.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.count == 54)
  }

  @Test func `characters of base64 are told from all others in each of eight places`() {
    let alphabet = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    for place in 0..<8 {
      for byte in UInt8.min...UInt8.max {
        for filling in Array("A/9z+".utf8) {
          var text = [UInt8](repeating: filling, count: 8)
          text[place] = byte
          #expect(
            text.withUnsafeBytes { RecordLine.isBase64($0, padded: false) }
              == alphabet.contains(byte), "\(byte) at \(place) among \(filling)")
        }
      }
    }
  }
}
