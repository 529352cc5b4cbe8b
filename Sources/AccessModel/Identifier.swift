public import Diagnostics

/// The name of one thing of one kind: `P-3`, `S0001`, `G00000105`.
///
/// 1 to 32 ASCII letters, digits, `.`, `_` and `-`. `Subject` keeps a person's identifier from standing where a
/// system's must; the bytes are the same for all kinds.
@frozen
public struct Identifier<Subject: IdentifierSubject>: Hashable, Comparable, Sendable {
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

  @inlinable
  public static func < (lhs: Identifier, rhs: Identifier) -> Bool {
    lhs.ascii < rhs.ascii
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

public enum PersonSubject: IdentifierSubject {
  public static let prefix = "P"
  public static let word = Localized(en: "person", sv: "person")
}
public enum UnitSubject: IdentifierSubject {
  public static let prefix = "U"
  public static let word = Localized(en: "unit", sv: "enhet")
}
public enum AffiliationSubject: IdentifierSubject {
  public static let prefix = "A"
  public static let word = Localized(en: "affiliation", sv: "anställning eller uppdrag")
}
public enum AssignmentSubject: IdentifierSubject {
  public static let prefix = "D"
  public static let word = Localized(en: "role assignment", sv: "rolltilldelning")
}
public enum SystemSubject: IdentifierSubject {
  public static let prefix = "S"
  public static let word = Localized(en: "system", sv: "system")
}
public enum AccountSubject: IdentifierSubject {
  public static let prefix = "C"
  public static let word = Localized(en: "account", sv: "konto")
}
public enum EntitlementSubject: IdentifierSubject {
  public static let prefix = "E"
  public static let word = Localized(en: "entitlement", sv: "behörighet")
}
public enum ScopeSubject: IdentifierSubject {
  public static let prefix = "X"
  public static let word = Localized(en: "scope", sv: "omfattning")
}
public enum RequestSubject: IdentifierSubject {
  public static let prefix = "R"
  public static let word = Localized(en: "request", sv: "begäran")
}
public enum GrantSubject: IdentifierSubject {
  public static let prefix = "G"
  public static let word = Localized(en: "grant", sv: "tilldelning")
}
public enum ReviewSubject: IdentifierSubject {
  public static let prefix = "V"
  public static let word = Localized(en: "review", sv: "granskning")
}
public enum IncidentSubject: IdentifierSubject {
  public static let prefix = "I"
  public static let word = Localized(en: "incident", sv: "incident")
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
