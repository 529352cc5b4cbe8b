import AccessModel

/// A person who came here once and may have left, for as long as nothing else is said of them.
///
/// Sixty-four bytes where the rows of the register take a thousand. A second employment, a move, an absence or a training makes it a row of
/// the register, see ``PermissionState``.
struct PackedPerson: BitwiseCopyable {
  struct Flags: OptionSet {
    let rawValue: UInt8
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
    static let bitCount = 5
    static let mask: UInt8 = 1 << bitCount - 1
  }

  var affiliation = PackedIdentifier.none
  var unit = PackedIdentifier.none
  /// The first moment of the affiliation, in milliseconds since 1970, and the planned first moment after it.
  var from: Int64 = 0
  var until = PackedMoment.never
  /// The earliest moment at which somebody said that it ends.
  var ended = PackedMoment.never
  /// When it was said that it begins, and when that was recorded.
  var started: Int64 = 0
  var recorded: Int64 = 0
  /// The position of what began it; the flags, and above them which of the categories it is.
  private var place = MarkedPosition()

  var flags: Flags {
    get { Flags(rawValue: place.marks & Flags.mask) }
    set { place.marks = place.marks & ~Flags.mask | newValue.rawValue }
  }

  var category: PersonCategory {
    get { PersonCategory.allCases[Int(place.marks >> Flags.bitCount)] }
    set {
      let number = PersonCategory.allCases.firstIndex(of: newValue) ?? 0
      place.marks = place.marks & Flags.mask | UInt8(number) << Flags.bitCount
    }
  }

  var position: UInt64 {
    get { place.position }
    set { place.position = newValue }
  }

  /// Whether it has one of the categories: a row that was read may have any bits.
  var isSound: Bool { Int(place.marks >> Flags.bitCount) < PersonCategory.allCases.count }

  /// Whether it is what counts.
  var isPlain: Bool { flags.contains(.registered) && !flags.contains(.promoted) }
}

/// The people that a log has named, by numbers that are given in the order in which they come.
struct PackedPeople: ~Copyable {
  private var names = NumberedNames<PackedIdentifier>()
  private var rows = PackedRows<PackedPerson>()

  init() {}

  /// People with the numbers of their places in both; `nil` unless each has a row.
  init?(_ names: [PackedIdentifier], _ rows: consuming PackedRows<PackedPerson>) {
    guard names.count == rows.count else { return nil }
    self.names = NumberedNames(names)
    self.rows = rows
  }

  var count: Int { rows.count }

  /// Who they are, in the order of their numbers.
  var allNames: [PackedIdentifier] { names.names }

  /// The rows as bytes, see `PackedRows`.
  var stretches: [UnsafeRawBufferPointer] { rows.stretches }

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
