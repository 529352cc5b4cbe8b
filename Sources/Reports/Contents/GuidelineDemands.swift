import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Events
import Policies
import Projections

/// The six demands of the guideline.
struct GuidelineDemands {
  private let counts: RegisterCounts
  private let inquiry: ReportInquiry

  init(_ counts: RegisterCounts, _ inquiry: ReportInquiry) {
    self.counts = counts
    self.inquiry = inquiry
  }

  var all: [Demand] { [baseline, analyses, formal, documented, followed, incidents] }

  private static let guideline = Control.followUp.clause

  private var baseline: Demand {
    Demand(
      Control(
        Self.guideline,
        Localized(
          en: "a base level of security, by classification",
          sv: "en grundläggande säkerhetsnivå, efter klassning")),
      rules: [SystemReady.code.code],
      [
        .init(
          Localized(en: "Systems that are classified", sv: "System som är klassade"),
          counts.systems(without: "FND-02"), "liggare view systems"),
        .init(
          Localized(
            en: "Systems whose classification still holds",
            sv: "System vars klassning fortfarande gäller"),
          counts.systems(without: "FND-02", "FND-06"), "liggare view findings"),
      ],
      [
        .init(
          Localized(en: "Systems not classified", sv: "Oklassade system"),
          counts.subjects(of: "FND-02"), "liggare view findings"),
        .init(
          Localized(en: "Classification too old", sv: "För gammal klassning"),
          counts.subjects(of: "FND-06"), "liggare view findings"),
      ])
  }

  private var analyses: Demand {
    let analysed = counts.systems.count { !$0.presentAnalyses(at: counts.moment).isEmpty }
    return Demand(
      Control(
        Self.guideline,
        Localized(
          en: "protection adapted to a risk analysis", sv: "skydd anpassat efter riskanalys")),
      [
        .init(
          Localized(
            en: "Systems with an analysis that holds", sv: "System med en gällande analys"),
          .share(analysed, of: counts.systems.count), "liggare view analyses"),
        .init(
          Localized(
            en: "Systems that lack no analysis the rules ask for",
            sv: "System som inte saknar någon analys som reglerna kräver"),
          counts.systems(without: "FND-07"), "liggare view findings"),
      ],
      [
        .init(
          Localized(
            en: "A needs-and-risk analysis is lacking", sv: "Behovs- och riskanalys saknas"),
          counts.subjects(of: "FND-07"), "liggare view findings")
      ])
  }

  private var formal: Demand {
    let onRequest = counts.inEffect.count { $0.request != nil }
    let denied = counts.decisions(in: inquiry.period)
    return Demand(
      .formalGrants,
      rules: [AcceptedNeed.code.code, NoSelfDecision.code.code, TwoPersons.code.code],
      [
        .init(
          Localized(
            en: "Grants in effect that rest on a request with a stated need",
            sv: "Gällande tilldelningar som vilar på en begäran med angivet behov"),
          .share(onRequest, of: counts.inEffect.count), "liggare view active-grants"),
        .init(
          Localized(en: "Access that somebody decided", sv: "Åtkomst som någon har beslutat"),
          counts.decidedAccess, "liggare view undecided"),
        .init(
          Localized(
            en: "Decisions in the period that denied the request",
            sv: "Beslut i perioden som avslog begäran"),
          .share(denied.count { !$0.isApproval }, of: denied.count),
          "liggare request list --state denied"),
      ],
      [
        .init(
          Localized(en: "Access that nobody decided", sv: "Åtkomst som ingen har beslutat"),
          (counts.grants[.undecided] ?? []).map { "\($0.id)" }, "liggare view undecided"),
        .init(
          Localized(
            en: "Unlike colleagues, or a need repeated word for word (ST-20, ST-21)",
            sv: "Avviker från kollegor, eller ordagrant upprepat behov (ST-20, ST-21)"),
          counts.flagged(.unlikePeers, .needRepeated), "liggare stale list"),
        .init(
          Localized(
            en: "The holder lacks what the entitlement asks for",
            sv: "Innehavaren saknar det som behörigheten kräver"),
          counts.subjects(of: "FND-22"), "liggare view findings"),
      ])
  }

  private var documented: Demand {
    let decisions = counts.decisions(in: inquiry.period)
    let stated = decisions.count { $0.authority != .unstated }
    return Demand(
      .documentedDecisions, rules: [ValidAuthority.code.code, OneDecider.code.code],
      remark: Localized(
        en:
          "Each decision is an event in the log with decider, authority, time and signature; liggare verify --rules judges every one of them again.",
        sv:
          "Varje beslut är en händelse i loggen med beslutsfattare, befogenhet, tid och signatur; liggare verify --rules prövar vart och ett på nytt."
      ),
      [
        .init(
          Localized(
            en: "Decisions in the period with a stated authority",
            sv: "Beslut i perioden med angiven befogenhet"),
          .share(stated, of: decisions.count), "liggare log --type request."),
        .init(
          Localized(
            en: "Decisions in the period that one person prepared and made, for want of others",
            sv: "Beslut i perioden som en person beredde och fattade, i brist på andra"),
          .share(decisions.count(where: \.isSmallUnit), of: decisions.count),
          "liggare view compensating-checks"),
        .init(
          Localized(
            en: "Delegated decisions that wait to be reported",
            sv: "Delegationsbeslut som väntar på anmälan"),
          .count(counts.rows(UnreportedDecisions.self)), "liggare delegation unreported"),
      ],
      [
        .init(
          Localized(
            en: "Delegated decisions not reported in time",
            sv: "Delegationsbeslut som inte anmälts i tid"),
          counts.subjects(of: "FND-18"), "liggare delegation unreported"),
        .init(
          Localized(
            en: "Decided without authority (ST-08)", sv: "Beslutat utan befogenhet (ST-08)"),
          counts.flagged(.invalidAuthority), "liggare stale list"),
      ])
  }

  private var followed: Demand {
    let reviews = counts.reviews(in: inquiry.period)
    let overdue = counts.cells(OverdueReviews.self, "grant")
    let held = [GrantState.inEffect, .suspended].flatMap { counts.grants[$0] ?? [] }.count
    return Demand(
      .followUp, rules: [BoundedTime.code.code, SilenceNeverKeeps.code.code],
      [
        .init(
          Localized(
            en: "Access held whose review is not overdue",
            sv: "Innehavd åtkomst vars granskning inte är försenad"),
          .share(max(0, held - overdue.count), of: held), "liggare view overdue-reviews"),
        .init(
          Localized(
            en: "Reviews of the period closed in time",
            sv: "Granskningar i perioden avslutade i tid"),
          .share(reviews.inTime, of: reviews.due), "liggare view campaigns"),
        .init(
          Localized(
            en: "Open flags on stale access", sv: "Öppna flaggor om inaktuell åtkomst"),
          .count(counts.flags.count), "liggare stale list"),
      ],
      [
        .init(
          Localized(en: "Review overdue", sv: "Granskning försenad"), overdue,
          "liggare view overdue-reviews"),
        .init(
          Localized(
            en: "Flags past the day on which they were to be answered",
            sv: "Flaggor som skulle ha besvarats"),
          counts.flags.filter { $0.standing.due <= counts.moment }.map { "\($0.flag.id)" },
          "liggare stale list"),
      ])
  }

  private var incidents: Demand {
    let rows = counts.register.incidents.rows.compactMap { row in
      row.standing(at: counts.moment).map { (row, $0) }
    }
    let late = counts.clocks.filter { $0.state == .late }.map { "\($0.incident)" }
    let measures = rows.filter { _, standing in
      standing.measures.contains { $0.done == nil && $0.measure.due < counts.moment }
    }.map { "\($0.0.id)" }
    var told: Set<String> = []
    return Demand(
      .reportedIncidents,
      [
        .init(
          Localized(en: "Incidents reported", sv: "Rapporterade incidenter"), .count(rows.count),
          "liggare view incidents"),
        .init(
          Localized(
            en: "Incidents that somebody has assessed", sv: "Incidenter som någon har bedömt"),
          .share(rows.count { $0.1.triage != nil }, of: rows.count), "liggare view incidents"),
        .init(
          Localized(
            en: "Time limits of the period kept", sv: "Tidsgränser i perioden som hållits"),
          counts.clocksMet(in: inquiry.period), "liggare incident board --with-ended"),
        .init(
          Localized(en: "Incidents closed", sv: "Avslutade incidenter"),
          .share(rows.count { !$0.1.state.isOpen }, of: rows.count), "liggare view incidents"),
      ],
      [
        .init(
          Localized(en: "A time limit is out", sv: "En tidsgräns har gått ut"),
          late.filter { told.insert($0).inserted }, "liggare incident board"),
        .init(
          Localized(en: "A measure is overdue", sv: "En åtgärd är försenad"), measures,
          "liggare view incident-measures"),
      ])
  }
}
