public import AccessModel
public import Chronology
public import Diagnostics

/// Something in the register that is missing, too old, or against the rules, at one moment.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: Hashable, Sendable, CaseIterable {
    /// Access is, or may be, other than it should be.
    case serious
    /// Somebody must do something soon.
    case warning
    /// Worth knowing.
    case notice

    public var code: String {
      switch self {
      case .serious: "serious"
      case .warning: "warning"
      case .notice: "notice"
      }
    }

    public var word: Localized {
      switch self {
      case .serious: Localized(en: "serious", sv: "allvarlig")
      case .warning: Localized(en: "warning", sv: "varning")
      case .notice: Localized(en: "notice", sv: "upplysning")
      }
    }
  }

  public var code: DiagnosticCode
  public var severity: Severity
  /// What it is about: `S-1`, `G-3`.
  public var subject: String
  /// The system it is about, when it is about one.
  public var system: SystemID?
  /// What is so, besides what the code says.
  public var detail: Localized
  /// Since when it is so; `nil` when that is not known.
  public var since: Instant?
  /// The command that puts it right, or that shows more.
  public var command: String

  init(
    _ code: DiagnosticCode, _ severity: Severity, _ subject: String, system: SystemID? = nil,
    detail: Localized = Localized(verbatim: ""), since: Instant?, command: String
  ) {
    self.code = code
    self.severity = severity
    self.subject = subject
    self.system = system
    self.detail = detail
    self.since = since
    self.command = command
  }
}
