import AccessModel

/// What a line of the log does to the permissions, as far as the line tells by itself.
///
/// The plain kinds are more than nine events of ten; they are read where they stand, into numbers. Every other event that access can
/// follow from is read whole.
public struct PermissionStep: Sendable {
  enum Kind: UInt8, Sendable {
    case submitted
    case approved
    case denied
    case provisioned
    case revoked
    case removed
    case reviewed
    case registered
    case placed
    case left
    /// To be read whole.
    case whole
  }

  var kind: Kind
  /// For a review: whether it takes the grant away, and whether it confirms it.
  var takesAway = false
  var confirms = false
  var isMigrated = false
  /// Which line of its chunk, from 0, and where that begins and ends in bytes.
  public var line: UInt32 = 0
  public var begin: UInt32 = 0
  public var end: UInt32 = 0
  var request = PackedIdentifier.none
  var grant = PackedIdentifier.none
  var person = PackedIdentifier.none
  var system = PackedIdentifier.none
  var entitlement = PackedIdentifier.none
  var affiliation = PackedIdentifier.none
  var unit = PackedIdentifier.none
  var category = PersonCategory.employee
  /// Milliseconds since 1970.
  var recorded: Int64 = 0
  var effective: Int64 = 0
  var from: Int64 = 0
  var until = PackedMoment.never
  var at: Int64 = 0

  /// A line that is to be read whole.
  public static let whole = PermissionStep(.whole)

  /// Whether nothing was read of the line itself.
  public var isWhole: Bool { kind == .whole }

  init(_ kind: Kind) { self.kind = kind }
}
