public import AccessModel
public import Chronology
public import Diagnostics

/// Emergency access is followed up, once, by somebody who answers for it and did not use it. (EMG-06)
public enum EmergencyFollowUp {
  public static let code = DiagnosticCode(
    "EMG-06",
    Localized(
      en: "The follow-up cannot be made so.",
      sv: "Uppföljningen kan inte göras så."),
    remedy: Localized(
      en:
        "Let the system's owner or steward, or the security coordinator, follow it up; never the user.",
      sv:
        "Låt systemets ägare eller förvaltare, eller informationssäkerhetssamordnaren, följa upp; aldrig användaren."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Nobody judges their own use of a power that nobody decided on.",
      sv: "Ingen bedömer sin egen användning av en befogenhet som ingen har beslutat om."),
    source: Localized(
      en: "ISO 27001 5.3, 8.2; NIST AC-2",
      sv: "ISO 27001 5.3, 8.2; NIST AC-2"),
    refused: Localized(
      en: "liggare grant follow-up G-7 by bo.ek, who used it",
      sv: "liggare grant follow-up G-7 av bo.ek, som använde den"),
    allowed: Localized(
      en: "the same by siv.dahl, the system's steward",
      sv: "samma sak av siv.dahl, systemets förvaltare"))

  /// When the follow-up of a use must be made.
  public static func due(ended: Instant, within limit: TimeLimit) -> Instant {
    limit.due(after: ended)
  }

  /// - Parameter isAnswerable: whether the reviewer is the system's owner or steward, or the security coordinator.
  public static func check(
    grant: GrantID, reviewer: PersonID, principal: PersonID, user: PersonID?, isAnswerable: Bool
  ) -> Diagnostic? {
    let why: Localized
    if reviewer == user || principal == user {
      why = Localized(
        en: "the one who follows it up is the one who used it",
        sv: "den som följer upp är den som använde den")
    } else if !isAnswerable {
      why = Localized(
        en: "the one who follows it up does not answer for the system",
        sv: "den som följer upp ansvarar inte för systemet")
    } else {
      return nil
    }
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"), .init(en: "why", sv: "varför", localized: why),
      .init(Localized(en: "followed up by", sv: "uppföljd av"), persons: ["\(reviewer)"]))
  }
}
