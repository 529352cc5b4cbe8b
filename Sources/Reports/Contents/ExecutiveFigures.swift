import AccessModel
import AuditViews
import Diagnostics
import Projections

/// The figures of the executive page. Each says what is counted, and which command lists it.
struct ExecutiveFigures {
  private let now: RegisterCounts
  private let before: RegisterCounts
  private let inquiry: ReportInquiry

  init(now: RegisterCounts, before: RegisterCounts, _ inquiry: ReportInquiry) {
    self.now = now
    self.before = before
    self.inquiry = inquiry
  }

  private func figure(
    _ code: String, _ name: Localized, _ definition: Localized, _ command: String,
    count: (RegisterCounts) -> Amount
  ) -> KeyFigure {
    KeyFigure(
      code, name, now: count(now), before: count(before), definition: definition, command: command)
  }

  var figures: [KeyFigure] { access + followUp + trouble }

  private var access: [KeyFigure] {
    [
      figure(
        "grants_in_effect", Localized(en: "Grants in effect", sv: "Gällande tilldelningar"),
        Localized(
          en: "Decided, carried out, within their time and not suspended.",
          sv: "Beslutade, verkställda, inom sin tid och inte spärrade."),
        "liggare view active-grants"
      ) { .count($0.inEffect.count) },
      figure(
        "persons_with_access",
        Localized(en: "Persons with access", sv: "Personer med åtkomst"),
        Localized(
          en: "Persons with at least one grant in effect.",
          sv: "Personer med minst en gällande tilldelning."), "liggare view active-grants"
      ) { .count(Set($0.inEffect.compactMap(\.person)).count) },
      figure(
        "access_decided", Localized(en: "Access that was decided", sv: "Åtkomst som är beslutad"),
        Localized(
          en:
            "Of everything held in the systems, in effect or suspended or found there, what somebody has decided.",
          sv:
            "Av allt som innehas i systemen, gällande eller spärrat eller funnet där, det som någon har beslutat."
        ), "liggare view undecided"
      ) { $0.decidedAccess },
      figure(
        "systems_with_roles",
        Localized(
          en: "Systems with owner, steward and deputy",
          sv: "System med ägare, förvaltare och ersättare"),
        Localized(
          en: "Open systems without the findings FND-01, FND-03, FND-04 and FND-05.",
          sv: "Öppna system utan iakttagelserna FND-01, FND-03, FND-04 och FND-05."),
        "liggare view findings"
      ) { $0.systems(without: "FND-01", "FND-03", "FND-04", "FND-05") },
      figure(
        "systems_classified",
        Localized(
          en: "Systems with a valid classification", sv: "System med giltig klassning"),
        Localized(
          en: "Open systems without the findings FND-02 (not classified) and FND-06 (too old).",
          sv: "Öppna system utan iakttagelserna FND-02 (inte klassat) och FND-06 (för gammal)."),
        "liggare view systems"
      ) { $0.systems(without: "FND-02", "FND-06") },
    ]
  }

  private var followUp: [KeyFigure] {
    let (period, earlier) = (inquiry.period, inquiry.periodBefore)
    let reviews = now.reviews(in: period)
    let reviewsBefore = before.reviews(in: earlier)
    return [
      KeyFigure(
        "reviews_in_time", Localized(en: "Reviews closed in time", sv: "Granskningar klara i tid"),
        now: .share(reviews.inTime, of: reviews.due),
        before: .share(reviewsBefore.inTime, of: reviewsBefore.due),
        definition: Localized(
          en:
            "Of the review campaigns whose last day was in the period and is over, those that were closed by then. Cancelled ones are not counted.",
          sv:
            "Av de granskningsomgångar vars sista dag låg i perioden och har passerat, de som avslutades till dess. Avbrutna räknas inte."
        ), command: "liggare view campaigns"),
      figure(
        "review_overdue",
        Localized(
          en: "Grants whose review is overdue", sv: "Tilldelningar med försenad granskning"),
        Localized(
          en: "Grants held whose interval of review has run out.",
          sv: "Innehavda tilldelningar vars granskningsintervall har löpt ut."),
        "liggare view overdue-reviews"
      ) { .count($0.rows(OverdueReviews.self)) },
      figure(
        "flags_open",
        Localized(
          en: "Open flags on stale access", sv: "Öppna flaggor om inaktuell åtkomst"),
        Localized(
          en: "Flags of the rules ST-01 to ST-25 that somebody has to answer.",
          sv: "Flaggor enligt reglerna ST-01 till ST-25 som någon ska besvara."),
        "liggare stale list"
      ) { .count($0.flags.count) },
      figure(
        "removal_waiting",
        Localized(
          en: "Access over and not removed", sv: "Upphörd åtkomst som inte är borttagen"),
        Localized(
          en: "Grants that have ended and whose removal nobody has confirmed.",
          sv: "Tilldelningar som har upphört och vars borttagning ingen har bekräftat."),
        "liggare view ending"
      ) { .count(($0.grants[.ending] ?? []).count) },
    ]
  }

  private var trouble: [KeyFigure] {
    [
      figure(
        "emergencies_overdue",
        Localized(
          en: "Emergency access without overdue follow-up",
          sv: "Nödåtkomst utan försenad uppföljning"),
        Localized(
          en:
            "Of all emergency access recorded, that which was followed up or whose time for it is not out.",
          sv:
            "Av all registrerad nödåtkomst, den som följts upp eller vars tid för det inte har gått ut."
        ),
        "liggare view emergencies"
      ) { counts in
        let all = counts.rows(Emergencies.self)
        return .share(all - counts.rows(Emergencies.self, where: "is_overdue"), of: all)
      },
      KeyFigure(
        "incident_clocks_met",
        Localized(en: "Incident time limits kept", sv: "Tidsgränser för incidenter som hållits"),
        now: now.clocksMet(in: inquiry.period),
        before: before.clocksMet(in: inquiry.periodBefore),
        definition: Localized(
          en:
            "Of the time limits in the period that were met or missed, those that were met in time.",
          sv: "Av de tidsgränser i perioden som hölls eller missades, de som hölls i tid."),
        command: "liggare incident board --with-ended"),
      figure(
        "findings_serious",
        Localized(
          en: "Serious findings in the register", sv: "Allvarliga iakttagelser i registret"),
        Localized(
          en: "Findings of the gravest kind: access is, or may be, other than it should be.",
          sv: "Iakttagelser av det allvarligaste slaget: åtkomst är, eller kan vara, fel."),
        "liggare view findings"
      ) { counts in
        .count(Findings.all(counts.question).count { $0.severity == .serious })
      },
    ]
  }
}
