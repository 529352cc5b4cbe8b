public import AccessModel
public import Chronology
public import Diagnostics

/// When a legal entity became aware is changed by a correction with its reason alone, and is never to come. (INV-42)
public enum CorrectedAwareness {
  public static let code = DiagnosticCode(
    "INV-42",
    Localized(
      en: "When an organisation became aware cannot be changed so.",
      sv: "När en organisation fick kännedom kan inte ändras så."),
    remedy: Localized(
      en:
        "If it was wrong, correct the triage that said it, with the reason: liggare event correct POSITION --field aware. The facts say what was said.",
      sv:
        "Om det var fel, rätta bedömningen som angav det, med skälet: liggare event correct POSITION --field aware. Uppgifterna visar vad som sagts."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "The clocks of the law start when the organisation became aware. Whoever can move that moment unseen is never late.",
      sv:
        "Lagens klockor startar när organisationen fick kännedom. Den som kan flytta den tidpunkten obemärkt är aldrig sen."
    ),
    source: Localized(
      en:
        "the Cybersecurity Act (2025:1506), chapter 2, sections 5–8; NIS2 Article 23(4); GDPR Article 33(1)",
      sv:
        "cybersäkerhetslagen (2025:1506) 2 kap. 5–8 §§; NIS2 artikel 23.4; dataskyddsförordningen artikel 33.1"
    ),
    refused: Localized(
      en: "a new triage that says that U-1 became aware a day later",
      sv: "en ny bedömning som anger att U-1 fick kännedom en dag senare"),
    allowed: Localized(
      en: "a correction of the first triage that says why",
      sv: "en rättelse av den första bedömningen som anger varför"))

  /// - Parameter said: what an earlier triage said; `nil` when the moment is yet to come.
  public static func violation(
    _ incident: IncidentID, entity: UnitID, said: Instant?, now: Instant
  ) -> Diagnostic {
    var facts: [Diagnostic.Fact] = [
      .init(IncidentSubject.word, "\(incident)"), .init(UnitSubject.word, "\(entity)"),
    ]
    if let said {
      facts.append(.init(en: "became aware", sv: "fick kännedom", at: said))
      facts.append(.init(en: "now said", sv: "sägs nu", at: now))
    } else {
      facts.append(.init(en: "aware, yet to come", sv: "kännedom, i framtiden", at: now))
    }
    return code.diagnostic(facts: facts)
  }
}
