import EventStore
import Foundation
import Testing

@Suite struct `Reading from the middle of a segment` {
  @Test func `gives the events from any position on, however long the lines are`() throws {
    let path = freshPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileEventLog.create(at: path, origin: "log.example", created: noon, segmentSize: 1_024)
    let log = try FileEventLog.open(at: path, for: .writing)
    var count = 0
    while count < 3_000 {
      _ = try log.append(
        try batch(count..<count + 250, padding: count % 1_000 == 0 ? 9_000 : count % 7 * 40),
        signedBy: signer, now: noon, expecting: log.head)
      count += 250
    }
    let all = try events(of: log)
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
}
