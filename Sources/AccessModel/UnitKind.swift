public import Diagnostics

/// What sort of organisational unit it is.
public enum UnitKind: CodedValue {
  case council
  case board
  case committee
  case company
  case administration
  case unit

  public var code: StaticString {
    switch self {
    case .council: "council"
    case .board: "board"
    case .committee: "committee"
    case .company: "company"
    case .administration: "administration"
    case .unit: "unit"
    }
  }

  public var word: Localized {
    switch self {
    case .council: Localized(en: "council", sv: "kommunfullmäktige")
    case .board: Localized(en: "executive board", sv: "kommunstyrelse")
    case .committee: Localized(en: "committee", sv: "nämnd")
    case .company: Localized(en: "municipal company", sv: "kommunalt bolag")
    case .administration: Localized(en: "administration", sv: "förvaltning")
    case .unit: Localized(en: "unit", sv: "enhet")
    }
  }

  public static let codes = CodeTable<UnitKind>()
}
