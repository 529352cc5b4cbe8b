import EventStore
import Glibc
import Projections
import Transparency

/// The files `permissions/<position>` beside the log: who had access to what at the end of a segment, so that what was known at a moment
/// need not be folded from the beginning.
///
/// Derived: they may be removed at any time, and are ignored when they are damaged, foreign or of another version. Each has the edge of the
/// tree over the events before it: hashing goes on from there, and must come to the root that the log had. They are kept where somebody
/// asked, and there are never many. Nothing that proves the log reads them.
struct KeptPermissions {
  private let folder: String
  /// Up to which positions something is kept, in their order.
  let positions: [UInt64]

  private static let countMax = 8

  /// Looks at what is kept of a ledger.
  init(of ledger: String) {
    folder = "\(ledger)/permissions"
    let names = (try? LinuxFileSystem().names(in: folder)) ?? []
    positions = names.compactMap(Self.position).sorted()
  }

  /// How many events must be folded for what comes of it to be worth keeping: it grows with what there is to write.
  static func isWorthKeeping(at position: UInt64, after last: UInt64) -> Bool {
    position - min(last, position) > position / 64
  }

  func path(_ position: UInt64) -> String { "\(folder)/\(Self.name(position))" }

  /// What is kept next before a position, with what can be used of it; `nil` when there is nothing.
  func last(upTo position: UInt64) -> PermissionReplay? {
    for kept in positions.reversed() where kept <= position {
      if let replay = replay(at: kept) { return replay }
    }
    return nil
  }

  /// What is kept at a position; `nil` when it cannot be used.
  func replay(at position: UInt64) -> PermissionReplay? {
    guard let file = MappedFile(path(position)) else { return nil }
    file.expectMuch()
    guard let stamp = PermissionSnapshot.stamp(in: file.bytes).flatMap(Stamp.init),
      stamp.tree.size == position,
      let state = PermissionSnapshot.state(from: file.bytes, owner: file)
    else { return nil }
    return PermissionReplay(state, tree: stamp.tree, byteCount: Int(stamp.byteCount))
  }

  /// Keeps what a part of the log came to, unless something was corrected in it, and lets go of another when there are many.
  func keep(_ replay: borrowing PermissionReplay) {
    let position = replay.eventCount
    guard replay.tree.size == position, replay.state.corrections.isEmpty,
      mkdir(folder, 0o700) == 0 || errno == EEXIST
    else { return }
    let stamp = Stamp(tree: replay.tree, byteCount: UInt64(replay.byteCount))
    let isKept = DerivedFile.replace(path(position)) {
      PermissionSnapshot.write(replay.state, stamp: stamp.bytes, $0)
    }
    guard isKept, positions.count >= Self.countMax, let other = leastMissed(beside: position)
    else { return }
    forget(other)
  }

  func forget(_ position: UInt64) { unlink(path(position)) }

  /// That without which the events to fold become fewest more, in proportion to what there is before them.
  private func leastMissed(beside position: UInt64) -> UInt64? {
    let all = ([0] + positions.filter { $0 != position } + [position]).sorted()
    return all.indices.dropFirst().filter { all[$0] != position }.min { one, other in
      share(all, one) < share(all, other)
    }.map { all[$0] }
  }

  private func share(_ positions: [UInt64], _ index: Int) -> Double {
    Double(positions[index] - positions[index - 1]) / Double(positions[index])
  }

  /// The drafts of files whose writers are gone.
  func abandonedDrafts() -> [String] {
    DerivedFile.abandonedDrafts(in: folder) { Self.position(String($0)) != nil }
  }

  private static func name(_ position: UInt64) -> String {
    let digits = String(position)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  private static func position(_ name: String) -> UInt64? {
    guard let position = UInt64(name), position > 0, self.name(position) == name else { return nil }
    return position
  }

  /// Where in which log a state stands: the number of bytes before it, and the edge of the tree over the events.
  private struct Stamp {
    var tree: MerkleFrontier
    var byteCount: UInt64

    init(tree: MerkleFrontier, byteCount: UInt64) {
      self.tree = tree
      self.byteCount = byteCount
    }

    var bytes: [UInt8] {
      var bytes: [UInt8] = []
      for number in [tree.size, byteCount] {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
      }
      for peak in tree.peaks { bytes.append(contentsOf: peak.bytes) }
      return bytes
    }

    /// Reads what `bytes` gives; `nil` for anything else.
    init?(_ bytes: [UInt8]) {
      guard bytes.count >= 16, (bytes.count - 16) % 32 == 0 else { return nil }
      func number(_ place: Int) -> UInt64 {
        bytes[place..<place + 8].reduce(0) { $0 << 8 | UInt64($1) }
      }
      let peaks = stride(from: 16, to: bytes.count, by: 32).compactMap {
        Digest(bytes[$0..<$0 + 32])
      }
      guard number(8) <= 1 << 53, let tree = MerkleFrontier(size: number(0), peaks: peaks) else {
        return nil
      }
      (self.tree, byteCount) = (tree, number(8))
    }
  }
}
