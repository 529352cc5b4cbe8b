import AuditViews
import Chronology
import Diagnostics
import Policies

/// Demand by demand, what the register has as evidence and what speaks against. No index, and no grade.
enum ComplianceReport {
  static let description = ReportDescription(
    name: "compliance",
    title: Localized(en: "Demands and evidence", sv: "Krav och belägg"),
    question: Localized(
      en: "What does the register have as evidence of each demand, and what speaks against?",
      sv: "Vad finns i registret som belägg för varje krav, och vad talar emot?"),
    filters: [], needs: nil, comparesWithBefore: true,
    views: [
      "accounts", "active-grants", "campaigns", "emergencies", "ending", "findings",
      "incident-clocks", "incidents", "keys", "not-carried-out", "overdue-reviews", "persons",
      "policies", "requests", "stale", "systems", "undecided", "unreported-decisions",
    ])

  static func report(_ inquiry: ReportInquiry) -> Report {
    let counts = RegisterCounts(inquiry.question)
    let groups: [(name: String, title: Localized, intro: Localized, demands: [Demand])] = [
      (
        "guideline",
        Localized(en: "The guideline's six demands", sv: "Riktlinjens sex krav"),
        Localized(
          en: "What the municipality asks of everybody who owns or uses a system.",
          sv: "Det som kommunen kräver av alla som äger eller använder ett system."),
        numbered(GuidelineDemands(counts, inquiry).all)
      ),
      (
        "ac_2", Localized(en: "NIST SP 800-53: AC-2", sv: "NIST SP 800-53: AC-2"),
        Localized(
          en: "Account management, a to l, and the enhancements that an access register serves.",
          sv:
            "Hantering av konton, a till l, och de skärpningar som ett behörighetsregister svarar mot."
        ), AccountDemands(counts, inquiry).all
      ),
      (
        "iso", Localized(en: "ISO/IEC 27001:2022: 5.15–5.18", sv: "ISO/IEC 27001:2022: 5.15–5.18"),
        Localized(
          en: "Access control, identities, authentication information and access rights.",
          sv: "Åtkomststyrning, identiteter, autentiseringsinformation och åtkomsträttigheter."),
        StandardDemands(counts, inquiry).all
      ),
    ]
    let sections = groups.flatMap { group in
      [ReportSection(group.title, [.text(group.intro)])]
        + group.demands.enumerated().map { $1.section("\(group.name)_\($0 + 1)") }
    }
    return Report(
      description, standing: inquiry.standingWithBefore,
      sections: [
        ReportSection(Localized(en: "How to read this", sv: "Så läses rapporten"), [.text(reading)])
      ]
        + sections + [
          ReportSection(
            Localized(en: "The rules named above", sv: "Reglerna som nämns ovan"),
            [.table(rules(named: groups.flatMap(\.demands)))])
        ], provenance: inquiry.provenance)
  }

  /// What the rules of the demands protect, and where they come from.
  private static func rules(named demands: [Demand]) -> Table {
    let named = Set(demands.flatMap(\.rules))
    return Table(
      name: "rules", title: Localized(en: "Rules", sv: "Regler"),
      columns: [
        .identifier("rule", Localized(en: "Rule", sv: "Regel")),
        Column(
          key: "refuses", title: Localized(en: "What it refuses with", sv: "Vad den avvisar med")),
        Column(key: "protects", title: Localized(en: "What it protects", sv: "Vad den skyddar")),
        Column(
          key: "source", title: Localized(en: "Where it comes from", sv: "Varifrån den kommer")),
      ],
      rows: RuleCatalogue.rules.filter { named.contains($0.code.code) }.map {
        [
          .text($0.code.code), .localized($0.code.statement), .localized($0.ground.protects),
          .localized($0.ground.source),
        ]
      })
  }

  /// The demands by the guideline's own order.
  private static func numbered(_ demands: [Demand]) -> [Demand] {
    demands.enumerated().map { index, demand in
      var demand = demand
      demand.control.clause = Localized(en: "Demand \(index + 1)", sv: "Krav \(index + 1)")
      return demand
    }
  }

  private static let reading = Localized(
    en:
      "Each figure is counted from the register, and the command beside it lists what was counted. What speaks against is named one by one, at most \(Demand.shownMax) of each kind. The figures are not added up: whether a demand is met is for somebody to judge. Counts in the period are of the time between the two moments above.",
    sv:
      "Varje siffra är räknad ur registret, och kommandot bredvid listar det som räknats. Det som talar emot anges ett för ett, högst \(Demand.shownMax) av varje slag. Siffrorna vägs inte ihop: om ett krav är uppfyllt är en bedömning. Antal i perioden gäller tiden mellan de två tidpunkterna ovan."
  )
}
