import AccessModel
import Chronology
import Events

// A snapshot is one file, all numbers big-endian but checksums, which are little-endian:
//
//   heading     64 bytes: "liggare-snapshot" (16), shape (8), bytes of the body (8), bytes of the directory (8),
//               checksum of all from the tops to the sums (8), zeros (8), checksum of this heading (8)
//   tops        the checksum of each 4 KiB of the sums, eight bytes each
//   directory   what is read at once
//   sums        after zeros, from the next multiple of 4 KiB on: the checksum of each 4 KiB of the body, eight bytes each
//   body        after zeros, from the next multiple of 4 KiB on: rows, where they are, their index, and the lists beside them
//
// The directory tells the stamp of who wrote it, the seed of the hashes, the register's heading, where each
// table and each list lies, the keys, the tails and the lists that are no tables. Everything else is read when it
// is asked for. Each row of a person has the rows of their grants and requests behind it.

/// The register as bytes from which it can be answered without reading them all.
///
/// Derived from the log and never trusted for proof; a snapshot that is not just as this program would have written it is no snapshot.
public enum RegisterSnapshot {
  static let magic = Array("liggare-snapshot".utf8)
  static let headingByteCount = 64

  /// Writes a register.
  ///
  /// - Parameter stamp: what the reader is told of where in which log the register stands.
  public static func bytes(of register: Register, stamp: [UInt8]) -> [UInt8] {
    parts(of: register, stamp: stamp).flatMap(\.self)
  }

  /// Writes a register as parts that stand one behind the other, so that they need not be copied together.
  ///
  /// - Parameter stamp: what the reader is told of where in which log the register stands.
  public static func parts(of register: Register, stamp: [UInt8]) -> [[UInt8]] {
    var register = register
    var writer = SnapshotWriter(
      reserving: register.position == 0 ? 0 : Int(register.position) * 160)
    writer.addPeople(of: register)
    register.visitTables(&writer)
    var directory = Directory(blank: ())
    directory.revisions = writer.add(register.otherRevisions)
    directory.lists = writer.addLists(of: register)
    directory.incidentLists = writer.addIncidentLists(of: register)
    directory.spans = writer.addSpans(of: register)
    directory.commands = writer.add(register.commands)
    directory.seed = HashSeed.ofProcess
    let tables = writer.places
    let body = writer.body.bytes
    writer.body = StateWriter()
    let block = CheckedBytes.blockByteCount
    var sums = body.withUnsafeBytes { BlockSum.bytes(of: $0, block: block) }
    sums += padding(after: sums.count)
    let tops = sums.withUnsafeBytes { BlockSum.bytes(of: $0, block: block) }
    var front = tops + directory.bytes(of: register, tables, stamp: stamp)
    let directoryByteCount = front.count - tops.count
    front += padding(after: headingByteCount + front.count)
    var heading = StateWriter()
    magic.withUnsafeBytes { heading.append($0) }
    heading.append(shape)
    heading.append(UInt64(body.count))
    heading.append(UInt64(directoryByteCount))
    heading.append(front.withUnsafeBytes { BlockSum.of($0, 0) })
    heading.append(0 as UInt64)
    heading.append(heading.bytes.withUnsafeBytes { BlockSum.of($0, 0) })
    return [heading.bytes + front, sums, body]
  }

  private static func padding(after count: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: aligned(count) - count)
  }

  /// The next multiple of a block's length.
  private static func aligned(_ count: Int) -> Int {
    let block = CheckedBytes.blockByteCount
    return (count + block - 1) / block * block
  }

  /// A register that answers from a snapshot's bytes, and its stamp; `nil` when they are no snapshot of this program's shape.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, good and unchanged as long as `owner`.
  public static func register(
    from bytes: UnsafeRawBufferPointer, owner: any SnapshotKeeper
  ) -> (register: Register, stamp: [UInt8])? {
    var heading = StateReader(bytes)
    guard heading.taken(magic.count).map({ $0.elementsEqual(magic) }) == true,
      UInt64(from: &heading) == shape
    else { return nil }
    let counts = (body: UInt64(from: &heading), directory: UInt64(from: &heading))
    let frontSum = UInt64(from: &heading)
    _ = UInt64(from: &heading)
    let sum = UInt64(from: &heading)
    let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(headingByteCount - 8))
    guard heading.isSound, BlockSum.of(head, 0) == sum,
      counts.body <= UInt64(bytes.count), counts.directory <= UInt64(bytes.count)
    else { return nil }
    let block = CheckedBytes.blockByteCount
    let sumsCount = aligned((Int(counts.body) + block - 1) / block * 8)
    let topsCount = sumsCount / block * 8
    let directoryEnd = topsCount + Int(counts.directory)
    let sumsBegin = aligned(headingByteCount + directoryEnd)
    let bodyBegin = sumsBegin + sumsCount
    guard bytes.count == bodyBegin + Int(counts.body) else { return nil }
    let front = UnsafeRawBufferPointer(rebasing: bytes[headingByteCount..<sumsBegin])
    guard BlockSum.of(front, 0) == frontSum else { return nil }
    let body = CheckedBytes(
      UnsafeRawBufferPointer(rebasing: bytes[bodyBegin...]),
      sums: UnsafeRawBufferPointer(rebasing: bytes[sumsBegin..<sumsBegin + sumsCount]),
      tops: UnsafeRawBufferPointer(rebasing: front[..<topsCount]), owner: owner)
    return Directory.register(
      from: UnsafeRawBufferPointer(rebasing: front[topsCount..<directoryEnd]), body)
  }
}

/// What goes through the tables of a register, one by one.
protocol TableVisitor {
  mutating func table<Subject, Row: RegisterRow>(_ rows: inout Rows<Subject, Row>)
  where Row.Subject == Subject
}
