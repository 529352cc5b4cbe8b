public import AccessModel
public import Diagnostics

/// What speaks against keeping access, as the register shows it.
public enum ReviewHint: CodedValue {
  case separationConflict
  case moved
  case undecided
  case unlikePeers
  case couldNotJudgeBefore
  case entitlementRetired
  case widened
  case suspended
  case flagged

  public var code: StaticString {
    switch self {
    case .separationConflict: "separation-conflict"
    case .moved: "moved"
    case .undecided: "undecided"
    case .unlikePeers: "unlike-peers"
    case .couldNotJudgeBefore: "could-not-judge-before"
    case .entitlementRetired: "entitlement-retired"
    case .widened: "widened"
    case .suspended: "suspended"
    case .flagged: "flagged"
    }
  }

  public var word: Localized {
    switch self {
    case .separationConflict:
      Localized(en: "breaks a segregation of duties", sv: "bryter mot en åtskillnad")
    case .moved: Localized(en: "the holder has moved", sv: "innehavaren har bytt tjänst")
    case .undecided: Localized(en: "nobody has decided it", sv: "ingen har beslutat den")
    case .unlikePeers:
      Localized(en: "hardly any colleague has it", sv: "nästan ingen kollega har den")
    case .couldNotJudgeBefore:
      Localized(en: "could not be judged last time", sv: "kunde inte bedömas förra gången")
    case .entitlementRetired:
      Localized(en: "the entitlement is retired", sv: "behörigheten har utgått")
    case .widened:
      Localized(en: "wider than at the last review", sv: "vidare än vid förra granskningen")
    case .suspended: Localized(en: "suspended", sv: "spärrad")
    case .flagged: Localized(en: "flagged as stale", sv: "flaggad som inaktuell")
    }
  }

  public static let codes = CodeTable<ReviewHint>()
}
