public import Diagnostics

/// What a fact that a flag rests on says.
public enum StaleFactKind: CodedValue {
  case since
  case limit
  case lastUse
  case neverUsed
  case knownUntil
  case lastReview
  case due
  case cause
  case role
  case course
  case moved
  case separationRule
  case with
  case exception
  case person
  case entitlement
  case system
  case missing
  case count
  case peers
  case minutes
  case reviewDays
  case reconciliation
  case classification
  case delegation
  case successor

  public var code: StaticString {
    switch self {
    case .since: "since"
    case .limit: "limit"
    case .lastUse: "last-use"
    case .neverUsed: "never-used"
    case .knownUntil: "known-until"
    case .lastReview: "last-review"
    case .due: "due"
    case .cause: "cause"
    case .role: "role"
    case .course: "course"
    case .moved: "moved"
    case .separationRule: "separation-rule"
    case .with: "with"
    case .exception: "exception"
    case .person: "person"
    case .entitlement: "entitlement"
    case .system: "system"
    case .missing: "missing"
    case .count: "count"
    case .peers: "peers"
    case .minutes: "minutes"
    case .reviewDays: "review-days"
    case .reconciliation: "reconciliation"
    case .classification: "classification"
    case .delegation: "delegation"
    case .successor: "successor"
    }
  }

  public var word: Localized {
    switch self {
    case .since: Localized(en: "since", sv: "sedan")
    case .limit: Localized(en: "limit", sv: "gräns")
    case .lastUse: Localized(en: "last used", sv: "senast använd")
    case .neverUsed: Localized(en: "not used since", sv: "inte använd sedan")
    case .knownUntil: Localized(en: "usage known until", sv: "användning känd till")
    case .lastReview: Localized(en: "last reviewed", sv: "senast granskad")
    case .due: Localized(en: "due by", sv: "skulle ha skett")
    case .cause: Localized(en: "cause", sv: "orsak")
    case .role: Localized(en: "role", sv: "roll")
    case .course: Localized(en: "course", sv: "utbildning")
    case .moved: Localized(en: "moved", sv: "flyttade")
    case .separationRule: Localized(en: "rule", sv: "regel")
    case .with: Localized(en: "together with", sv: "tillsammans med")
    case .exception: Localized(en: "exception that ended", sv: "undantag som upphört")
    case .person: Localized(en: "person", sv: "person")
    case .entitlement: Localized(en: "entitlement", sv: "behörighet")
    case .system: Localized(en: "system", sv: "system")
    case .missing: Localized(en: "missing", sv: "saknas")
    case .count: Localized(en: "count", sv: "antal")
    case .peers: Localized(en: "peers", sv: "kollegor")
    case .minutes: Localized(en: "minutes", sv: "minuter")
    case .reviewDays: Localized(en: "days between reviews", sv: "dagar mellan granskningar")
    case .reconciliation: Localized(en: "reconciliation", sv: "avstämning")
    case .classification: Localized(en: "classification", sv: "klassning")
    case .delegation: Localized(en: "delegation", sv: "delegation")
    case .successor: Localized(en: "successor", sv: "efterträdare")
    }
  }

  public static let codes = CodeTable<StaleFactKind>()
}
