public import AccessModel
public import Diagnostics

/// Access is granted only in a system that is in use, classified, and looked after. (INV-14)
public enum SystemReady {
  public static let code = DiagnosticCode(
    "INV-14",
    Localized(
      en: "The system is not ready for grants.",
      sv: "Systemet är inte klart för tilldelningar."),
    remedy: Localized(
      en:
        "Do what is missing: liggare system classify, liggare system status, liggare role assign.",
      sv: "Gör det som saknas: liggare system classify, liggare system status, liggare role assign."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Before anybody is let in it must be known how much is at stake, and who answers for the system.",
      sv:
        "Innan någon släpps in måste det vara känt vad som står på spel och vem som ansvarar för systemet."
    ),
    source: Localized(
      en:
        "guideline: the level of protection follows from classification; each system has a steward and a deputy; ISO 27001 5.9, 5.12",
      sv:
        "riktlinjen: skyddsnivån följer av informationsklassningen; varje system har systemförvaltare och ersättare; ISO 27001 5.9, 5.12"
    ),
    refused: Localized(
      en: "liggare request submit bo.ek S-1/read, while S-1 has no deputy",
      sv: "liggare request submit bo.ek S-1/read, när S-1 saknar ersättare"),
    allowed: Localized(
      en: "liggare role assign deputy nils.ek --system S-1, then the same",
      sv: "liggare role assign deputy nils.ek --system S-1, därefter samma sak"))

  /// - Parameter vacancy: what follows when steward or deputy is missing; a system without an owner is never ready.
  public static func check(
    system: SystemID, status: SystemStatus, isClassified: Bool, missingRoles: [Role],
    vacancy: VacancyEffect = .block
  ) -> Diagnostic? {
    var missing: [Localized] = []
    if status != .pilot && status != .inOperation {
      missing.append(
        Localized(
          en: "its status is \(status.word.english)", sv: "dess status är \(status.word.swedish)"))
    }
    if !isClassified {
      missing.append(Localized(en: "it is not classified", sv: "det är inte klassat"))
    }
    for role in missingRoles where vacancy == .block || role == .owner {
      missing.append(
        Localized(en: "it has no \(role.word.english)", sv: "det saknar \(role.word.swedish)"))
    }
    guard !missing.isEmpty else { return nil }
    return code.diagnostic(
      facts: [.init(SystemSubject.word, "\(system)")]
        + missing.map { .init(en: "why", sv: "varför", localized: $0) })
  }
}
