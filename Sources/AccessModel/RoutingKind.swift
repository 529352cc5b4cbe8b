public import Diagnostics

/// What is done with review items that somebody is to look at.
public enum RoutingKind: CodedValue {
  case assign
  case reassign
  case remind
  case escalate

  public var code: StaticString {
    switch self {
    case .assign: "assign"
    case .reassign: "reassign"
    case .remind: "remind"
    case .escalate: "escalate"
    }
  }

  public var word: Localized {
    switch self {
    case .assign: Localized(en: "assigned", sv: "tilldelad")
    case .reassign: Localized(en: "reassigned", sv: "omfördelad")
    case .remind: Localized(en: "reminded", sv: "påmind")
    case .escalate: Localized(en: "escalated", sv: "eskalerad")
    }
  }

  public static let codes = CodeTable<RoutingKind>()
}
