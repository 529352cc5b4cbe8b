import EventStore
import Glibc
import Testing
import Transparency

/// One thing that happens to a ledger, as one process after the other does it.
enum LedgerStep: String, CaseIterable {
  /// A batch of one event.
  case commit
  /// Two batches by the same writer.
  case commitTwice
  /// A batch, and then two that are put on the disk together.
  case commitGroup
  /// A batch that fills a segment, closes it and begins the next.
  case commitAcross
  /// A writer is killed within its batch; the next one puts the torn tail aside.
  case tear
  /// A writer is killed within its batch, and one that had opened before it goes on.
  case tearBeside
  /// A writer is killed within a group of batches; the next one puts what is there of it aside.
  case tearGroup
  /// A writer is killed after its head is written and before that is certain.
  case dieAtHead
  /// The disk is full: a batch is refused, the closing event is not, and then there is room again.
  case fill

  /// All sequences of one to `length` steps, the shorter ones first.
  static func sequences(upTo length: Int) -> [[LedgerStep]] {
    var last: [[LedgerStep]] = [[]]
    var all: [[LedgerStep]] = []
    for _ in 0..<length {
      last = last.flatMap { sequence in allCases.map { sequence + [$0] } }
      all += last
    }
    return all
  }
}

/// A ledger on a modelled disk that goes through steps, with what was promised about it.
final class LedgerRun {
  /// The disk between two calls, and what a power cut there must leave.
  struct Moment {
    var state: ModelledDisk.State
    /// The events that were confirmed.
    var kept: [[UInt8]]
    /// The events with the batch that is being written.
    var pending: [[UInt8]]
    /// The torn tails that a writer has put aside.
    var tails: [TornTail]
    /// Whether space for a closing event is set aside.
    var hasReserve: Bool
    /// Whether a writer has put the ledger in order, so that nothing lies behind the head.
    var isTidy: Bool
  }

  private let disk = ModelledDisk()
  private var kept: [[UInt8]] = []
  private var pending: [[UInt8]] = []
  private var tails: [TornTail] = []
  private var hasReserve = true
  private var isTidy = false
  private var number = 0
  private var onMoment: ((Moment) -> Void)?

  /// A new ledger of segments of four events.
  init(_ mutate: (ModelledDisk) -> Void = { _ in }) throws {
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: 4, files: disk)
    mutate(disk)
    disk.onStep = { [unowned self] _ in onMoment?(moment) }
  }

  /// Goes through steps, and tells of each moment of the last of them.
  func perform(_ steps: [LedgerStep], _ onMoment: @escaping (Moment) -> Void) throws {
    for (index, step) in steps.enumerated() {
      self.onMoment = index + 1 == steps.count ? onMoment : nil
      try perform(step)
      self.onMoment?(moment)
    }
    self.onMoment = nil
  }

  private var moment: Moment {
    Moment(
      state: disk.state, kept: kept, pending: pending, tails: tails, hasReserve: hasReserve,
      isTidy: isTidy)
  }

  private func perform(_ step: LedgerStep) throws {
    switch step {
    case .commit: try append(1, to: try open())
    case .commitTwice:
      let log = try open()
      try append(2, to: log)
      try append(1, to: log)
    case .commitGroup: try appendGroup(try open())
    case .tearGroup:
      try tearGroup()
      try append(1, to: try open())
    case .commitAcross: try append(5, to: try open())
    case .tear:
      try tear()
      try append(1, to: try open())
    case .tearBeside:
      let log = try open()
      try tear()
      try append(1, to: log)
      tails = log.recoveredTails + tails.filter { !log.recoveredTails.contains($0) }
    case .dieAtHead:
      var isWritten = false
      try die(appending: 2) { call, path in
        defer { isWritten = isWritten || (call == "pwrite" && path == "/l/head") }
        return isWritten && call == "fdatasync"
      }
      try append(1, to: try open())
    case .fill: try fill()
    }
  }

  private func tear() throws {
    var writes = 0
    try die(appending: 3) { call, path in
      if call == "pwrite", path.hasSuffix(".ndjson") { writes += 1 }
      return writes == 3
    }
  }

  /// Appends a batch behind which several may follow, and then two batches at once.
  private func appendGroup(_ log: FileEventLog) throws {
    pending = kept + batch(1)
    try append([pending.suffix(1)], to: log)
    kept = pending
    pending = kept + batch(3)
    try append([pending.suffix(3).prefix(2), pending.suffix(1)], to: log)
    kept = pending
  }

  /// Appends batches at once, and lets two follow at once.
  private func append(_ batches: [ArraySlice<[UInt8]>], to log: FileEventLog) throws {
    try log.beginAppending(expecting: log.head)
    defer { log.endAppending() }
    var group = try log.beginGroup(now: noon)
    for events in batches {
      _ = try log.add(try UnsignedBatch(Array(events)), signedBy: signer, to: &group)
    }
    try log.commit(group, batchesNext: 2)
  }

  private func tearGroup() throws {
    let log = try open()
    var (heads, writes) = (0, 0)
    var isDead = false
    disk.fails = { _, call, path in
      if call == "pwrite", path == "/l/head" { heads += 1 }
      // The group comes after the batch that lets it follow.
      if call == "pwrite", path.hasSuffix(".ndjson"), heads > 0 { writes += 1 }
      if writes == 4 { isDead = true }
      return isDead ? EIO : nil
    }
    _ = code { try appendGroup(log) }
    try #require(isDead)
    disk.fails = { _, _, _ in nil }
  }

  private func fill() throws {
    let log = try open()
    disk.capacity = disk.used + 300
    pending = kept + batch(3)
    let refusal = code { try self.append(pending.suffix(3), to: log, .ordinary) }
    #expect(refusal == "LOG-08" || refusal == "LOG-09" || refusal == "LOG-10", "\(refusal ?? "")")
    pending = kept
    if !log.isEnded { noteTidy() }
    hasReserve = false
    let closing = log.isEnded ? try open() : log
    pending = kept + batch(1)
    try append(pending.suffix(1), to: closing, .closing)
    kept = pending
    disk.capacity = .max
    try append(1, to: closing)
    hasReserve = true
  }

  private func batch(_ count: Int) -> [[UInt8]] {
    number += count
    return (number - count..<number).map { event($0, padding: $0 % 3 * 80) }
  }

  private func append(_ count: Int, to log: FileEventLog) throws {
    pending = kept + batch(count)
    try append(pending.suffix(count), to: log, .ordinary)
    kept = pending
  }

  private func append(
    _ events: ArraySlice<[UInt8]>, to log: FileEventLog, _ purpose: AppendPurpose
  ) throws {
    _ = try log.append(
      try UnsignedBatch(Array(events)), signedBy: signer, now: noon, expecting: log.head,
      purpose: purpose)
  }

  /// What opening for writing has seen is certain from then on.
  private func open() throws -> FileEventLog {
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    if Int(log.head.size) == pending.count { kept = pending }
    pending = kept
    tails += log.recoveredTails
    noteTidy()
    return log
  }

  private func noteTidy() {
    isTidy = true
    onMoment?(moment)
    isTidy = false
  }

  /// A writer of whom no call is made any more from where `isEnd` says so.
  private func die(
    appending count: Int, _ isEnd: @escaping (_ call: String, _ path: String) -> Bool
  ) throws {
    var isDead = false
    disk.fails = { _, call, path in
      if !isDead { isDead = isEnd(call, path) }
      return isDead ? EIO : nil
    }
    _ = code { try self.append(count, to: try self.open()) }
    try #require(isDead)
    disk.fails = { _, _, _ in nil }
  }
}
