public import AccessModel
public import Diagnostics

/// Nobody holds together what is separated, or one thing without what it requires. (INV-16)
public enum SeparatedDuties {
  public static let code = DiagnosticCode(
    "INV-16",
    Localized(
      en: "The grant breaks a rule on segregation of duties.",
      sv: "Tilldelningen bryter mot en åtskillnadsregel."),
    remedy: Localized(
      en:
        "End the other grant first, or grant what is required; where the rule allows it, have an exception decided: liggare separation except.",
      sv:
        "Avsluta den andra tilldelningen först, eller tilldela det som krävs; där regeln medger det, låt besluta om undantag: liggare separation except."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "One person who can do both halves of a thing can also hide it.",
      sv: "En person som kan göra båda halvorna av en sak kan också dölja den."),
    source: Localized(en: "ISO 27001 5.3; NIST AC-5", sv: "ISO 27001 5.3; NIST AC-5"),
    refused: Localized(
      en: "the right to pay for somebody who registers suppliers",
      sv: "rätten att betala för någon som registrerar leverantörer"),
    allowed: Localized(
      en: "the same under an exception with a control",
      sv: "detsamma under ett undantag med en kontroll"))

  /// - Parameters:
  ///   - kind: what the rule says of the two sets.
  ///   - conflicting: the grant that stands against it, and of what; `nil` when something required is missing.
  ///   - required: the entitlements of which one is required; empty for a conflict.
  public static func violation(
    rule: SeparationRuleID, severity: SeparationSeverity, person: PersonID,
    entitlement: EntitlementID, conflicting: (grant: GrantID, entitlement: EntitlementID)?,
    required: [EntitlementID], rationale: Label
  ) -> Diagnostic {
    var facts: [Diagnostic.Fact] = [
      .init(en: "rule", sv: "regel", "\(rule)"),
      .init(en: "severity", sv: "följd", localized: severity.word),
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(EntitlementSubject.word, "\(entitlement)"),
    ]
    if let conflicting {
      facts.append(
        .init(
          en: "holds", sv: "har", "\(conflicting.entitlement) (\(conflicting.grant))"))
    }
    if !required.isEmpty {
      facts.append(
        .init(
          en: "requires one of", sv: "förutsätter någon av",
          required.map { "\($0)" }.joined(separator: ", ")))
    }
    facts.append(.init(en: "why", sv: "varför", rationale.text))
    return code.diagnostic(facts: facts)
  }
}
