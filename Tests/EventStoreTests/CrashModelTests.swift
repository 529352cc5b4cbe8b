import Diagnostics
import EventStore
import Foundation
import Testing
import Transparency

/// Power cuts after every step of several commits, on a disk that keeps any part of what was not
/// synced.
@Suite struct CrashModelTests {
  /// The disk between two steps, and what had been confirmed by then.
  struct Moment {
    var state: ModelledDisk.State
    var confirmed: Int
    var attempted: Int
  }

  static let sizes = [1, 2, 1, 3, 6, 1, 2]

  /// Sizes at which the log is whole.
  static let boundaries: [Int] = {
    var sum = 0
    return [0]
      + sizes.map {
        sum += $0
        return sum
      }
  }()

  static let expected = (0..<(boundaries.last ?? 0)).map { event($0, padding: $0 % 3 * 80) }

  /// Makes a ledger of segments of four events, commits the batches, and keeps every moment
  /// between.
  static func moments(_ mutate: (ModelledDisk) -> Void = { _ in }) throws -> [Moment] {
    let disk = ModelledDisk()
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: 4, files: disk)
    mutate(disk)
    var moments: [Moment] = []
    var confirmed = 0
    var attempted = 0
    disk.onStep = {
      moments.append(Moment(state: $0.state, confirmed: confirmed, attempted: attempted))
    }
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    for size in sizes {
      attempted += size
      _ = try log.append(
        try UnsignedBatch(Array(expected[confirmed..<attempted])), signedBy: signer, now: noon,
        expecting: log.head)
      confirmed = attempted
      moments.append(Moment(state: disk.state, confirmed: confirmed, attempted: attempted))
    }
    return moments
  }

  /// What is wrong with a disk after a power cut; `nil` when all that was promised holds.
  static func fault(
    _ image: ModelledDisk.State, _ moment: Moment, steps: ((ModelledDisk) -> Void)? = nil
  ) -> String? {
    do {
      let disk = ModelledDisk(image)
      if let steps { disk.onStep = steps }
      let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
      disk.onStep = { _ in }
      let size = Int(log.head.size)
      guard size >= moment.confirmed else { return "lost" }
      guard size <= moment.attempted, boundaries.contains(size) else { return "partial" }
      guard try events(of: log) == Array(expected[..<size]) else { return "changed" }
      let more = try batch(100..<102)
      _ = try log.append(more, signedBy: signer, now: noon, expecting: log.head)
      let again = try FileEventLog.open(at: "/l", for: .reading, files: disk)
      guard again.head == log.head, again.uncommittedByteCount == 0 else { return "not kept" }
      guard try events(of: again, from: UInt64(size)) == more.events else { return "not kept" }
      for tail in try again.quarantinedTails() {
        let id = disk.state.names["/l/quarantine/\(tail.name)"] ?? 0
        let bytes = disk.state.files[id]?.bytes ?? []
        guard SHA256.digest(of: bytes) == tail.sha256 else { return "quarantine" }
      }
      return nil
    } catch {
      return code { throw error } ?? "\(error)"
    }
  }

  @Test
  func `after a power cut at any step nothing confirmed is lost and no part of a batch counts`()
    throws
  {
    // A long run asks for more states by the environment.
    let environment = ProcessInfo.processInfo.environment
    let limit = environment["LIGGARE_CRASH_STATES"].flatMap { Int($0) } ?? 20
    var numbers = SeededNumbers(1)
    var others = SeededNumbers(4)
    var count = 0
    var again = 0
    var faults: [String: Int] = [:]
    let moments = try Self.moments()
    for moment in moments {
      CrashImages(moment.state).each(limit: limit, using: &numbers) { image in
        count += 1
        // Every so often the power goes again, while the first cut is being put in order.
        var second: [ModelledDisk.State] = []
        let isTwice = count % 64 == 0
        if let fault = Self.fault(
          image, moment, steps: isTwice ? { second.append($0.state) } : nil)
        {
          faults[fault, default: 0] += 1
        }
        for state in second {
          CrashImages(state).each(limit: 3, using: &others) { image in
            again += 1
            if let fault = Self.fault(image, moment) { faults["twice: \(fault)", default: 0] += 1 }
          }
        }
      }
    }
    print(
      "crash model: \(moments.count) moments, \(count) states, \(again) after a second cut, bad: \(faults)"
    )
    #expect(faults.isEmpty)
    #expect(count > 2_000)
  }

  /// A commit with one of its syncs left out.
  enum Mutant: String, CaseIterable, CustomTestStringConvertible {
    case segmentSync = "fdatasync of the segment"
    case headSync = "fsync of head.tmp"
    case folderSync = "fsync of the folder"
    case segmentsSync = "fsync of segments/"
    case headInPlace = "head overwritten in place"

    var testDescription: String { rawValue }

    func apply(to disk: ModelledDisk) {
      switch self {
      case .segmentSync: disk.ignoresSync = { $0 == "fdatasync" && $1.hasSuffix(".ndjson") }
      case .headSync: disk.ignoresSync = { $0 == "fsync" && $1 == "/l/head.tmp" }
      case .folderSync: disk.ignoresSync = { $0 == "fsync" && $1 == "/l" }
      case .segmentsSync: disk.ignoresSync = { $0 == "fsync" && $1 == "/l/segments" }
      case .headInPlace: disk.renamesInPlace = true
      }
    }
  }

  @Test(arguments: Mutant.allCases)
  func `without one of its syncs the commit would lose something`(_ mutant: Mutant) throws {
    var numbers = SeededNumbers(2)
    var count = 0
    var faults: [String: Int] = [:]
    for moment in try Self.moments(mutant.apply) {
      CrashImages(moment.state).each(limit: 6, using: &numbers) { image in
        count += 1
        if let fault = Self.fault(image, moment) { faults[fault, default: 0] += 1 }
      }
    }
    print("crash model without \(mutant.rawValue): \(count) states, bad: \(faults)")
    #expect(!faults.isEmpty)
  }

  @Test func `a power cut while a ledger is made leaves either the ledger or none`() throws {
    var numbers = SeededNumbers(3)
    let disk = ModelledDisk()
    var moments: [ModelledDisk.State] = []
    disk.onStep = { moments.append($0.state) }
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: 4, files: disk)
    moments.append(disk.state)
    var codes: [String: Int] = [:]
    for state in moments {
      CrashImages(state).each(limit: 64, using: &numbers) { image in
        let code = code {
          _ = try FileEventLog.open(at: "/l", for: .writing, files: ModelledDisk(image))
        }
        codes[code ?? "opens", default: 0] += 1
      }
    }
    #expect(Set(codes.keys) == ["LOG-01", "opens"], "\(codes)")
    #expect(code { _ = try FileEventLog.open(at: "/l", for: .reading, files: disk) } == nil)
  }
}
