public import AccessModel
public import Diagnostics

/// Evidence is named, and is handed over by whoever keeps it. (INC-07)
public enum EvidenceCustody {
  public static let code = DiagnosticCode(
    "INC-07",
    Localized(
      en: "The chain of custody does not hold.",
      sv: "Beviskedjan håller inte."),
    remedy: Localized(
      en:
        "Name the evidence with --file or --reference, and say who hands it over: the one who keeps it. The facts say who that is.",
      sv:
        "Ange beviset med --file eller --reference, och vem som lämnar det: den som förvarar det. Uppgifterna visar vem det är."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Evidence that has been nobody knows where proves nothing.",
      sv: "Bevis som varit ingen vet var bevisar ingenting."),
    source: Localized(
      en: "ISO 27001 5.28",
      sv: "ISO 27001 5.28"),
    refused: Localized(
      en: "bo.ek hands over a disk that siv.dahl keeps",
      sv: "bo.ek lämnar en disk som siv.dahl förvarar"),
    allowed: Localized(
      en: "siv.dahl hands it over",
      sv: "siv.dahl lämnar den"))

  /// - Parameter keeper: who keeps the evidence by what was said before; `nil` when nothing was.
  public static func check(
    _ incident: IncidentID, isNamed: Bool, receivedFrom: PersonID?, keeper: PersonID?
  ) -> Diagnostic? {
    if isNamed, receivedFrom == nil || keeper == nil || receivedFrom == keeper { return nil }
    var facts: [Diagnostic.Fact] = [.init(IncidentSubject.word, "\(incident)")]
    if !isNamed {
      facts.append(
        .init(
          en: "missing", sv: "saknas",
          localized: Localized(
            en: "which evidence, --file or --reference",
            sv: "vilket bevis, --file eller --reference")))
    }
    if let receivedFrom, let keeper, receivedFrom != keeper {
      facts.append(
        .init(Localized(en: "handed over by", sv: "lämnas av"), persons: ["\(receivedFrom)"]))
      facts.append(.init(Localized(en: "kept by", sv: "förvaras av"), persons: ["\(keeper)"]))
    }
    return code.diagnostic(facts: facts)
  }
}
