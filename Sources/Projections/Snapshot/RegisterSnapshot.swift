import AccessModel
import Chronology
import Events

// A snapshot is one file, all numbers big-endian:
//
//   heading   64 bytes: "liggare-snapshot" (16), shape (8), bytes of the body (8), where in the body the
//             directory begins (8), checksum of the checksums (8), zeros (8), checksum of this heading (8)
//   sums      the checksum of each 4 KiB of the body, eight bytes each, little-endian
//   body      rows, their ends and slots, table by table; the slots of the commands; the directory
//
// The directory is what is read at once: the stamp of who wrote it, the seed of the hashes, the register's
// heading, where each table lies, the keys, the tails and the revisions without a row. Everything else is
// read when it is asked for.

/// The register as bytes from which it can be answered without reading them all.
///
/// Derived from the log and never trusted for proof; a snapshot that is not just as this program would have written it is no snapshot.
public enum RegisterSnapshot {
  /// Counted up when the same events fold to something else than before, in rows of the same shape.
  static let version = 3
  static let magic = Array("liggare-snapshot".utf8)
  static let headingByteCount = 64

  /// What the rows look like, as a number: a snapshot of another shape is not read.
  static let shape: UInt64 = {
    var shape = RowShape()
    shape.add(RegisterHeading.self)
    shape.add(TablePlace.self)
    shape.add(StreamRevision.self)
    shape.add(KeyRow.self)
    shape.add(TailQuarantined.self)
    var tables = ShapeOfTables(shape: shape)
    var register = Register()
    register.visitTables(&tables)
    register.visitLists(&tables.shape)
    let text = Array("\(version) \(tables.shape.text)".utf8)
    return text.withUnsafeBytes { CheckedBytes.sum(of: $0, 0) }
  }()

  private struct ShapeOfTables: TableVisitor {
    var shape: RowShape

    mutating func table<Subject, Row>(_ rows: inout Rows<Subject, Row>) { shape.add(Row.self) }
  }
}

/// What goes through the tables of a register, one by one.
protocol TableVisitor {
  mutating func table<Subject, Row>(_ rows: inout Rows<Subject, Row>)
}

extension RegisterSnapshot {
  /// Writes a register.
  ///
  /// - Parameter stamp: what the reader is told of where in which log the register stands.
  public static func bytes(of register: Register, stamp: [UInt8]) -> [UInt8] {
    var writer = SnapshotWriter()
    var register = register
    register.visitTables(&writer)
    writer.add(register.commands)
    let directory = writer.body.bytes.count
    writer.addDirectory(of: register, stamp: stamp)
    let body = writer.body.bytes
    let sums = body.withUnsafeBytes { CheckedBytes.sums(of: $0) }
    return sums.withUnsafeBytes { sums in
      var heading = StateWriter()
      magic.withUnsafeBytes { heading.append($0) }
      heading.append(shape)
      heading.append(UInt64(body.count))
      heading.append(UInt64(directory))
      heading.append(CheckedBytes.sum(of: sums, 0))
      heading.append(0 as UInt64)
      heading.append(heading.bytes.withUnsafeBytes { CheckedBytes.sum(of: $0, 0) })
      return heading.bytes + Array(sums) + body
    }
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
    let bodyCount = UInt64(from: &heading)
    let directory = UInt64(from: &heading)
    let sumOfSums = UInt64(from: &heading)
    _ = UInt64(from: &heading)
    let sum = UInt64(from: &heading)
    let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(headingByteCount - 8))
    guard heading.isSound, CheckedBytes.sum(of: head, 0) == sum,
      bodyCount <= UInt64(bytes.count), directory <= bodyCount
    else { return nil }
    let block = CheckedBytes.blockByteCount
    let sumsCount = (Int(bodyCount) + block - 1) / block * 8
    guard bytes.count == headingByteCount + sumsCount + Int(bodyCount) else { return nil }
    let begin = headingByteCount + sumsCount
    let sums = UnsafeRawBufferPointer(rebasing: bytes[headingByteCount..<begin])
    guard CheckedBytes.sum(of: sums, 0) == sumOfSums else { return nil }
    let body = CheckedBytes(
      UnsafeRawBufferPointer(rebasing: bytes[begin...]), sums: sums, owner: owner)
    let place = Int(directory)
    guard let directory = body.bytes(at: place, count: Int(bodyCount) - place) else { return nil }
    return SnapshotReader.read(directory, body)
  }
}

/// Writes the parts of a snapshot's body.
private struct SnapshotWriter: TableVisitor {
  var body = StateWriter()
  private var places: [TablePlace] = []
  private var commands = (slots: 0, slotCount: 0, hasZero: false)

  mutating func table<Subject, Row>(_ rows: inout Rows<Subject, Row>) {
    var place = TablePlace(blank: ())
    var index = IdentifierIndex()
    var ends: [Int] = []
    index.reserve(rows.count)
    ends.reserveCapacity(rows.count)
    let begin = body.bytes.count
    for row in 0..<Int32(rows.count) {
      let id: Identifier<Subject>
      if let bytes = rows.bytesUnchanged(at: row), let kept = rows.kept {
        id = kept.id(at: row)
        body.append(bytes)
      } else {
        let entry = rows.entry(at: row)
        id = entry.row.id
        var writer = RowWriter()
        swap(&writer.state, &body)
        entry.nextRevision.write(to: &writer.state)
        writer.add(entry.row)
        swap(&writer.state, &body)
      }
      index.insert(row, hash: id.ascii.hash(seed: HashSeed.ofProcess))
      ends.append(body.bytes.count - begin)
    }
    place.rowCount = UInt64(rows.count)
    place.rows = UInt64(begin)
    place.ends = UInt64(body.bytes.count)
    for end in ends { body.append(UInt64(end)) }
    place.slots = UInt64(body.bytes.count)
    place.slotCount = UInt64(index.slots.count)
    for slot in index.slots { body.append(slot) }
    place.highest = Int64(rows.highestNumber)
    places.append(place)
  }

  mutating func add(_ set: CommandSet) {
    var set = set
    set.takeKept()
    commands = (body.bytes.count, set.slots.count, set.hasZero)
    for id in set.slots {
      body.append(id.high)
      body.append(id.low)
    }
  }

  mutating func addDirectory(of register: Register, stamp: [UInt8]) {
    body.append(UInt64(stamp.count))
    stamp.withUnsafeBytes { body.append($0) }
    body.append(HashSeed.ofProcess)
    body.append(UInt64(commands.slots))
    body.append(UInt64(commands.slotCount))
    commands.hasZero.write(to: &body)
    var rest = RowWriter(state: body)
    var keys = register.keys.values.sorted { $0.fingerprint < $1.fingerprint }
    var tails = register.tailsInOrder
    var revisions = register.otherRevisions.map { StreamRevision($0.key, next: $0.value) }
    rest.add(register.heading)
    rest.parts(&places)
    rest.parts(&keys)
    rest.parts(&tails)
    rest.parts(&revisions)
    var register = register
    register.visitLists(&rest)
    body = rest.state
  }
}

/// Gives the tables of a register the rows that a snapshot keeps.
private struct SnapshotReader: TableVisitor {
  let body: CheckedBytes
  let seed: UInt64
  var places: ArraySlice<TablePlace>

  static func read(
    _ directory: UnsafeRawBufferPointer, _ body: CheckedBytes
  ) -> (register: Register, stamp: [UInt8])? {
    var state = StateReader(directory)
    let stamp = Array(state.taken(state.count()) ?? .init(start: nil, count: 0))
    let seed = UInt64(from: &state)
    let slots = (at: UInt64(from: &state), count: UInt64(from: &state))
    let hasZero = Bool(from: &state)
    var rest = RowReader(state: state)
    var register = Register()
    register.heading = rest.row()
    var places: [TablePlace] = []
    var keys: [KeyRow] = []
    var tails: [TailQuarantined] = []
    var revisions: [StreamRevision] = []
    rest.parts(&places)
    rest.parts(&keys)
    rest.parts(&tails)
    rest.parts(&revisions)
    register.visitLists(&rest)
    guard rest.state.isSound, rest.state.isAtEnd, places.allSatisfy(\.isSound),
      slots.at <= 1 << 48, slots.count <= 1 << 32, slots.count.nonzeroBitCount <= 1
    else { return nil }
    var reader = SnapshotReader(body: body, seed: seed, places: places[...])
    register.visitTables(&reader)
    register.commands.kept = KeptCommands(
      bytes: body, slots: Int(slots.at), slotCount: Int(slots.count), hasZero: hasZero, seed: seed)
    for key in keys { register.keys[key.fingerprint] = key }
    register.quarantinedTails = Set(tails)
    for revision in revisions { register.otherRevisions[revision.stream] = revision.next }
    register.kept = body
    register.noteAllLines()
    register.noteOpenFlags()
    return (register, stamp)
  }

  mutating func table<Subject, Row>(_ rows: inout Rows<Subject, Row>) {
    guard let place = places.popFirst() else { return }
    rows = Rows(KeptRows(bytes: body, place: place, seed: seed))
  }
}
