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

  public static let ground = Ground(
    protects: Localized(
      en:
        "A lower level loosens every rule for the system at once, so that it must rest on more than an opinion.",
      sv:
        "En lägre nivå lättar alla regler för systemet på en gång och måste därför vila på mer än en åsikt."
    ),
    source: Localized(
      en: "guideline: protection follows classification and risk analysis; ISO 27001 5.12",
      sv: "riktlinjen: skydd efter klassning och riskanalys; ISO 27001 5.12"),
    refused: Localized(
      en: "a class lowered from 3/3/2 to 2/2/2 on last year's analysis",
      sv: "en klass sänkt från 3/3/2 till 2/2/2 på förra årets analys"),
    allowed: Localized(
      en: "the same, with a reason and an analysis made since",
      sv: "detsamma, med skäl och en analys gjord därefter"))

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
