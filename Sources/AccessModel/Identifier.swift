public import Diagnostics

/// The name of one thing of one kind: `P-3`, `S0001`, `G00000105`.
///
/// 1 to 32 ASCII letters, digits, `.`, `_` and `-`. `Subject` keeps a person's identifier from standing where a
/// system's must; the bytes are the same for all kinds.
///
/// What the kind can be is said of what needs it and not of the type: a type that asks nothing of its parameters is made at run time without
/// looking for what answers.
@frozen
public struct Identifier<Subject>: Hashable, Comparable, Sendable {
  public var ascii: InlineASCII

  /// No identifier: the value before one is read. Never written.
  @inlinable
  public init(blank: Void) {
    ascii = InlineASCII()
  }

  /// The identifier those bytes write; `nil` when they write none.
  @inlinable
  public init?(bytes: UnsafeRawBufferPointer) {
    guard let ascii = InlineASCII(bytes: bytes), !bytes.isEmpty else { return nil }
    var isWellFormed = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Letters, digits, and the three marks, as bits of the two words that ASCII fills.
      let member: UInt64 =
        byte < 64
        ? 0x03FF_6000_0000_0000 &>> UInt64(byte) : 0x07FF_FFFE_87FF_FFFE &>> UInt64(byte &- 64)
      if member & 1 == 0 { isWellFormed = false }
      index &+= 1
    }
    guard isWellFormed else { return nil }
    self.ascii = ascii
  }

  /// The identifier that `text` writes; `nil` when it writes none.
  public init?(_ text: String) {
    var text = text
    guard let value = text.withUTF8({ Identifier(bytes: UnsafeRawBufferPointer($0)) }) else {
      return nil
    }
    self = value
  }

  @inlinable
  public static func < (lhs: Identifier, rhs: Identifier) -> Bool {
    lhs.ascii < rhs.ascii
  }
}

extension Identifier where Subject: IdentifierSubject {
  /// The identifier number `number` of those the ledger gives out itself: the kind's prefix and the number.
  public init(number: Int) {
    guard let value = Identifier("\(Subject.prefix)-\(number)") else {
      preconditionFailure("A prefix and a number always form an identifier.")
    }
    self = value
  }

  /// The number, when the identifier is one that the ledger gives out itself.
  public var number: Int? {
    ascii.withBytes { bytes in
      let lead = Subject.prefix.utf8.count
      guard bytes.count > lead + 1, bytes.count <= lead + 16, bytes[lead] == 0x2D,
        bytes.prefix(lead).elementsEqual(Subject.prefix.utf8)
      else { return nil }
      var number = 0
      for byte in bytes.dropFirst(lead + 1) {
        guard byte &- 0x30 <= 9 else { return nil }
        number = number * 10 + Int(byte &- 0x30)
      }
      return number
    }
  }
}

extension Identifier: CustomStringConvertible {
  public var description: String { ascii.description }
}

/// What identifiers of one kind name.
public protocol IdentifierSubject: Sendable {
  /// What stands before the number in identifiers the ledger gives out: `P` in `P-3`.
  static var prefix: String { get }
  /// What the kind is called.
  static var word: Localized { get }
}

/// Whoever can appear in the ledger.
public enum PersonSubject: IdentifierSubject {
  public static let prefix = "P"
  public static let word = Localized(en: "person", sv: "person")
}
/// A part of the organisation.
public enum UnitSubject: IdentifierSubject {
  public static let prefix = "U"
  public static let word = Localized(en: "unit", sv: "enhet")
}
/// An employment or an assignment.
public enum AffiliationSubject: IdentifierSubject {
  public static let prefix = "A"
  public static let word = Localized(en: "affiliation", sv: "anställning eller uppdrag")
}
/// A role that somebody holds.
public enum AssignmentSubject: IdentifierSubject {
  public static let prefix = "D"
  public static let word = Localized(en: "role assignment", sv: "rolltilldelning")
}
/// What is protected.
public enum SystemSubject: IdentifierSubject {
  public static let prefix = "S"
  public static let word = Localized(en: "system", sv: "system")
}
/// A login in a system.
public enum AccountSubject: IdentifierSubject {
  public static let prefix = "C"
  public static let word = Localized(en: "account", sv: "konto")
}
/// A right in a system, within it.
public enum EntitlementSubject: IdentifierSubject {
  public static let prefix = "E"
  public static let word = Localized(en: "entitlement", sv: "behörighet")
}
/// A part of a system.
public enum ScopeSubject: IdentifierSubject {
  public static let prefix = "X"
  public static let word = Localized(en: "scope", sv: "omfattning")
}
/// A formal ask with its need.
public enum RequestSubject: IdentifierSubject {
  public static let prefix = "R"
  public static let word = Localized(en: "request", sv: "begäran")
}
/// An entitlement for a person, for a time.
public enum GrantSubject: IdentifierSubject {
  public static let prefix = "G"
  public static let word = Localized(en: "grant", sv: "tilldelning")
}
/// A round of looking again.
public enum ReviewSubject: IdentifierSubject {
  public static let prefix = "V"
  public static let word = Localized(en: "review", sv: "granskning")
}
/// Something that went wrong.
public enum IncidentSubject: IdentifierSubject {
  public static let prefix = "I"
  public static let word = Localized(en: "incident", sv: "incident")
}
/// Rules that say what is told of an incident, to whom and by when: a law, contracts, or the organisation's own.
public enum RegimeSubject: IdentifierSubject {
  public static let prefix = "RG"
  public static let word = Localized(en: "regime", sv: "regelområde")
}
/// A notice or a step that a regime asks for.
public enum StageSubject: IdentifierSubject {
  public static let prefix = "ST"
  public static let word = Localized(en: "stage", sv: "steg")
}
/// Something that makes an incident one to notify.
public enum CriterionSubject: IdentifierSubject {
  public static let prefix = "CR"
  public static let word = Localized(en: "criterion", sv: "kriterium")
}
/// A line of a delegation order.
public enum DelegationSubject: IdentifierSubject {
  public static let prefix = "DL"
  public static let word = Localized(en: "delegation", sv: "delegation")
}
/// A risk analysis.
public enum AnalysisSubject: IdentifierSubject {
  public static let prefix = "RA"
  public static let word = Localized(en: "risk analysis", sv: "riskanalys")
}
/// A rule on segregation of duties.
public enum SeparationRuleSubject: IdentifierSubject {
  public static let prefix = "SD"
  public static let word = Localized(en: "rule on segregation of duties", sv: "åtskillnadsregel")
}
/// An exception from such a rule.
public enum SeparationExceptionSubject: IdentifierSubject {
  public static let prefix = "SX"
  public static let word = Localized(
    en: "exception from segregation of duties", sv: "undantag från åtskillnad")
}
/// A policy document in one version.
public enum PolicySubject: IdentifierSubject {
  public static let prefix = "PO"
  public static let word = Localized(en: "policy document", sv: "regelverk")
}
/// Something that a stale-access rule found.
public enum FlagSubject: IdentifierSubject {
  public static let prefix = "F"
  public static let word = Localized(en: "flag", sv: "flagga")
}
/// A comparison of the register with what a system really gives.
public enum ReconciliationSubject: IdentifierSubject {
  public static let prefix = "RC"
  public static let word = Localized(en: "reconciliation", sv: "avstämning")
}
/// A position in the organisation.
public enum PositionSubject: IdentifierSubject {
  public static let prefix = "PN"
  public static let word = Localized(en: "position", sv: "befattning")
}
/// A course or an instruction.
public enum CourseSubject: IdentifierSubject {
  public static let prefix = "CO"
  public static let word = Localized(en: "course", sv: "utbildning")
}
/// A group of matters in a delegation order.
public enum MatterSubject: IdentifierSubject {
  public static let prefix = "MA"
  public static let word = Localized(en: "group of matters", sv: "ärendegrupp")
}

/// A decision on disposal of records.
public enum DisposalSubject: IdentifierSubject {
  public static let prefix = "DI"
  public static let word = Localized(en: "disposal decision", sv: "gallringsbeslut")
}
/// A stop to disposal.
public enum HoldSubject: IdentifierSubject {
  public static let prefix = "H"
  public static let word = Localized(en: "legal hold", sv: "gallringsstopp")
}

public typealias PersonID = Identifier<PersonSubject>
public typealias UnitID = Identifier<UnitSubject>
public typealias AffiliationID = Identifier<AffiliationSubject>
public typealias AssignmentID = Identifier<AssignmentSubject>
public typealias SystemID = Identifier<SystemSubject>
public typealias AccountID = Identifier<AccountSubject>
/// An entitlement's name within its system: `read`.
public typealias EntitlementName = Identifier<EntitlementSubject>
/// What part of the system a grant covers, in the system's own terms: `ward-3`.
public typealias ScopeName = Identifier<ScopeSubject>
public typealias RequestID = Identifier<RequestSubject>
public typealias GrantID = Identifier<GrantSubject>
public typealias ReviewID = Identifier<ReviewSubject>
public typealias IncidentID = Identifier<IncidentSubject>
/// The rules that an incident is judged by, as the rule document names them: `csl`, `gdpr`.
public typealias RegimeCode = Identifier<RegimeSubject>
/// A notice or a step of a regime: `warning`, `final`.
public typealias StageCode = Identifier<StageSubject>
/// What makes an incident one to notify: `outage-4h`.
public typealias CriterionCode = Identifier<CriterionSubject>
public typealias DelegationID = Identifier<DelegationSubject>
public typealias AnalysisID = Identifier<AnalysisSubject>
public typealias SeparationRuleID = Identifier<SeparationRuleSubject>
public typealias SeparationExceptionID = Identifier<SeparationExceptionSubject>
/// A policy document's name with its version: `municipality-2026.1`.
public typealias PolicyID = Identifier<PolicySubject>
public typealias FlagID = Identifier<FlagSubject>
public typealias ReconciliationID = Identifier<ReconciliationSubject>
/// A position in the organisation: `head-of-care`.
public typealias PositionCode = Identifier<PositionSubject>
/// A course or an instruction: `records-basic`.
public typealias CourseCode = Identifier<CourseSubject>
/// A group of matters in a delegation order: `access-care`.
public typealias MatterCode = Identifier<MatterSubject>
public typealias DisposalID = Identifier<DisposalSubject>
public typealias HoldID = Identifier<HoldSubject>
