public import AccessModel
public import Diagnostics

/// An auditor holds no other role. (ROL-06)
public enum AuditorStandsAlone {
  public static let code = DiagnosticCode(
    "ROL-06",
    Localized(
      en: "An auditor holds no other role at the same time.",
      sv: "En revisor har ingen annan roll samtidigt."),
    remedy: Localized(
      en:
        "End the other role first, or choose another person: liggare role end, liggare role list.",
      sv:
        "Avsluta den andra rollen först, eller välj en annan person: liggare role end, liggare role list."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Who audits may not have had a hand in what is audited.",
      sv: "Den som granskar får inte ha haft del i det som granskas."),
    source: Localized(
      en: "ISO 27001 5.3, 5.35; Local Government Act (Sweden) 12:1",
      sv: "ISO 27001 5.3, 5.35; kommunallagen 12 kap. 1 §"),
    refused: Localized(
      en: "liggare role assign steward to somebody who is auditor",
      sv: "liggare role assign steward för någon som är revisor"),
    allowed: Localized(
      en: "the same when the auditor's role has ended",
      sv: "samma sak när revisorsrollen har avslutats"))

  /// - Parameter others: the assignments that the person holds at some moment of the same time.
  public static func check(
    holder: PersonID, role: Role, others: [(id: AssignmentID, role: Role)]
  ) -> Diagnostic? {
    let barred = others.filter { $0.role != role && ($0.role == .auditor || role == .auditor) }
    guard let other = barred.first else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(holder)"]),
      .init(en: "role", sv: "roll", localized: role.word),
      .init(AssignmentSubject.word, "\(other.id)"),
      .init(en: "its role", sv: "dess roll", localized: other.role.word))
  }
}
