public import Diagnostics

/// What a triage came to.
public enum IncidentOutcome: CodedValue {
  case incident
  case notAnIncident

  public var code: StaticString {
    switch self {
    case .incident: "incident"
    case .notAnIncident: "not-an-incident"
    }
  }

  public var word: Localized {
    switch self {
    case .incident: Localized(en: "incident", sv: "incident")
    case .notAnIncident: Localized(en: "not an incident", sv: "inte en incident")
    }
  }

  public static let codes = CodeTable<IncidentOutcome>()
}
