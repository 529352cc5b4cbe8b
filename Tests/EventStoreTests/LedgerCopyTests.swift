import Chronology
import Diagnostics
import EventStore
import Glibc
import Testing
import Transparency

/// Copies of a log, and a head made anew, on a disk that loses power.
@Suite struct LedgerCopyTests {
  /// A ledger of segments of four with a batch for each of these ranges, on a disk of its own.
  private func ledger(
    _ ranges: [Range<Int>], publishing: Bool = false
  ) throws -> ModelledDisk {
    let disk = ModelledDisk()
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: 4, files: disk)
    try append(ranges, to: disk, publishing: publishing)
    return disk
  }

  private func append(
    _ ranges: [Range<Int>], to disk: ModelledDisk, publishing: Bool = false
  ) throws {
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    for range in ranges {
      _ = try log.append(try batch(range), signedBy: signer, now: noon, expecting: log.head)
      if publishing { _ = try log.publish(signedBy: [key(9)], .news) }
    }
  }

  private func copy(_ disk: ModelledDisk) throws {
    let log = try FileEventLog.open(at: "/l", for: .reading, files: disk)
    let copy = try LedgerCopy(of: log, to: "/b", as: .backup)
    _ = try copy.copy()
    let verification = try copy.verify(keys: { _, _ in signer.publicKey })
    try #require(verification.verdict == .intact)
    try copy.commit()
  }

  private func events(in folder: String, _ disk: ModelledDisk) throws -> Int {
    let log = try FileEventLog.open(at: folder, for: .reading, files: disk)
    return try EventStoreTests.events(of: log).count
  }

  @Test
  func
    `power lost at any moment of a copy leaves the one before or the new one, and it is gone on with`()
    throws
  {
    let disk = try ledger([0..<2, 2..<7])
    try copy(disk)
    try append([7..<13], to: disk)
    var numbers = SeededNumbers(11)
    var states = 0
    var sizes: [Int: Int] = [:]
    let start = disk.state
    disk.onStep = { disk in
      do {
        try CrashImages(disk.state).each(limit: 24, using: &numbers) { state in
          let image = ModelledDisk(state)
          states += 1
          sizes[try events(in: "/b", image), default: 0] += 1
          try copy(image)
          #expect(try events(in: "/b", image) == 13)
        }
      } catch {
        Issue.record("after \(disk.calls) calls: \(error)")
      }
    }
    try copy(disk)
    #expect(sizes.keys.sorted() == [7, 13])
    #expect(states > 200, "\(states)")
    // The ledger itself is as it was.
    disk.onStep = { _ in }
    #expect(
      disk.state.names.filter { $0.key.hasPrefix("/l/") }.keys.sorted()
        == start.names.filter { $0.key.hasPrefix("/l/") }.keys.sorted())
  }

  @Test func `a first copy that is cut off is no backup until its head is there`() throws {
    let disk = try ledger([0..<3, 3..<6])
    var index = 0
    while true {
      index += 1
      let broken = ModelledDisk(disk.state)
      var isHit = false
      broken.fails = { call, _, _ in
        guard call >= index else { return nil }
        isHit = true
        return ENOSPC
      }
      let outcome = code { try copy(broken) }
      broken.fails = { _, _, _ in nil }
      let healthy = ModelledDisk(broken.state)
      if outcome != nil, healthy.state.names["/b/head"] != nil {
        #expect(try events(in: "/b", healthy) == 6)
      }
      try copy(healthy)
      #expect(try events(in: "/b", healthy) == 6, "call \(index)")
      if !isHit { break }
    }
    #expect(index > 40)
  }

  @Test func `a copy takes no more than the head it was made for`() throws {
    let disk = try ledger([0..<3])
    let log = try FileEventLog.open(at: "/l", for: .reading, files: disk)
    let copy = try LedgerCopy(of: log, to: "/b", as: .backup)
    try append([3..<9], to: disk)
    _ = try copy.copy()
    try copy.commit()
    #expect(try events(in: "/b", disk) == 3)
    #expect(code { _ = try FileEventLog.open(at: "/b", for: .writing, files: disk) } == "BAK-01")
  }

  @Test
  func `power lost at any moment of making a head anew comes to the same when it is done again`()
    throws
  {
    let disk = try ledger([0..<3, 3..<6], publishing: true)
    // Two batches that no checkpoint speaks of, the second across a segment's end.
    try append([6..<7, 7..<10], to: disk)
    // Checkpoints are written without a sync; that they are there is what this is about.
    for id in disk.state.files.keys {
      if let bytes = disk.state.files[id]?.bytes { disk.state.files[id]?.stable = bytes }
    }
    disk.state.stable = disk.state.present
    disk.state.changes = []
    let head = try #require(disk.state.names["/l/head"])
    disk.state.files[head]?.bytes = Array("damaged\n".utf8)
    disk.state.files[head]?.stable = Array("damaged\n".utf8)
    func rebuild(_ disk: ModelledDisk) throws {
      let rebuilding = try HeadRebuilding(at: "/l", files: disk)
      let newest = try #require(try rebuilding.checkpoints().first)
      #expect(newest.head.size == 6)
      let verification = try rebuilding.verify(
        newest, keys: { _, _ in signer.publicKey }, origin: { nil }, onRecord: { _ in })
      #expect(
        verification?.verdict == .intact, "\(verification?.damage.map(\.diagnostic) ?? [])")
      try rebuilding.perform(newest)
    }
    func expectSound(_ image: ModelledDisk) throws {
      let log = try FileEventLog.open(at: "/l", for: .writing, files: image)
      #expect(try EventStoreTests.events(of: log) == (0..<6).map { event($0) })
      let tails = try log.quarantinedTails()
      // A cut between two pieces leaves the second to be put aside by itself.
      #expect((1...2).contains(tails.count) && tails.allSatisfy { $0.length > 0 })
      #expect(try log.quarantinedHeads().map(\.size).first == 6)
      _ = try log.append(try batch(20..<25), signedBy: signer, now: noon, expecting: log.head)
      #expect(try verify(image).verdict == .intact)
    }
    var numbers = SeededNumbers(12)
    var states = 0
    disk.onStep = { disk in
      do {
        try CrashImages(disk.state).each(limit: 24, using: &numbers) { state in
          let image = ModelledDisk(state)
          states += 1
          let outcome = code { try rebuild(image) }
          #expect(
            outcome == nil || outcome == "LOG-23", "after \(disk.calls) calls: \(outcome ?? "")")
          try expectSound(image)
        }
      } catch {
        Issue.record("after \(disk.calls) calls: \(error)")
      }
    }
    try rebuild(disk)
    disk.onStep = { _ in }
    try expectSound(disk)
    #expect(states > 100, "\(states)")
  }

  @Test func `what is planned is what opening for writing does, in every state a power cut leaves`()
    throws
  {
    let disk = try ledger([0..<3])
    var numbers = SeededNumbers(13)
    var kinds: Set<String> = []
    disk.onStep = { disk in
      do {
        try CrashImages(disk.state).each(limit: 16, using: &numbers) { state in
          let image = ModelledDisk(state)
          let names = Set(state.names.keys)
          let plan = try FileEventLog.recoveryPlan(at: "/l", files: image)
          #expect(Set(image.state.names.keys) == names, "planning writes nothing")
          for step in plan { kinds.insert("\(step)".prefix { $0 != "(" }.description) }
          let log = try FileEventLog.open(at: "/l", for: .writing, files: image)
          try log.removeDrafts()
          let tails = plan.compactMap { if case .quarantine(let tail) = $0 { tail } else { nil } }
          #expect(log.recoveredTails == tails)
          for case .removeDraft(let path) in plan { #expect(image.state.names[path] == nil) }
          #expect(try FileEventLog.recoveryPlan(at: "/l", files: image) == [])
        }
      } catch {
        // Another value holds the lock while the disk is looked at, but not in the image.
        Issue.record("after \(disk.calls) calls: \(error)")
      }
    }
    try append([3..<7, 7..<9], to: disk)
    #expect(
      kinds.isSuperset(of: ["quarantine", "removeDraft", "seal", "restoreLeaves"]), "\(kinds)")
  }
}
