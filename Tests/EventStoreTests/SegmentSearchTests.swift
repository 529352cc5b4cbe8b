import EventStore
import Foundation
import Testing
import Transparency

@Suite struct `Reading from the middle of a segment` {
  /// A log of 3,000 events in three segments, with lines of very different lengths.
  private func unevenLog(at path: String) throws -> FileEventLog {
    try FileEventLog.create(at: path, origin: "log.example", created: noon, segmentSize: 1_024)
    let log = try FileEventLog.open(at: path, for: .writing)
    for first in stride(from: 0, to: 3_000, by: 250) {
      _ = try log.append(
        try batch(first..<first + 250, padding: first % 1_000 == 0 ? 9_000 : first % 7 * 40),
        signedBy: signer, now: noon, expecting: log.head)
    }
    #expect(log.head.size == 3_000)
    return log
  }

  @Test func `gives the events from any position on, however long the lines are`() throws {
    let path = freshPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let log = try unevenLog(at: path)
    let all = try events(of: log)
    let count = all.count
    for position in stride(from: 0, to: count, by: 37) {
      var found: [[UInt8]] = []
      try log.read(from: UInt64(position)) { record in
        #expect(record.position == UInt64(position + found.count))
        found.append(Array(record.fields.event))
        return found.count < 3 ? .proceed : .stop
      }
      #expect(found == Array(all[position..<min(position + 3, count)]))
    }
  }

  @Test func `a single line is the one that reading from its position begins with`() throws {
    let path = freshPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let log = try unevenLog(at: path)
    let all = try events(of: log)
    let count = all.count
    log.expectLines(at: [0, 5, UInt64(count) - 1, UInt64(count), .max])
    var found = 0
    for position in 0..<count {
      let line = try log.lendLine(at: UInt64(position)) { record in
        #expect(record.position == UInt64(position))
        return Array(record.fields.event)
      }
      #expect(line == nil || line == all[position])
      found += line == nil ? 0 : 1
    }
    // Where lines are of very different lengths some are left to the plain reading.
    #expect(found > count / 2)
    #expect(try log.lendLine(at: UInt64(count)) { _ in } == nil)
    #expect(try log.lendLine(at: .max) { _ in } == nil)
  }

  @Test func `a line that is damaged is not lent`() throws {
    let path = freshPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileEventLog.create(at: path, origin: "log.example", created: noon, segmentSize: 1_024)
    let log = try FileEventLog.open(at: path, for: .writing)
    _ = try log.append(
      try batch(0..<250, padding: 40), signedBy: signer, now: noon, expecting: log.head)
    let segment = path + "/segments/000000000000.ndjson"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: segment))
    let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
    // A line that says another position, one that is no JSON, and one that is not there.
    for (place, byte) in [(8, UInt8(0x39)), (0, 0x20), (-1, 0x20)] {
      var damaged = bytes
      damaged[feeds[99] + 1 + place] = byte
      try damaged.write(to: URL(fileURLWithPath: segment))
      let reader = try FileEventLog.open(at: path, for: .examining)
      func refusal(_ body: () throws -> Void) -> String? {
        do { try body() } catch { return "\(error)" }
        return nil
      }
      let plain = refusal { try reader.read(from: 100) { _ in .stop } }
      let single = refusal { _ = try reader.lendLine(at: 100) { _ in #expect(Bool(false)) } }
      #expect(plain != nil)
      #expect(single == nil || single == plain)
    }
  }
}
