import EventStore
import Testing
import Transparency

/// What must hold on a disk after a power cut, for whoever opens the ledger next.
struct CrashOracle {
  /// Which of the dearer questions are asked: all of them, or only what every state is asked.
  enum Depth {
    case brief
    case whole
  }

  let moment: LedgerRun.Moment
  /// The torn tails of an earlier cut, which must not be lost by a later one.
  var tails: [TornTail]

  init(_ moment: LedgerRun.Moment, tails: [TornTail] = []) {
    self.moment = moment
    self.tails = moment.tails + tails
  }

  /// What is wrong; `nil` when all that was promised holds.
  /// - Parameter onStep: told of each step of putting the ledger in order.
  func fault(
    _ image: ModelledDisk.State, _ depth: Depth, onStep: ((ModelledDisk) -> Void)? = nil
  ) -> String? {
    do {
      if depth == .whole, let fault = try readersFault(image) { return fault }
      let disk = ModelledDisk(image)
      if let onStep { disk.onStep = onStep }
      let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
      disk.onStep = { _ in }
      guard log.head.size >= moment.kept.count else { return "lost" }
      let found = try events(of: log)
      guard found == moment.kept || found == moment.pending else { return "changed" }
      if depth == .whole {
        let ordered = disk.state.files.mapValues(\.bytes)
        _ = try FileEventLog.open(at: "/l", for: .writing, files: disk)
        guard disk.state.files.mapValues(\.bytes) == ordered else { return "put in order twice" }
      }
      let more = try batch(900..<902)
      _ = try log.append(more, signedBy: signer, now: noon, expecting: log.head)
      let again = try FileEventLog.open(at: "/l", for: .reading, files: disk)
      guard again.head == log.head, again.uncommittedByteCount == 0,
        try events(of: again) == found + more.events
      else { return "not kept" }
      if let fault = try quarantineFault(again, disk) ?? sealFault(disk) { return fault }
      if depth == .whole {
        guard try verify(disk).verdict == .intact else { return "not intact" }
        if moment.hasReserve, let fault = try reserveFault(image) { return fault }
      }
      return nil
    } catch {
      return code { throw error } ?? "\(error)"
    }
  }

  /// A reader sees the same before anybody has put anything in order.
  private func readersFault(_ image: ModelledDisk.State) throws -> String? {
    let disk = ModelledDisk(image)
    disk.isReadOnly = true
    let found = try events(of: try FileEventLog.open(at: "/l", for: .reading, files: disk))
    guard found == moment.kept || found == moment.pending else { return "changed for a reader" }
    let worst: LogVerdict = moment.isTidy ? .intact : .tornTail
    return try verify(disk).verdict <= worst ? nil : "damaged for a reader"
  }

  /// Every tail that was put aside is there, byte for byte.
  private func quarantineFault(_ log: FileEventLog, _ disk: ModelledDisk) throws -> String? {
    let kept = try log.quarantinedTails()
    guard Set(kept).isSuperset(of: tails) else { return "evidence lost" }
    for tail in kept {
      let id = disk.state.names["/l/quarantine/\(tail.name)"] ?? 0
      guard SHA256.digest(of: disk.state.files[id]?.bytes ?? []) == tail.sha256 else {
        return "evidence changed"
      }
    }
    return nil
  }

  /// A segment with a manifest is closed, and its leaf hashes are those of its lines.
  private func sealFault(_ disk: ModelledDisk) -> String? {
    for name in disk.state.names.keys where name.hasSuffix(".sealed") {
      let stem = name.dropLast("sealed".count)
      let segment = disk.state.files[disk.state.names[stem + "ndjson"] ?? 0]
      guard segment?.mode == 0o444 else { return "sealed and not closed" }
      let lines = (segment?.bytes ?? []).split(separator: 0x0A)
      let leaves = lines.flatMap { line in
        MerkleTree.leafHash(of: Array(line)).withUnsafeBytes { Array($0) }
      }
      let stated = disk.state.files[disk.state.names[stem + "leaves"] ?? 0]?.bytes
      guard stated == leaves else { return "sealed with other leaves" }
    }
    return nil
  }

  /// The closing event fits, even when others have taken all other space.
  private func reserveFault(_ image: ModelledDisk.State) throws -> String? {
    let disk = ModelledDisk(image)
    disk.capacity = disk.used
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    let failure = code {
      _ = try log.append(
        try batch(950..<951), signedBy: signer, now: noon, expecting: log.head, purpose: .closing)
    }
    return failure.map { "no room for the closing event: \($0)" }
  }
}
