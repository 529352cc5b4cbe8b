public import Diagnostics

/// Each reading of what the rules call sensitive leaves one line in a log of reads, or is refused. (INV-56)
public enum LoggedReading {
  public static let code = DiagnosticCode(
    "INV-56",
    Localized(
      en: "The question may be asked only when it can be noted who asked it.",
      sv: "Frågan får bara ställas när det går att notera vem som ställde den."),
    remedy: Localized(
      en:
        "Ask as somebody who may write reads.log in the ledger's folder, and see to that the disk has room. liggare policy show tells which questions are logged (reading.logged).",
      sv:
        "Fråga som någon som får skriva reads.log i liggarens mapp, och se till att disken har plats. liggare policy show visar vilka frågor som loggas (reading.logged)."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Whose identity is protected, and what is secret, must not be looked up out of curiosity. Who knows that each reading is seen asks only for what the work needs.",
      sv:
        "Vems identitet som är skyddad, och vad som är hemligt, får inte slås upp av nyfikenhet. Den som vet att varje läsning syns frågar bara efter det som arbetet kräver."
    ),
    source: Localized(
      en:
        "guideline: right demands on security and protection of privacy; GDPR Articles 5(1)(f) and 32; ISO 27001 5.34, 8.15",
      sv:
        "riktlinjen: rätt krav på säkerhet och skydd av personlig integritet; dataskyddsförordningen artiklarna 5.1 f och 32; ISO 27001 5.34, 8.15"
    ),
    refused: Localized(
      en: "liggare secrecy list, by somebody who cannot write reads.log",
      sv: "liggare secrecy list, av någon som inte kan skriva reads.log"),
    allowed: Localized(
      en: "the same where the line can be written; liggare reads shows it",
      sv: "samma sak där raden kan skrivas; liggare reads visar den"))

  /// The questions that rules may name: every view, and what else shows what is in the register.
  public static let questions = [
    "account", "accounts", "active-grants", "analyses", "campaign", "campaign-protocol",
    "campaigns", "can", "classification-status", "compensating-checks", "cost-and-benefit",
    "decisions", "delegated-decisions", "delegation", "delegations", "disclosures", "discrepancies",
    "disposals", "due-reviews", "duties", "emergencies", "ending", "event", "evidence",
    "exposed-accounts", "exposure", "findings", "flag", "grant", "grants", "group-consolidation",
    "head-follow-up", "holds", "impact", "incident", "incident-accountability", "incident-causes",
    "incident-clocks",
    "incident-measures", "incident-notice", "incident-timeline", "incidents", "keys", "log",
    "log-integrity", "not-carried-out", "organisation-findings", "overdue-reviews", "person",
    "person-extract", "persons", "policies", "policy-differences", "policy-rules", "policy-what-if",
    "policy-what-if-decisions", "policy-what-if-duties", "policy-what-if-flags",
    "policy-what-if-grants", "policy-what-if-reviews", "policy-what-if-units", "reads", "request",
    "requests", "review-items", "review-sight", "reviewer-measures", "roles", "rule-findings",
    "rule-findings-summary", "secrecy-markings", "separation", "separation-conflicts",
    "separation-matrix", "separations", "service-cases", "service-levels",
    "service-levels-by-system", "service-levels-by-unit", "stale", "status", "system", "systems",
    "timeline", "training-status", "trainings", "undecided", "unit", "units", "unknown-accounts",
    "unreported-decisions", "usage", "what", "who", "who-decides", "why", "work-list",
  ]

  /// What stands against a reading that could not be noted; `nil` when it was.
  ///
  /// - Parameter trouble: why nothing was written.
  public static func check(question: String, trouble: Diagnostic?) -> Diagnostic? {
    guard let trouble else { return nil }
    return code.diagnostic(
      facts: [.init(en: "question", sv: "fråga", question)] + trouble.facts)
  }
}
