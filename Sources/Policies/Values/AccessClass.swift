public import AccessModel
public import Diagnostics

/// A class of access that the rules give terms of its own; an access may belong to several, and then the strictest terms hold.
public enum AccessClass: CodedValue {
  case level0
  case level1
  case level2
  case level3
  case level4
  case privileged
  case external
  case temporary
  case elected
  case care
  case protectedIdentities
  case sharedAccount
  case serviceAccount
  case separationException

  public var code: StaticString {
    switch self {
    case .level0: "level-0"
    case .level1: "level-1"
    case .level2: "level-2"
    case .level3: "level-3"
    case .level4: "level-4"
    case .privileged: "privileged"
    case .external: "external"
    case .temporary: "temporary"
    case .elected: "elected"
    case .care: "care"
    case .protectedIdentities: "protected-identities"
    case .sharedAccount: "shared-account"
    case .serviceAccount: "service-account"
    case .separationException: "separation-exception"
    }
  }

  public var word: Localized {
    switch self {
    case .level0: Localized(en: "level 0", sv: "nivå 0")
    case .level1: Localized(en: "level 1", sv: "nivå 1")
    case .level2: Localized(en: "level 2", sv: "nivå 2")
    case .level3: Localized(en: "level 3", sv: "nivå 3")
    case .level4: Localized(en: "level 4", sv: "nivå 4")
    case .privileged: Localized(en: "privileged access", sv: "privilegierad behörighet")
    case .external:
      Localized(en: "external persons and suppliers", sv: "externa och leverantörer")
    case .temporary:
      Localized(en: "temporary staff and students", sv: "vikarier och studerande")
    case .elected: Localized(en: "elected representatives", sv: "förtroendevalda")
    case .care: Localized(en: "care data", sv: "vård- och omsorgsuppgifter")
    case .protectedIdentities:
      Localized(en: "protected identities", sv: "skyddade personuppgifter")
    case .sharedAccount: Localized(en: "shared accounts", sv: "gemensamma konton")
    case .serviceAccount: Localized(en: "service accounts", sv: "servicekonton")
    case .separationException:
      Localized(en: "exceptions from segregation", sv: "undantag från åtskillnad")
    }
  }

  public static let codes = CodeTable<AccessClass>()

  /// The class of a level; one outside 0 to 4 counts as the nearest.
  public static func level(_ level: Int) -> AccessClass {
    switch level {
    case ...0: .level0
    case 1: .level1
    case 2: .level2
    case 3: .level3
    case _: .level4
    }
  }

  /// Where its terms stand among those of a policy.
  var index: Int {
    AccessClass.allCases.firstIndex(of: self) ?? 0
  }
}
