import AccessModel
import Foundation
import Testing
import Transparency

@Suite struct `Commitments` {
  /// Recomputes commitments from a line of hexadecimal words for each: event id, field, salt, text.
  private static let script = #"""
    import hashlib, struct, sys
    for line in sys.stdin:
        id, field, salt, text = [bytes.fromhex(w) for w in line.rstrip("\n").split(" ")]
        h = hashlib.sha256(b"liggare-commitment/v1\x00")
        for part in (id, field):
            h.update(struct.pack(">I", len(part)) + part)
        h.update(salt)
        h.update(struct.pack(">I", len(text)) + text)
        print(h.hexdigest())
    """#

  @Test func `a commitment is what Python's hashlib makes of the same parts`() throws {
    var random = SeededRandom(seed: 7)
    var lines: [String] = []
    var expected: [String] = []
    let texts = ["", "x", "Behöver läsa ärenden.\nÅäö 🗝", String(repeating: "ö", count: 40_000)]
    for text in texts + ["Need \"quoted\""] {
      for field in ["need", "reason", ""] {
        let event = UniqueID(high: random.next(), low: random.next())
        let salt = (0..<32).map { _ in UInt8(random.below(256)) }
        let words = [Array("\(event)".utf8), Array(field.utf8), salt, Array(text.utf8)]
        lines.append(
          words.map { $0.map { String(format: "%02x", $0) }.joined() }.joined(separator: " "))
        expected.append("\(Commitment(to: text, in: field, of: event, salt: salt))")
      }
    }
    let input = FileManager.default.temporaryDirectory
      .appendingPathComponent("liggare-commitments-\(UUID().uuidString)")
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.script]
    process.standardInput = try FileHandle(forReadingFrom: input)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let found = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(found == expected)
    #expect(Set(expected).count == expected.count)
  }

  @Test func `moving a byte from one part to the next gives another commitment`() {
    let event = UniqueID(high: 1, low: 2)
    let salt = [UInt8](repeating: 7, count: 32)
    let one = Commitment(to: "bc", in: "a", of: event, salt: salt)
    #expect(one != Commitment(to: "c", in: "ab", of: event, salt: salt))
    #expect(one != Commitment(to: "bc", in: "a", of: UniqueID(high: 1, low: 3), salt: salt))
    #expect(one != Commitment(to: "bc", in: "a", of: event, salt: salt.map { $0 + 1 }))
    #expect(one == Commitment(to: "bc", in: "a", of: event, salt: salt))
  }
}
