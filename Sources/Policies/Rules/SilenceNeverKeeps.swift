public import AccessModel
public import Chronology
public import Diagnostics

/// Silence is never consent, and takes only what was announced, when it was announced (INV-34)
public enum SilenceNeverKeeps {
  public static let code = DiagnosticCode(
    "INV-34",
    Localized(
      en: "Silence does not lead to this, or not yet.",
      sv: "Tystnad leder inte till detta, eller inte ännu."),
    remedy: Localized(
      en: "liggare review follow-up does what is due and nothing else.",
      sv: "liggare review follow-up gör det som förfallit och inget annat."))

  public static let ground = Ground(
    protects: Localized(
      en: "Access that nobody answers for is neither kept for ever nor taken without warning.",
      sv: "Behörighet som ingen svarar för varken behålls för evigt eller tas utan varning."),
    source: Localized(
      en: "ISO 27001 5.18; NIST AC-2 d; patient safety",
      sv: "ISO 27001 5.18; NIST AC-2 d; patientsäkerhet"),
    refused: Localized(
      en: "the end of G-1 a week after V-1 was due, where the rules say sixty days",
      sv:
        "att G-1 upphör en vecka efter att V-1 skulle ha varit klar, när reglerna säger sextio dagar"
    ),
    allowed: Localized(
      en: "its suspension when thirty days have passed",
      sv: "att den spärras när trettio dagar har gått"))

  /// Why silence does not lead to the effect.
  public enum Objection: Hashable, Sendable {
    /// Somebody has answered, or the access is over.
    case settled
    case tooEarly(Instant)
    /// The campaign does not go so far.
    case tooFar
    /// The system must be at hand in care or rescue.
    case availability
    /// Nobody else would be left to run the system.
    case lastKeeper
  }

  public static func violation(
    _ objection: Objection, grant: GrantID, effect: NoResponseEffect
  ) -> Diagnostic {
    var facts: [Diagnostic.Fact] = [
      .init(GrantSubject.word, "\(grant)"),
      .init(en: "effect", sv: "verkan", localized: effect.word),
    ]
    switch objection {
    case .settled:
      facts.append(
        .init(
          en: "why not", sv: "varför inte",
          localized: Localized(en: "it is settled", sv: "den är avgjord")))
    case .tooEarly(let due): facts.append(.init(en: "due", sv: "förfaller", at: due))
    case .tooFar:
      facts.append(
        .init(
          en: "why not", sv: "varför inte",
          localized: Localized(
            en: "the campaign does not go so far", sv: "omgången går inte så långt")))
    case .availability:
      facts.append(
        .init(
          en: "why not", sv: "varför inte",
          localized: Localized(
            en: "care and rescue must have the system at hand",
            sv: "vård och räddning måste ha systemet till hands")))
    case .lastKeeper:
      facts.append(
        .init(
          en: "why not", sv: "varför inte",
          localized: Localized(
            en: "nobody else would be left to run the system",
            sv: "ingen annan skulle finnas kvar för att sköta systemet")))
    }
    return code.diagnostic(facts: facts)
  }
}
