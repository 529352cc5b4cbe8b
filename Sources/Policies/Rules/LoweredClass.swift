public import AccessModel
public import Chronology
public import Diagnostics

/// No level is lowered without a reason and a risk analysis made since the last classification. (SYS-04)
public enum LoweredClass {
  public static let code = DiagnosticCode(
    "SYS-04",
    Localized(
      en: "The classification would be lowered without what that needs.",
      sv: "Klassningen skulle sänkas utan det som krävs."),
    remedy: Localized(
      en:
        "Record the risk analysis with liggare system risk, and name it with --analysis; say why with --reason.",
      sv:
        "Registrera riskanalysen med liggare system risk, och ange den med --analysis; ange varför med --reason."
    ))

  /// - Parameters:
  ///   - present: the classification that holds, and when it was made.
  ///   - conducted: when the analysis that is named was made; `nil` when none of this system is named.
  public static func check(
    system: SystemID, present: (classification: Classification, since: Instant)?,
    proposed: Classification, conducted: Instant?, hasReason: Bool
  ) -> Diagnostic? {
    guard let present else { return nil }
    let before = present.classification
    let isLowered =
      proposed.confidentiality < before.confidentiality || proposed.integrity < before.integrity
      || proposed.availability < before.availability
    guard isLowered else { return nil }
    var missing: [Localized] = []
    if !hasReason { missing.append(Localized(en: "a reason", sv: "ett skäl")) }
    if let conducted {
      if conducted < present.since {
        missing.append(
          Localized(
            en: "an analysis made since \(present.since), not \(conducted)",
            sv: "en analys gjord efter \(present.since), inte \(conducted)"))
      }
    } else {
      missing.append(
        Localized(en: "a risk analysis of the system", sv: "en riskanalys av systemet"))
    }
    guard !missing.isEmpty else { return nil }
    return code.diagnostic(
      facts: [
        .init(SystemSubject.word, "\(system)"), .init(en: "before", sv: "förut", "\(before)"),
        .init(en: "proposed", sv: "föreslaget", "\(proposed)"),
      ] + missing.map { .init(en: "missing", sv: "saknas", localized: $0) })
  }
}
