import AccessModel

/// A person who came here once and may have left, for as long as nothing else is said of them.
///
/// Sixty-four bytes where the rows of the register take a thousand. A second employment, a move, an absence or a training makes it a row of
/// the register, see ``PermissionState``.
struct PackedPerson: BitwiseCopyable {
  /// No moment at all: later than any.
  static let never = Int64.max

  struct Flags: OptionSet {
    let rawValue: UInt64
    /// The person is registered, by a line of the plain form.
    static let registered = Flags(rawValue: 1)
    /// There is an affiliation.
    static let placed = Flags(rawValue: 2)
    /// The affiliation was taken over from another register.
    static let migrated = Flags(rawValue: 4)
    /// The person has become a row of the register, which is what counts.
    static let promoted = Flags(rawValue: 8)
    /// The person has moved, as far as the log has come.
    static let moved = Flags(rawValue: 16)
    static let mask: UInt64 = 31
  }

  var affiliation = PackedIdentifier.none
  var unit = PackedIdentifier.none
  /// The first moment of the affiliation, in milliseconds since 1970, and the planned first moment after it.
  var from: Int64 = 0
  var until = never
  /// The earliest moment at which somebody said that it ends.
  var ended = never
  /// When it was said that it begins, and when that was recorded.
  var started: Int64 = 0
  var recorded: Int64 = 0
  /// The position of what began it, which of the categories it is in three bits, and the flags in the lowest five.
  private var place: UInt64 = 0

  var flags: Flags {
    get { Flags(rawValue: place & Flags.mask) }
    set { place = place & ~Flags.mask | newValue.rawValue }
  }

  /// The place of the person's category among all of them.
  var category: UInt8 {
    get { UInt8(truncatingIfNeeded: place >> 5 & 7) }
    set { place = place & ~(7 << 5) | UInt64(newValue & 7) << 5 }
  }

  var position: UInt64 {
    get { place >> 8 }
    set { place = newValue << 8 | place & 0xFF }
  }

  /// Whether it is what counts.
  var isPlain: Bool { flags.contains(.registered) && !flags.contains(.promoted) }
}

/// The people that a log has named, by numbers that are given in the order in which they come.
struct PackedPeople: ~Copyable {
  private var names = NumberedNames<PackedIdentifier>()
  private var rows = PackedRows<PackedPerson>()

  init() {}

  /// The number of a person; a new one, with a blank row, when the person has not been named before.
  mutating func number(of person: PackedIdentifier) -> Int {
    let number = names.number(of: person)
    if number == rows.count { rows.append(PackedPerson()) }
    return number
  }

  /// The number of a person who has been named.
  func knownNumber(of person: PackedIdentifier) -> Int? { names.knownNumber(of: person) }

  /// Who it is.
  func name(_ number: UInt32) -> PackedIdentifier { names[number] }

  /// The row of a number, for as long as this value lasts.
  @inline(__always)
  func row(_ number: Int) -> UnsafeMutablePointer<PackedPerson> { rows[number] }

  /// Has the place brought near where a person is looked for soon.
  func expect(_ person: PackedIdentifier) { names.expect(person) }
}
