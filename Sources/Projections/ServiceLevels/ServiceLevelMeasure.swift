public import Diagnostics

/// A service whose time is measured: from what asks for it to what was asked for.
public enum ServiceLevelMeasure: Hashable, Sendable, CaseIterable {
  /// From a request to the decision on it.
  case decision
  /// From a decision to when it was carried out in the system.
  case execution
  /// From the end of access to the word that it is gone from the system.
  case removal
  /// From the beginning of a clock of an incident to what it asks for.
  case incidentClock

  /// What programs read.
  public var code: String {
    switch self {
    case .decision: "decision"
    case .execution: "execution"
    case .removal: "removal"
    case .incidentClock: "incident-clock"
    }
  }

  public var word: Localized {
    switch self {
    case .decision: Localized(en: "request to decision", sv: "begäran till beslut")
    case .execution: Localized(en: "decision to execution", sv: "beslut till verkställighet")
    case .removal:
      Localized(en: "end to confirmed removal", sv: "upphörande till bekräftad borttagning")
    case .incidentClock:
      Localized(en: "clock of an incident", sv: "tidsgräns för en incident")
    }
  }
}
