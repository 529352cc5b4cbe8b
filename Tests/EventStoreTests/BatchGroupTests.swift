import Diagnostics
import EventStore
import Testing
import Transparency

/// Batches that share a commit.
@Suite struct BatchGroupTests {
  /// A new ledger, with a batch behind which so many may follow at once.
  private func ledger(allowing count: Int) throws -> (disk: ModelledDisk, log: FileEventLog) {
    let disk = ModelledDisk()
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: 8, files: disk)
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    try commit([0..<1], to: log, allowing: count)
    return (disk, log)
  }

  private func commit(
    _ batches: [Range<Int>], to log: FileEventLog, allowing count: Int
  ) throws {
    try log.beginAppending(expecting: log.head)
    defer { log.endAppending() }
    var group = try log.beginGroup(now: noon)
    for numbers in batches {
      let before = group.head
      let receipt = try log.add(try batch(numbers), signedBy: signer, to: &group)
      #expect(receipt.first == before.size && receipt.count == numbers.count)
      #expect(
        receipt.head == group.head && receipt.head.size == before.size + UInt64(numbers.count))
    }
    #expect(log.head.size < group.head.size)
    try log.commit(group, batchesNext: count)
    #expect(log.head == group.head)
  }

  @Test func `are the same log as one after the other, for one sync of lines and one of the head`()
    throws
  {
    let (disk, log) = try ledger(allowing: 3)
    var syncs: [String] = []
    disk.observes = { call, path in if call.contains("sync") { syncs.append("\(call) \(path)") } }
    try commit([1..<3, 3..<4, 4..<6], to: log, allowing: 1)
    #expect(syncs == ["fdatasync /l/segments/000000000000.ndjson", "fdatasync /l/head"])
    let plain = ModelledDisk()
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: 8, files: plain)
    let other = try FileEventLog.open(at: "/l", for: .writing, files: plain)
    for numbers in [0..<1, 1..<3, 3..<4, 4..<6] {
      _ = try other.append(
        try batch(numbers), signedBy: signer, now: noon, expecting: other.head)
    }
    #expect(log.head == other.head)
    #expect(
      disk.state.files.values.contains { file in
        file.bytes
          == plain.state.files[plain.state.names["/l/segments/000000000000.ndjson"] ?? 0]?.bytes
      })
    #expect(try verify(disk).verdict == .intact)
    #expect(try verify(disk).counts.batches == 4)
  }

  @Test func `go over the end of a segment`() throws {
    let (disk, log) = try ledger(allowing: 3)
    try commit([1..<5, 5..<11, 11..<20], to: log, allowing: 1)
    #expect(try events(of: log) == (0..<20).map { event($0) })
    #expect(try verify(disk).verdict == .intact)
  }

  @Test func `have no more room than the head before them says`() throws {
    let (_, log) = try ledger(allowing: 2)
    try log.beginAppending(expecting: log.head)
    defer { log.endAppending() }
    var group = try log.beginGroup(now: noon)
    #expect(group.room == 2 && group.isEmpty)
    _ = try log.add(try batch(1..<2), signedBy: signer, to: &group)
    _ = try log.add(try batch(2..<3), signedBy: signer, to: &group)
    #expect(group.room == 0 && !group.hasRoom(forEvents: 1) && !group.isEmpty)
  }

  @Test
  func `a head set back over more batches than it allows is suspected, and over fewer it is not`()
    throws
  {
    let (disk, log) = try ledger(allowing: 2)
    let head = disk.state.files[disk.state.names["/l/head"] ?? 0]?.bytes ?? []
    for (batches, isSuspected) in [([1..<2, 2..<3], false), ([3..<4], true)] {
      try commit(batches, to: log, allowing: 1)
      var state = disk.state
      state.files[state.names["/l/head"] ?? 0]?.bytes = head
      let found = code {
        _ = try FileEventLog.open(at: "/l", for: .writing, files: ModelledDisk(state))
      }
      #expect(found == (isSuspected ? "LOG-15" : nil))
      let verdict = try verify(ModelledDisk(state)).verdict
      #expect((verdict == .tornTail) == !isSuspected, "\(verdict)")
    }
  }
}
