public import Diagnostics
import Interchange

/// The kind of an operation in a history file, for counting.
public enum HistoryOperationKind: String, CaseIterable, Hashable, Sendable {
  case registerSystem = "register_system"
  case registerPerson = "register_person"
  case request
  case decide
  case grant
  case revoke
  case reviewItem = "review_item"
  case incident
  case leaver

  /// What people read.
  public var word: Localized {
    switch self {
    case .registerSystem: Localized(en: "systems registered", sv: "registrerade system")
    case .registerPerson: Localized(en: "persons registered", sv: "registrerade personer")
    case .request: Localized(en: "requests", sv: "begäranden")
    case .decide: Localized(en: "decisions", sv: "beslut")
    case .grant: Localized(en: "grants", sv: "tilldelningar")
    case .revoke: Localized(en: "revocations", sv: "återkallelser")
    case .reviewItem: Localized(en: "review items", sv: "granskade tilldelningar")
    case .incident: Localized(en: "incidents", sv: "incidenter")
    case .leaver: Localized(en: "leavers", sv: "avslut")
    }
  }

  init(_ payload: OperationPayload) {
    switch payload {
    case .registerSystem: self = .registerSystem
    case .registerPerson: self = .registerPerson
    case .request: self = .request
    case .decide: self = .decide
    case .grant: self = .grant
    case .revoke: self = .revoke
    case .reviewItem: self = .reviewItem
    case .incident: self = .incident
    case .leaver: self = .leaver
    }
  }
}
