import Projections

/// Bytes that stay where they are for as long as somebody keeps them.
final class HeldBytes: SnapshotKeeper {
  nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    self.bytes = .allocate(byteCount: bytes.count, alignment: 16)
    self.bytes.copyBytes(from: bytes)
  }

  deinit { bytes.deallocate() }

  func expectMuch() {}

  func register() -> (register: Register, stamp: [UInt8])? {
    RegisterSnapshot.register(from: UnsafeRawBufferPointer(bytes), owner: self)
  }
}
