/// Why the bytes of a time zone file cannot be trusted, and where.
public struct TimeZoneDamage: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable, CaseIterable {
    /// The bytes do not begin with `TZif`.
    case notTZif
    /// The version is none of 1 to 4.
    case unknownVersion
    /// The file is larger than `TimeZoneRules.byteCountMax`.
    case tooLarge
    /// The bytes end before the data that the header promises.
    case truncated
    /// A count of the header contradicts another or is not allowed.
    case badCount
    /// A transition is not after the one before it.
    case transitionsNotAscending
    /// A transition refers to a local time type that does not exist.
    case unknownLocalTimeType
    /// An offset from UTC is outside -24:59:59 to 25:59:59.
    case offsetOutOfRange
    /// An indicator is neither 0 nor 1, or contradicts another.
    case badIndicator
    /// The name of a local time type lies outside the names or does not end.
    case badDesignation
    /// The file counts leap seconds, which a POSIX clock does not (a `right/` zone).
    case countsLeapSeconds
    /// The yearly rule in the footer is not a TZ string.
    case badFooter
    /// There are bytes after the footer.
    case trailingBytes
  }

  public let problem: Problem
  /// Where the first byte that does not fit is, from 0.
  public let byteOffset: Int

  public init(_ problem: Problem, at byteOffset: Int) {
    self.problem = problem
    self.byteOffset = byteOffset
  }
}

extension TimeZoneDamage: CustomStringConvertible {
  /// One English sentence that says what is wrong and where.
  public var english: String {
    let what =
      switch problem {
      case .notTZif: "The file is not a time zone file (TZif)"
      case .unknownVersion: "The time zone file has a version other than 1 to 4"
      case .tooLarge: "The time zone file is larger than 64 KiB"
      case .truncated: "The time zone file ends too early"
      case .badCount: "The time zone file contradicts itself about how much it holds"
      case .transitionsNotAscending: "The time zone file lists its clock changes out of order"
      case .unknownLocalTimeType:
        "The time zone file refers to a local time that it does not define"
      case .offsetOutOfRange: "The time zone file gives an impossible offset from UTC"
      case .badIndicator:
        "The time zone file has an indicator that is neither 0 nor 1, or contradicts another"
      case .badDesignation: "The time zone file has a zone abbreviation that does not end"
      case .countsLeapSeconds:
        "The time zone file counts leap seconds, which the system clock does not"
      case .badFooter: "The time zone file ends with a yearly rule that cannot be read"
      case .trailingBytes: "The time zone file continues after its end"
      }
    return "\(what), at byte \(byteOffset)."
  }

  /// One Swedish sentence that says what is wrong and where.
  public var swedish: String {
    let what =
      switch problem {
      case .notTZif: "Filen är ingen tidszonsfil (TZif)"
      case .unknownVersion: "Tidszonsfilen har en annan version än 1 till 4"
      case .tooLarge: "Tidszonsfilen är större än 64 KiB"
      case .truncated: "Tidszonsfilen slutar för tidigt"
      case .badCount: "Tidszonsfilen motsäger sig själv om hur mycket den innehåller"
      case .transitionsNotAscending: "Tidszonsfilens klockomställningar står inte i tidsordning"
      case .unknownLocalTimeType: "Tidszonsfilen hänvisar till en lokal tid som den inte anger"
      case .offsetOutOfRange: "Tidszonsfilen anger en omöjlig avvikelse från UTC"
      case .badIndicator:
        "Tidszonsfilen har en markering som varken är 0 eller 1 eller som motsäger en annan"
      case .badDesignation: "Tidszonsfilen har en zonförkortning som inte avslutas"
      case .countsLeapSeconds: "Tidszonsfilen räknar skottsekunder, vilket systemklockan inte gör"
      case .badFooter: "Tidszonsfilen avslutas med en årlig regel som inte går att läsa"
      case .trailingBytes: "Tidszonsfilen fortsätter efter sitt slut"
      }
    return "\(what), vid byte \(byteOffset)."
  }

  public var description: String { english }
}
