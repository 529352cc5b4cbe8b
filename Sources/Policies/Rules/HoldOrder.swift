public import AccessModel
public import Diagnostics

/// A hold is on one thing that is here, says why, and is lifted once. (DSP-01)
public enum HoldOrder {
  public static let code = DiagnosticCode(
    "DSP-01",
    Localized(
      en: "The legal hold cannot be set or lifted so.",
      sv: "Gallringsstoppet kan inte införas eller hävas så."),
    remedy: Localized(
      en:
        "A hold is on a person, a system, a grant or a request, and is lifted once; each says why with --reason. liggare disposal holds shows those in force.",
      sv:
        "Ett gallringsstopp gäller en person, ett system, en tilldelning eller en begäran, och hävs en gång; varje steg anger varför med --reason. liggare disposal holds visar de gällande."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Whoever is to dispose of records must know at once what may not be touched, and whoever audits them why it could not, or could again.",
      sv:
        "Den som ska gallra måste genast veta vad som inte får röras, och den som granskar varför det inte fick det, eller fick det igen."
    ),
    source: Localized(
      en: "the Archives Act, section 10; ISO 27001 5.28, 5.33",
      sv: "arkivlagen 10 §; ISO 27001 5.28, 5.33"),
    refused: Localized(
      en: "liggare disposal release H-1 --reason \"Over\", where H-1 is lifted already",
      sv: "liggare disposal release H-1 --reason \"Över\", när H-1 redan är hävt"),
    allowed: Localized(
      en: "liggare disposal hold G-1 --reason \"A dispute\" --case \"KS 2026/9\"",
      sv: "liggare disposal hold G-1 --reason \"En tvist\" --case \"KS 2026/9\""))

  /// - Parameters:
  ///   - target: what it is on; `nil` where there is nothing by that name, or it cannot be held.
  ///   - isOpen: whether it is in force already.
  public static func check(
    setting hold: HoldID, on target: StreamID?, isOpen: Bool, hasReason: Bool
  ) -> Diagnostic? {
    guard target == nil || isOpen || !hasReason else { return nil }
    var facts: [Diagnostic.Fact] = [.init(HoldSubject.word, "\(hold)")]
    if target == nil {
      facts.append(
        .init(
          en: "on", sv: "gäller",
          localized: Localized(en: "nothing that can be held", sv: "inget som kan omfattas")))
    }
    if isOpen { facts.append(inForce(true)) }
    if !hasReason { facts.append(noReason) }
    return code.diagnostic(facts: facts)
  }

  public static func check(
    lifting hold: HoldID, isOpen: Bool, hasReason: Bool
  ) -> Diagnostic? {
    guard !isOpen || !hasReason else { return nil }
    var facts: [Diagnostic.Fact] = [.init(HoldSubject.word, "\(hold)")]
    if !isOpen { facts.append(inForce(false)) }
    if !hasReason { facts.append(noReason) }
    return code.diagnostic(facts: facts)
  }

  private static func inForce(_ isOpen: Bool) -> Diagnostic.Fact {
    .init(
      en: "in force", sv: "gäller",
      localized: isOpen ? Localized(en: "yes", sv: "ja") : Localized(en: "no", sv: "nej"))
  }

  private static let noReason = Diagnostic.Fact(
    en: "missing", sv: "saknas",
    localized: Localized(en: "why, with --reason", sv: "varför, med --reason"))
}
