import AccessModel

// A permission state is kept as one file:
//
//   heading     4 KiB: "liggare-holdings" (16), shape (8); of each section the number of its bytes and their checksum (8 and 8); the
//               checksum of all of these (8); zeros. All in the form of the machine.
//   sections    each from the next multiple of 4 KiB on: fields, the register, grants, people, names of people, rights
//
// The register is as `RegisterSnapshot` writes it, and the rest as it lies in memory: it is for this machine and this program, whose
// shape of rows goes into the heading.

/// A permission state as bytes, from which it can be had again faster than from the log.
///
/// Derived and never trusted for proof. What was kept is not just as this program would have written it, or it is read whole: no part is
/// believed before all sums are right.
public enum PermissionSnapshot {
  private static let magic = Array("liggare-holdings".utf8)
  private static let alignment = 1 << 12
  /// Counted up when the same events come to something else than before, in rows of the same shape.
  private static let version: UInt64 = 1

  private enum Section: Int, CaseIterable {
    case fields, register, grants, people, names, rights
  }

  /// What the rows look like: bytes that were written by another program, or on another kind of machine, have another.
  private static let shape: UInt64 = {
    let sizes = [
      version, RegisterSnapshot.shape, UInt64(MemoryLayout<PackedGrant>.stride),
      UInt64(MemoryLayout<PackedPerson>.stride), UInt64(MemoryLayout<PackedRight>.stride),
      UInt64(PersonCategory.allCases.count),
    ]
    return sizes.withUnsafeBytes { BlockSum.of($0, 0) }
  }()

  // MARK: Writing

  /// Hands out the bytes of a state, stretch by stretch.
  ///
  /// - Parameters:
  ///   - stamp: what the reader is told of where in which log the state stands.
  ///   - write: takes the next bytes, and says whether it could.
  /// - Returns: whether all were taken; nothing is for a state in which something was corrected.
  public static func write(
    _ state: borrowing PermissionState, stamp: [UInt8],
    _ write: (UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    guard state.corrections.isEmpty, state.register.isIntact else { return false }
    let fields = fields(of: state, stamp: stamp)
    let register = RegisterSnapshot.bytes(of: state.register, stamp: [])
    let (grants, people) = (state.plain.stretches, state.people.stretches)
    return fields.withUnsafeBytes { fields in
      register.withUnsafeBytes { register in
        state.people.allNames.withUnsafeBytes { names in
          state.rights.names.withUnsafeBytes { rights in
            self.write([[fields], [register], grants, people, [names], [rights]], write)
          }
        }
      }
    }
  }

  private static func write(
    _ sections: [[UnsafeRawBufferPointer]], _ write: (UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    var heading = magic
    func append(_ number: UInt64) {
      withUnsafeBytes(of: number) { heading.append(contentsOf: $0) }
    }
    append(shape)
    for section in sections {
      append(section.reduce(0) { $0 + UInt64($1.count) })
      append(sum(of: section))
    }
    append(heading.withUnsafeBytes { BlockSum.of($0, 0) })
    let zeros = [UInt8](repeating: 0, count: alignment)
    return zeros.withUnsafeBytes { zeros in
      func padding(after count: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: zeros[..<(aligned(count) - count)])
      }
      guard heading.withUnsafeBytes(write), write(padding(after: heading.count)) else {
        return false
      }
      return sections.allSatisfy { section in
        section.allSatisfy(write)
          && write(padding(after: section.reduce(0) { $0 + $1.count }))
      }
    }
  }

  private static func fields(of state: borrowing PermissionState, stamp: [UInt8]) -> [UInt8] {
    var writer = StateWriter()
    writer.append(UInt64(state.grantCount))
    writer.append(state.anybodyHasMoved ? 1 as UInt8 : 0)
    writer.append(UInt64(stamp.count))
    stamp.withUnsafeBytes { writer.append($0) }
    return writer.bytes
  }

  /// The checksum of bytes that lie in several stretches: each sum is the place of the next.
  private static func sum(of stretches: [UnsafeRawBufferPointer]) -> UInt64 {
    stretches.reduce(0) { BlockSum.of($1, Int(truncatingIfNeeded: $0)) }
  }

  private static func aligned(_ count: Int) -> Int {
    (count + alignment - 1) / alignment * alignment
  }

  // MARK: Reading

  /// What was told of where a state stands; `nil` when the bytes are not of this program's shape.
  public static func stamp(in bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let kept = sections(of: bytes)?[Section.fields.rawValue], kept.isSound else { return nil }
    return fields(in: kept.bytes)?.stamp
  }

  /// The state; `nil` when the bytes are not, all of them, what this program would have written.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, good and unchanged as long as `owner`.
  public static func state(
    from bytes: UnsafeRawBufferPointer, owner: any SnapshotKeeper
  ) -> PermissionState? {
    guard let sections = sections(of: bytes), sections.allSatisfy(\.isSound) else { return nil }
    func section(_ section: Section) -> UnsafeRawBufferPointer { sections[section.rawValue].bytes }
    guard let fields = fields(in: section(.fields)),
      let register = RegisterSnapshot.register(from: section(.register), owner: owner)?.register,
      let grants = PackedRows<PackedGrant>(copying: section(.grants)),
      let rows = PackedRows<PackedPerson>(copying: section(.people)),
      let names: [PackedIdentifier] = elements(of: section(.names)),
      let rights: [PackedRight] = elements(of: section(.rights))
    else { return nil }
    for index in 0..<grants.count {
      let row = grants[index].pointee
      guard row.person < names.count, row.entitlement < rights.count else { return nil }
    }
    for index in 0..<rows.count where !rows[index].pointee.isSound { return nil }
    guard let people = PackedPeople(names, rows) else { return nil }
    return PermissionState(
      register: register.readyForAllGrants(), plain: PackedGrants(grants), people: people,
      rights: NumberedNames(rights), anybodyHasMoved: fields.anybodyHasMoved,
      grantCount: fields.grantCount)
  }

  /// A section where it stands, and the checksum that the heading tells of it.
  private struct KeptSection {
    var section: Section
    var bytes: UnsafeRawBufferPointer
    var sum: UInt64

    /// Whether it is as it was written.
    var isSound: Bool {
      PermissionSnapshot.sum(of: PermissionSnapshot.stretches(of: bytes, section)) == sum
    }
  }

  /// The sections, which have not been looked at yet; `nil` when the heading is none of this program's, or does not fit the bytes.
  private static func sections(of bytes: UnsafeRawBufferPointer) -> [KeptSection]? {
    let headingCount = magic.count + 8 + Section.allCases.count * 16
    guard bytes.count >= alignment, bytes.prefix(magic.count).elementsEqual(magic) else {
      return nil
    }
    func number(_ place: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
    guard number(magic.count) == shape,
      BlockSum.of(UnsafeRawBufferPointer(rebasing: bytes[..<headingCount]), 0)
        == number(headingCount)
    else { return nil }
    var sections: [KeptSection] = []
    var begin = alignment
    for section in Section.allCases {
      let place = magic.count + 8 + section.rawValue * 16
      let count = number(place)
      guard count <= UInt64(bytes.count), begin + Int(count) <= bytes.count else { return nil }
      let found = UnsafeRawBufferPointer(rebasing: bytes[begin..<begin + Int(count)])
      sections.append(KeptSection(section: section, bytes: found, sum: number(place + 8)))
      begin += aligned(Int(count))
    }
    return sections
  }

  /// A section in the stretches in which it was written.
  private static func stretches(
    of bytes: UnsafeRawBufferPointer, _ section: Section
  ) -> [UnsafeRawBufferPointer] {
    let length =
      switch section {
      case .grants: PackedRows<PackedGrant>.stretchByteCount
      case .people: PackedRows<PackedPerson>.stretchByteCount
      case .fields, .register, .names, .rights: max(1, bytes.count)
      }
    return stride(from: 0, to: bytes.count, by: length).map {
      UnsafeRawBufferPointer(rebasing: bytes[$0..<min($0 + length, bytes.count)])
    }
  }

  private static func fields(
    in bytes: UnsafeRawBufferPointer
  ) -> (grantCount: Int, anybodyHasMoved: Bool, stamp: [UInt8])? {
    var reader = StateReader(bytes)
    let grantCount = UInt64(from: &reader)
    let moved = reader.byte()
    let stamp = reader.taken(reader.count())
    guard reader.isSound, reader.isAtEnd, moved <= 1, grantCount <= 1 << 53, let stamp else {
      return nil
    }
    return (Int(grantCount), moved == 1, Array(stamp))
  }

  private static func elements<Element: BitwiseCopyable>(
    of bytes: UnsafeRawBufferPointer
  ) -> [Element]? {
    let stride = MemoryLayout<Element>.stride
    guard bytes.count % stride == 0 else { return nil }
    return Array(unsafeUninitializedCapacity: bytes.count / stride) { elements, count in
      UnsafeMutableRawBufferPointer(elements).copyMemory(from: bytes)
      count = bytes.count / stride
    }
  }

  // MARK: Comparing

  /// Whether two states are the same in everything that is kept.
  public static func areSame(
    _ one: borrowing PermissionState, _ other: borrowing PermissionState
  ) -> Bool {
    fields(of: one, stamp: []) == fields(of: other, stamp: [])
      && areSame(one.plain.stretches, other.plain.stretches)
      && areSame(one.people.stretches, other.people.stretches)
      && one.people.allNames == other.people.allNames
      && one.rights.names == other.rights.names
      && RegisterSnapshot.digest(of: one.register) == RegisterSnapshot.digest(of: other.register)
      && RegisterSnapshot.areListsSound(in: one.register)
  }

  private static func areSame(
    _ ones: [UnsafeRawBufferPointer], _ others: [UnsafeRawBufferPointer]
  ) -> Bool {
    ones.count == others.count && zip(ones, others).allSatisfy { $0.elementsEqual($1) }
  }
}
