import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Policies
import Projections

/// ISO/IEC 27001:2022, controls 5.15 to 5.18.
struct StandardDemands {
  private let counts: RegisterCounts
  private let inquiry: ReportInquiry

  init(_ counts: RegisterCounts, _ inquiry: ReportInquiry) {
    self.counts = counts
    self.inquiry = inquiry
  }

  var all: [Demand] { [control, identities, authentication, rights] }

  private var control: Demand {
    Demand(
      .accessGoverned,
      [
        .init(
          Localized(en: "Documents of rules in force", sv: "Gällande regeldokument"),
          .count(counts.register.policiesInForce(at: counts.moment).count), "liggare view policies"
        ),
        .init(
          Localized(en: "Systems that lack no role", sv: "System som inte saknar någon roll"),
          counts.systems(without: "FND-01", "FND-03", "FND-04", "FND-05"), "liggare role list"),
      ],
      [
        .init(
          Localized(
            en: "Rules past the day of their review", sv: "Regelverk förbi dagen för översyn"),
          counts.subjects(of: "FND-09"), "liggare view policies"),
        .init(
          Localized(
            en: "Segregation of duties broken, or an exception that has ended",
            sv: "Bruten åtskillnad av arbetsuppgifter, eller undantag som upphört"),
          counts.subjects(of: "FND-19") + counts.subjects(of: "FND-20"),
          "liggare view separation-conflicts"),
      ])
  }

  private var identities: Demand {
    let persons = counts.register.persons.rows.filter {
      counts.register.isPresent($0.id, at: counts.moment)
    }
    let keys = counts.register.keys.values.filter { key in
      key.enrolled.effective <= counts.moment
        && (key.revoked.map { $0.effective > counts.moment } ?? true)
    }
    return Demand(
      .identities,
      [
        .init(
          Localized(en: "Persons who work here", sv: "Personer som arbetar här"),
          .count(persons.count), "liggare person list"),
        .init(
          Localized(
            en: "Keys of persons who work here", sv: "Nycklar för personer som arbetar här"),
          .share(
            keys.count { counts.register.isPresent($0.principal, at: counts.moment) },
            of: keys.count), "liggare key list"),
      ],
      [
        .init(
          Localized(
            en: "A key or a role of somebody who has left",
            sv: "En nyckel eller roll för någon som har slutat"),
          counts.subjects(of: "FND-10") + counts.subjects(of: "FND-11"), "liggare view findings"),
        .init(
          Localized(
            en: "External without sponsor or contract (ST-16)",
            sv: "Extern utan uppdragsgivare eller avtal (ST-16)"),
          counts.flagged(.withoutSponsor), "liggare stale list"),
        .init(
          Localized(en: "Unknown account (ST-11)", sv: "Okänt konto (ST-11)"),
          counts.flagged(.unknownAccount), "liggare view unknown-accounts"),
      ])
  }

  private var authentication: Demand {
    let ruled = counts.register.accounts.rows.filter {
      $0.found.effective <= counts.moment && $0.details(at: counts.moment).rotationDays != nil
    }
    return Demand(
      Control(
        Localized(verbatim: "ISO 27001 5.17"),
        Localized(
          en: "authentication information is managed", sv: "autentiseringsinformation hanteras")),
      [
        .init(
          Localized(
            en: "Accounts whose secret is changed by rule and in time",
            sv: "Konton vars hemlighet byts enligt regel och i tid"),
          .share(max(0, ruled.count - counts.subjects(of: "FND-16").count), of: ruled.count),
          "liggare account list"),
        .init(
          Localized(en: "Keys ever revoked", sv: "Nycklar som återkallats"),
          .count(
            counts.register.keys.values.count { key in
              key.revoked.map { $0.effective <= counts.moment } ?? false
            }), "liggare key list"),
      ],
      [
        .init(
          Localized(en: "The secret should have been changed", sv: "Hemligheten skulle ha bytts"),
          counts.subjects(of: "FND-16"), "liggare view findings")
      ])
  }

  private var rights: Demand {
    let overdue = counts.cells(OverdueReviews.self, "grant")
    return Demand(
      .accessRights, rules: [BoundedTime.code.code, OutcomeHasEffect.code.code],
      [
        .init(
          Localized(en: "Grants in effect", sv: "Gällande tilldelningar"),
          .count(counts.inEffect.count), "liggare view active-grants"),
        .init(
          Localized(en: "Access that somebody decided", sv: "Åtkomst som någon har beslutat"),
          counts.decidedAccess, "liggare view undecided"),
        .init(
          Localized(
            en: "Access over and not removed", sv: "Upphörd åtkomst som inte är borttagen"),
          .count((counts.grants[.ending] ?? []).count), "liggare view ending"),
      ],
      [
        .init(
          Localized(en: "Review overdue", sv: "Granskning försenad"), overdue,
          "liggare view overdue-reviews"),
        .init(
          Localized(
            en: "Held after the right has ended (FND-23)",
            sv: "Innehavd efter behörighetens slut (FND-23)"), counts.subjects(of: "FND-23"),
          "liggare view findings"),
        .init(
          Localized(
            en: "Ended, removal unconfirmed (ST-02)",
            sv: "Upphörd, borttag inte bekräftat (ST-02)"), counts.flagged(.removalUnconfirmed),
          "liggare stale list"),
      ])
  }
}
