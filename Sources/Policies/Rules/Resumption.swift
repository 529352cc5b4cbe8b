public import AccessModel
public import Diagnostics

/// A suspension ends when its cause is cleared, by somebody who answers for the access and does not hold it; the end of the
/// grant never moves. (INV-21)
public enum Resumption {
  public static let code = DiagnosticCode(
    "INV-21",
    Localized(
      en: "The suspension cannot be lifted.",
      sv: "Spärren kan inte hävas."),
    remedy: Localized(
      en:
        "See that the cause is cleared, and let the person's manager or the system's steward, deputy or owner resume the grant; liggare grant show tells what suspends it.",
      sv:
        "Se till att orsaken är undanröjd, och låt personens chef eller systemets förvaltare, ersättare eller ägare häva spärren; liggare grant show visar vad som spärrar."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A suspension that its own holder lifts, or that is lifted while its cause remains, protects nothing.",
      sv:
        "En spärr som innehavaren själv häver, eller som hävs medan orsaken finns kvar, skyddar inget."
    ),
    source: Localized(
      en: "ISO 27001 5.3, 5.18; NIST AC-2",
      sv: "ISO 27001 5.3, 5.18; NIST AC-2"),
    refused: Localized(
      en: "liggare grant resume G-1 by bo.ek, whose grant it is",
      sv: "liggare grant resume G-1 av bo.ek, vars tilldelning det är"),
    allowed: Localized(
      en: "the same by siv.dahl, the system's steward, when the incident is closed",
      sv: "samma sak av siv.dahl, systemets förvaltare, när incidenten är avslutad"))

  /// - Parameters:
  ///   - holder: whose grant it is.
  ///   - principal: whose key signs.
  ///   - isAnswerable: whether the one who resumes is the person's manager, or the system's steward, deputy or owner.
  ///   - remaining: the causes of open suspensions that are not cleared, each with what is missing.
  public static func check(
    grant: GrantID, by resumer: PersonID, principal: PersonID, holder: PersonID?,
    isAnswerable: Bool, isSuspended: Bool, remaining: [(cause: SuspensionCause, lacks: Localized)]
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func add(_ why: Localized, _ facts: Diagnostic.Fact...) {
      found.append(
        code.diagnostic(
          facts: [
            .init(GrantSubject.word, "\(grant)"),
            .init(en: "why", sv: "varför", localized: why),
          ] + facts))
    }
    if !isSuspended {
      add(Localized(en: "nobody has suspended it", sv: "ingen har spärrat den"))
    }
    if holder == resumer || holder == principal {
      add(
        Localized(
          en: "the one who resumes it is the one who holds it",
          sv: "den som häver spärren är den som har behörigheten"),
        .init(PersonSubject.word, persons: ["\(resumer)"]))
    } else if !isAnswerable {
      add(
        Localized(
          en: "the one who resumes it does not answer for the access",
          sv: "den som häver spärren ansvarar inte för behörigheten"),
        .init(PersonSubject.word, persons: ["\(resumer)"]))
    }
    for (cause, lacks) in remaining {
      add(lacks, .init(en: "suspended for", sv: "spärrad för", localized: cause.word))
    }
    return found
  }
}
