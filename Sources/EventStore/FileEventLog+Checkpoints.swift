public import Diagnostics
public import Transparency

extension FileEventLog {
  /// The checkpoints that were issued, the newest first, as long as the closure wants more; such as cannot be read are passed over.
  public func forEachCheckpoint(
    _ body: (SignedCheckpoint) throws(Diagnostic) -> ReadingStep
  ) throws(Diagnostic) {
    let names = try reporting { () throws(SystemError) in
      try files.namesIfPresent(in: folder.checkpoints)
    }
    for size in (names ?? []).compactMap(LedgerFolder.checkpointSize).sorted(by: >) {
      guard let checkpoint = try reader.keptCheckpoint(size) else { continue }
      if case .stop = try body(checkpoint) { return }
    }
  }

  /// The bytes of the ledger's witness policy; nothing when it has none.
  public func witnessPolicyBytes() throws(Diagnostic) -> [UInt8]? {
    try reader.bytes(of: folder.witnessPolicy, limit: WitnessPolicy.bytesMax + 1)
  }

  /// Puts a witness policy in the place of the one there is, in one step.
  public func replaceWitnessPolicy(with bytes: [UInt8]) throws(Diagnostic) {
    guard access == .writing else { throw StoreCode.openedForReading.diagnostic() }
    try takeLock()
    defer { releaseLock() }
    try reporting { () throws(SystemError) in
      try files.replace(
        folder.witnessPolicy, draft: folder.witnessPolicy + ".tmp", folder: folder.path, with: bytes
      )
    }
  }
}
