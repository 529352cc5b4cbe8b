import CProcessor

/// A request and the grant that came of it, for as long as their life is of the plain form.
///
/// Eighty bytes where the rows of the register take two thousand: what access follows from, and nothing else. Whatever else is said of it
/// makes it a row of the register, see ``PermissionState``.
struct PackedGrant: BitwiseCopyable {
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// The request was approved, and nothing else since.
    static let approved = Flags(rawValue: 1)
    /// There is a grant.
    static let begun = Flags(rawValue: 2)
    /// Nobody is known to have decided the grant.
    static let undecided = Flags(rawValue: 4)
    /// It was taken over from another register.
    static let migrated = Flags(rawValue: 8)
    /// It has become a row of the register, which is what counts.
    static let promoted = Flags(rawValue: 16)
  }

  var request: PackedIdentifier
  var grant = PackedIdentifier.none
  /// Whose, and to what, by their numbers in the state.
  var person: UInt32
  var entitlement: UInt32
  /// The decided period, in milliseconds since 1970; the execution is for the same.
  var from: Int64 = 0
  var until = PackedMoment.never
  /// When the grant began to be one.
  var begun = PackedMoment.never
  /// When it was first carried out.
  var carriedOut = PackedMoment.never
  /// The earliest moment at which somebody said that it ends.
  var ended = PackedMoment.never
  /// When the access was last said to be gone from the system.
  var removed = PackedMoment.never
  /// The position of what made it a grant, and the flags.
  private var place = MarkedPosition()

  init(request: PackedIdentifier, person: UInt32, entitlement: UInt32) {
    self.request = request
    self.person = person
    self.entitlement = entitlement
  }

  var flags: Flags {
    get { Flags(rawValue: place.marks) }
    set { place.marks = newValue.rawValue }
  }

  var position: UInt64 {
    get { place.position }
    set { place.position = newValue }
  }

  /// Whether it can be in effect at a moment: what it says itself does not speak against it.
  func canBeInEffect(at moment: Int64) -> Bool {
    carriedOut <= moment && from <= moment && moment < until && moment < ended && moment < removed
      && flags.isDisjoint(with: [.undecided, .promoted])
  }
}

/// The plain requests and grants in the order in which they came, found by identifier.
///
/// With five to eleven bytes of index for each request and grant.
struct PackedGrants: ~Copyable {
  private var rows = PackedRows<PackedGrant>()
  private var byRequest = PackedIndex()
  private var byGrant = PackedIndex()

  init() {}

  /// Rows that stood like that before.
  init(_ rows: consuming PackedRows<PackedGrant>) {
    self.rows = rows
    let slotCount = PackedIndex.slotCount(for: count, from: byRequest.slotCount)
    byRequest = PackedIndex(slotCount: slotCount)
    byGrant = PackedIndex(slotCount: slotCount)
    // A slot is anywhere in the index: those of the rows to come are brought near.
    let ahead = 16
    for index in 0..<count {
      if index + ahead < count {
        let coming = row(index + ahead).pointee
        expectSlots(request: coming.request, grant: coming.grant)
      }
      let row = row(index).pointee
      byRequest.insert(index, row.request)
      if row.grant != .none { byGrant.insert(index, row.grant) }
    }
  }

  var count: Int { rows.count }

  /// The rows as bytes, see `PackedRows`.
  var stretches: [UnsafeRawBufferPointer] { rows.stretches }

  /// The row at an index, for as long as this value lasts.
  @inline(__always)
  func row(_ index: Int) -> UnsafeMutablePointer<PackedGrant> { rows[index] }

  func index(ofRequest id: PackedIdentifier) -> Int? {
    byRequest.find(id) { row($0).pointee.request == id }
  }

  func index(ofGrant id: PackedIdentifier) -> Int? {
    byGrant.find(id) { row($0).pointee.grant == id }
  }

  /// Has the place in the index brought near where an identifier is looked for soon.
  func expectSlots(request: PackedIdentifier, grant: PackedIdentifier) {
    if request != .none { byRequest.expect(request) }
    if grant != .none { byGrant.expect(grant) }
  }

  /// Has the row brought near that those places lead to.
  func expectRows(request: PackedIdentifier, grant: PackedIdentifier) {
    if request != .none, let index = byRequest.first(request) { cprocessor_expect(row(index)) }
    if grant != .none, let index = byGrant.first(grant) { cprocessor_expect(row(index)) }
  }

  /// Adds a request that has no row yet.
  mutating func add(_ row: PackedGrant) {
    let index = count
    rows.append(row)
    if byRequest.isFull {
      var wider = PackedIndex(slotCount: byRequest.slotCount * 2)
      for one in 0..<index { wider.insert(one, self.row(one).pointee.request) }
      byRequest = wider
    }
    byRequest.insert(index, row.request)
  }

  /// Gives the row the grant that came of it, which has no row yet.
  mutating func setGrant(_ id: PackedIdentifier, at index: Int) {
    if byGrant.isFull {
      var wider = PackedIndex(slotCount: byGrant.slotCount * 2)
      for one in 0..<count where row(one).pointee.grant != .none {
        wider.insert(one, row(one).pointee.grant)
      }
      byGrant = wider
    }
    row(index).pointee.grant = id
    byGrant.insert(index, id)
  }
}

/// Where the row of each identifier is: four bytes a slot, open addressing, at most three quarters full.
///
/// A row is anywhere in memory, and to look at one in vain costs as much as all else. So a slot has, in the bits that the number of the row
/// leaves free, some bits of the hash as well: with a million rows eleven, so that of two thousand other identifiers one is mistaken.
private struct PackedIndex: ~Copyable {
  private let slots: UnsafeMutableBufferPointer<UInt32>
  private var count = 0

  init(slotCount: Int = 1 << 12) {
    slots = PackedMemory.map(slotCount)
    if slotCount * 4 >= Int(cprocessor_large_page) { PackedMemory.enlarge(slots) }
  }

  deinit { PackedMemory.unmap(slots) }

  /// How many slots there must be for so many rows, beginning with a number of them.
  static func slotCount(for count: Int, from slotCount: Int) -> Int {
    var slotCount = slotCount
    while count * 4 > slotCount * 3 { slotCount *= 2 }
    return slotCount
  }

  var slotCount: Int { slots.count }
  var isFull: Bool { Self.slotCount(for: count + 1, from: slotCount) > slotCount }

  @inline(__always)
  func find(_ id: PackedIdentifier, _ isWanted: (Int) -> Bool) -> Int? {
    let place = place(of: id)
    var slot = place.slot
    while true {
      let value = slots[slot]
      if value == 0 { return nil }
      if value & ~rowMask == place.mark {
        let index = Int(value & rowMask) &- 1
        if isWanted(index) { return index }
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  /// The row that an identifier has, or, seldom, another that is like it.
  @inline(__always)
  func first(_ id: PackedIdentifier) -> Int? { find(id) { _ in true } }

  @inline(__always)
  func expect(_ id: PackedIdentifier) {
    guard let base = slots.baseAddress else { return }
    cprocessor_expect(base + place(of: id).slot)
  }

  mutating func insert(_ index: Int, _ id: PackedIdentifier) {
    var (slot, mark) = place(of: id)
    while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
    slots[slot] = mark | UInt32(truncatingIfNeeded: index &+ 1)
    count += 1
  }

  /// The bits of a slot that number the row, from 1: there are always fewer rows than slots.
  @inline(__always)
  private var rowMask: UInt32 { UInt32(truncatingIfNeeded: slots.count &- 1) }

  /// Where an identifier is looked for first, and what its slot has in the other bits. Both are of other bits of the hash.
  @inline(__always)
  private func place(of id: PackedIdentifier) -> (slot: Int, mark: UInt32) {
    let hash = id.hash
    return (hash & (slots.count &- 1), UInt32(truncatingIfNeeded: hash >> 24) & ~rowMask)
  }
}
