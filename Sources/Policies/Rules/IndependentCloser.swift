public import AccessModel
public import Diagnostics

/// An incident is not closed by its only reporter, nor by whose access caused it. (INV-46)
public enum IndependentCloser {
  public static let code = DiagnosticCode(
    "INV-46",
    Localized(
      en: "Whoever closes the incident has a part in it.",
      sv: "Den som avslutar incidenten har del i den."),
    remedy: Localized(
      en: "Let the information-security coordinator, the owner or another lead close it.",
      sv: "Låt informationssäkerhetssamordnaren, ägaren eller en annan ansvarig avsluta den."))

  public static let ground = Ground(
    protects: Localized(
      en: "Nobody judges what they reported alone, or caused.",
      sv: "Ingen bedömer det den ensam har rapporterat eller har orsakat."),
    source: Localized(
      en: "ISO 27001 5.3; guideline: roles and responsibility are clear",
      sv: "ISO 27001 5.3; riktlinjen: roller och ansvar är tydliga"),
    refused: Localized(
      en: "bo.ek closes I-1, which bo.ek reported",
      sv: "bo.ek avslutar I-1, som bo.ek rapporterade"),
    allowed: Localized(
      en: "the coordinator closes it",
      sv: "samordnaren avslutar den"))

  public static func check(
    _ incident: IncidentID, closers: [PersonID], reporter: PersonID?, causers: [PersonID]
  ) -> Diagnostic? {
    let barred = closers.filter { $0 == reporter || causers.contains($0) }
    guard let person = barred.first else { return nil }
    return code.diagnostic(
      .init(IncidentSubject.word, "\(incident)"),
      .init(Localized(en: "closed by", sv: "avslutas av"), persons: ["\(person)"]),
      .init(
        en: "part", sv: "del",
        localized: person == reporter
          ? Localized(en: "reported it", sv: "rapporterade den")
          : Localized(en: "their access caused it", sv: "dennes behörighet orsakade den")))
  }
}
