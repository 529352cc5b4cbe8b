public import Diagnostics

/// What happened that makes a small review due.
public enum ReviewTrigger: CodedValue {
  case transfer
  case classChange
  case incident
  case widenedEntitlement
  case adHoc

  public var code: StaticString {
    switch self {
    case .transfer: "transfer"
    case .classChange: "class-change"
    case .incident: "incident"
    case .widenedEntitlement: "widened-entitlement"
    case .adHoc: "ad-hoc"
    }
  }

  public var word: Localized {
    switch self {
    case .transfer: Localized(en: "transfer", sv: "byte av tjänst")
    case .classChange: Localized(en: "changed classification", sv: "ändrad klassning")
    case .incident: Localized(en: "incident", sv: "incident")
    case .widenedEntitlement: Localized(en: "widened entitlement", sv: "utvidgad behörighet")
    case .adHoc: Localized(en: "ad hoc", sv: "särskilt behov")
    }
  }

  public static let codes = CodeTable<ReviewTrigger>()
}
