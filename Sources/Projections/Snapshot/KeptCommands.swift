import AccessModel

/// The commands in a snapshot.
struct KeptCommands: Sendable {
  let bytes: CheckedBytes
  let slots: Int
  let slotCount: Int
  let hasZero: Bool
  let seed: UInt64

  func contains(_ id: UniqueID) -> Bool {
    CommandSet.contains(id, in: slotCount, seed: seed) { self[$0] }
  }

  subscript(slot: Int) -> UniqueID {
    guard let bytes = bytes.bytes(at: slots + slot * 16, count: 16) else { return CommandSet.zero }
    return UniqueID(
      high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }
}
