public import Diagnostics

/// Who corrects has seen the corrections there are. (COR-08)
public enum UnseenCorrection {
  public static let code = DiagnosticCode(
    "COR-08",
    Localized(
      en: "The event has been corrected meanwhile.",
      sv: "Händelsen har rättats under tiden."),
    remedy: Localized(
      en:
        "See how it reads now, and correct it again if it is still wrong: liggare event show POSITION.",
      sv:
        "Se hur den läses nu, och rätta den igen om den fortfarande är fel: liggare event show POSITION."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Two who correct the same event at once must not undo each other unknowingly.",
      sv: "Två som rättar samma händelse samtidigt ska inte ovetande upphäva varandra."),
    source: Localized(
      en: "ISO 27001 5.33, 8.15",
      sv: "ISO 27001 5.33, 8.15"),
    refused: Localized(
      en: "a correction decided on what the event read before another was recorded",
      sv: "en rättelse beslutad på hur händelsen lästes innan en annan registrerades"),
    allowed: Localized(
      en: "the same, given again",
      sv: "samma sak, given på nytt"))

  /// - Parameters:
  ///   - seen: how many corrections of the event the recorder knew of; `nil` when that was not asked.
  ///   - present: the positions of those there are.
  public static func check(position: UInt64, seen: Int?, present: [UInt64]) -> Diagnostic? {
    guard let seen, seen != present.count else { return nil }
    return code.diagnostic(
      .init(en: "position", sv: "position", "\(position)"),
      .init(
        en: "corrected at", sv: "rättad på",
        present.map(String.init).joined(separator: ", ")))
  }
}
