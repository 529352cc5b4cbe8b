import Chronology
import Diagnostics
import EventStore
import Glibc
import Testing
import Transparency

/// Errors of the disk at every call, and a disk that fills up at every byte.
@Suite struct DiskFaultTests {
  /// A ledger with three events in segments of four, on a disk of its own.
  static func ledger() throws -> ModelledDisk.State {
    let disk = ModelledDisk()
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: 4, files: disk)
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    _ = try log.append(try batch(0..<3), signedBy: signer, now: noon, expecting: log.head)
    return disk.state
  }

  /// What a ledger holds when nothing is wrong with the disk any more.
  static func survivors(_ disk: ModelledDisk) throws -> [[UInt8]] {
    let healthy = ModelledDisk(disk.state)
    let log = try FileEventLog.open(at: "/l", for: .writing, files: healthy)
    let survivors = try events(of: log)
    _ = try log.append(try batch(50..<51), signedBy: signer, now: noon, expecting: log.head)
    #expect(try verify(healthy).verdict == .intact)
    return survivors
  }

  @Test(arguments: [true, false])
  func `an error at any call loses nothing that was confirmed, and ends the writer`(
    _ persists: Bool
  ) throws {
    let state = try Self.ledger()
    let before = (0..<3).map { event($0) }
    let after = (0..<8).map { event($0) }
    var outcomes: [String: Int] = [:]
    var index = 0
    while true {
      index += 1
      let disk = ModelledDisk(state)
      var hits = 0
      var syncsAfterFailure = 0
      var failedSync: String?
      disk.fails = { call, name, path in
        if let failedSync, name.contains("sync"), path == failedSync { syncsAfterFailure += 1 }
        guard call == index || (persists && call > index) else { return nil }
        hits += 1
        if name.contains("sync") { failedSync = failedSync ?? path }
        return EIO
      }
      var confirmed = before
      var possible = [before]
      let outcome = code {
        let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
        let batch = try batch(3..<8)
        do {
          _ = try log.append(batch, signedBy: signer, now: noon, expecting: log.head)
          confirmed = after
          possible = [after]
        } catch {
          if let failure = error as? AppendFailure, case .outcomeUnknown = failure {
            possible = [before, after]
            #expect(code { try Self.again(log) } == "LOG-12")
            throw error
          }
          #expect(log.head.size == 3)
          #expect(code { try Self.again(log) } == "LOG-12")
          throw error
        }
      }
      outcomes[outcome ?? "kept", default: 0] += 1
      #expect(persists || syncsAfterFailure == 0, "call \(index): a failed sync was repeated")
      let survivors = try Self.survivors(disk)
      #expect(possible.contains(survivors), "call \(index): \(outcome ?? "kept")")
      #expect(survivors.count >= confirmed.count)
      if hits == 0 { break }
    }
    print("EIO \(persists ? "from each call on" : "at each call"): \(index - 1) calls, \(outcomes)")
    #expect(index > 60)
    #expect(Set(outcomes.keys).isSuperset(of: ["LOG-10", "LOG-11", "kept"]))
  }

  private static func again(_ log: FileEventLog) throws {
    _ = try log.append(try batch(60..<61), signedBy: signer, now: noon, expecting: log.head)
  }

  @Test func `a disk that fills up at any byte refuses the batch whole and opens again by itself`()
    throws
  {
    let state = try Self.ledger()
    let probe = ModelledDisk(state)
    let used = probe.used
    var kept = 0
    for room in 0..<1_100 {
      let disk = ModelledDisk(state)
      disk.capacity = used + room
      let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
      let batch = try batch(3..<8)
      do {
        _ = try log.append(batch, signedBy: signer, now: noon, expecting: log.head)
        kept += 1
      } catch {
        guard case .diskFull = error else { throw error }
        #expect(log.head.size == 3)
        // The closing event fits all the same.
        let writer =
          log.isEnded ? try FileEventLog.open(at: "/l", for: .writing, files: disk) : log
        _ = try writer.append(
          try UnsignedBatch([event(99)]), signedBy: signer, now: noon, expecting: writer.head,
          purpose: .closing)
        // After it, nothing more, until there is room for the reserve.
        #expect(
          code {
            _ = try writer.append(
              try UnsignedBatch([event(100)]), signedBy: signer, now: noon,
              expecting: writer.head)
          } == "LOG-09")
        disk.capacity = used + 3 << 20
        _ = try writer.append(batch, signedBy: signer, now: noon, expecting: writer.head)
        #expect(writer.hasReserve)
        #expect(try events(of: writer).count == 9)
      }
      #expect(try verify(ModelledDisk(disk.state)).verdict == .intact)
    }
    // The last ones have room for all of it, so that no byte of the commit was passed over.
    print("disk full: 1100 rooms, kept \(kept)")
    #expect(kept > 10 && kept < 1_000)
  }

  @Test func `a torn tail on a full disk is put aside with the reserve`() throws {
    var state = try Self.ledger()
    let path = "/l/segments/000000000000.ndjson"
    state.files[state.names[path] ?? 0]?.bytes += [UInt8](repeating: 0x7B, count: 700)
    let disk = ModelledDisk(state)
    disk.capacity = disk.used
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    #expect(log.recoveredTails.map(\.length) == [700])
    #expect(try log.quarantinedTails() == log.recoveredTails)
    #expect(try events(of: log).count == 3)
  }

  @Test func `no sync is repeated after one that found the disk full, and the next writer goes on`()
    throws
  {
    // A torn tail in a second segment, so that all there is to put in order is put in order.
    var state = try Self.ledger()
    let disk = ModelledDisk(state)
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    _ = try log.append(try batch(3..<4), signedBy: signer, now: noon, expecting: log.head)
    state = disk.state
    state.names["/l/segments/000000000000.sealed"] = nil
    let torn = ModelledDisk(state)
    var calls = 0
    var opening = 0
    torn.fails = { index, name, path in
      if name == "pwrite", path == "/l/head", index > opening { calls = index }
      return calls > 0 ? EIO : nil
    }
    _ = code {
      let log = try FileEventLog.open(at: "/l", for: .writing, files: torn)
      opening = torn.calls
      _ = try log.append(try batch(4..<7), signedBy: signer, now: noon, expecting: log.head)
    }
    var syncs = 0
    var index = 0
    var hits = 1
    while hits > 0 {
      index += 1
      hits = 0
      let disk = ModelledDisk(torn.state)
      var failed: String?
      disk.fails = { call, name, path in
        if name.contains("sync"), path == failed { Issue.record("\(name) \(path) once more") }
        guard call == index else { return nil }
        hits += 1
        guard name.contains("sync") else { return nil }
        syncs += 1
        failed = path
        return ENOSPC
      }
      let outcome = code {
        let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
        _ = try log.append(try batch(4..<6), signedBy: signer, now: noon, expecting: log.head)
      }
      let survivors = try Self.survivors(disk).count
      #expect(outcome == nil ? survivors == 6 : [4, 6].contains(survivors), "call \(index)")
    }
    print("ENOSPC at each sync while a tail is put aside: \(syncs) syncs")
    #expect(syncs > 8)
  }
}
