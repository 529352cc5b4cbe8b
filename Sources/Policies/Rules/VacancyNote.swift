public import AccessModel
public import Chronology
public import Diagnostics

/// Who ends the role of an owner or a steward with nobody in their place says why, and by when there will be. (ROL-05)
public enum VacancyNote {
  public static let code = DiagnosticCode(
    "ROL-05",
    Localized(
      en:
        "The system would be left without its owner or steward, with no word of why or until when.",
      sv:
        "Systemet skulle stå utan sin systemägare eller systemförvaltare, utan skäl och sista dag."
    ),
    remedy: Localized(
      en:
        "Name who takes over with --successor, or give --vacant-until DAY and --reason; the deputy acts meanwhile.",
      sv:
        "Ange vem som tar över med --successor, eller ange --vacant-until DAG och --reason; ersättaren träder in under tiden."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A system that nobody answers for has access that nobody answers for. A vacancy is short, explained and has an end.",
      sv:
        "Ett system som ingen svarar för har åtkomst som ingen svarar för. En vakans är kort, förklarad och har ett slut."
    ),
    source: Localized(
      en: "guideline: every system has a steward and a deputy; ISO 27001 5.2, 5.9",
      sv: "riktlinjen: varje system har en systemförvaltare med ersättare; ISO 27001 5.2, 5.9"),
    refused: Localized(
      en: "liggare role end D-4, when bo.ek is the only steward",
      sv: "liggare role end D-4, när bo.ek är den enda systemförvaltaren"),
    allowed: Localized(
      en: "liggare role end D-4 --successor nils.ek --reason \"New duties\"",
      sv: "liggare role end D-4 --successor nils.ek --reason \"Nya uppgifter\""))

  /// - Parameters:
  ///   - until: by when there is to be a new holder; not before `moment`.
  ///   - moment: when the role ends.
  public static func check(
    assignment: AssignmentID, role: Role, system: SystemID, leavesVacant: Bool, hasReason: Bool,
    until: Instant?, at moment: Instant
  ) -> Diagnostic? {
    guard leavesVacant else { return nil }
    var missing: [Localized] = []
    if let until {
      if until < moment {
        missing.append(
          Localized(
            en: "the day for a new holder has passed", sv: "dagen för en ny innehavare har passerat"
          )
        )
      }
    } else {
      missing.append(
        Localized(en: "no day for a new holder", sv: "ingen dag för en ny innehavare"))
    }
    if !hasReason { missing.append(Localized(en: "no reason", sv: "inget skäl")) }
    guard !missing.isEmpty else { return nil }
    return code.diagnostic(
      facts: [
        .init(AssignmentSubject.word, "\(assignment)"), .init(SystemSubject.word, "\(system)"),
        .init(en: "role", sv: "roll", localized: role.word),
      ] + missing.map { .init(en: "missing", sv: "saknas", localized: $0) })
  }
}
