import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Policies
import Projections

extension AccountDemands {
  /// The letters g to l.
  var later: [Demand] { [use, notices, authorisations, reviews, secrets, terminations] }

  private var use: Demand {
    let fed = counts.systems.count { system in
      system.feeds.contains { $0.fact.effective <= counts.moment }
    }
    return Demand(
      Self.control(
        "g", Localized(en: "the use of accounts is monitored", sv: "användningen av konton följs")),
      [
        .init(
          Localized(
            en: "Systems that tell of the use of their accounts",
            sv: "System som lämnar uppgift om hur konton används"),
          .share(fed, of: counts.systems.count), "liggare view usage")
      ],
      [
        .init(
          Localized(en: "Unused (ST-05)", sv: "Oanvänd (ST-05)"), counts.flagged(.unused),
          "liggare stale list")
      ])
  }

  private var notices: Demand {
    Demand(
      Self.control(
        "h",
        Localized(
          en: "who manages accounts is told of leavers, moves and changed needs",
          sv: "de som sköter konton får veta när någon slutar, byter arbete eller behovet ändras")),
      [
        .init(
          Localized(
            en: "Access to be removed by the stewards", sv: "Åtkomst som förvaltarna ska ta bort"),
          .count((counts.grants[.ending] ?? []).count), "liggare view ending")
      ],
      [
        .init(
          Localized(en: "The holder has left (ST-03)", sv: "Innehavaren har slutat (ST-03)"),
          counts.flagged(.affiliationEnded), "liggare stale list"),
        .init(
          Localized(
            en: "Moved, access unconfirmed (ST-04)", sv: "Flyttad, åtkomst obekräftad (ST-04)"),
          counts.flagged(.movedUnconfirmed), "liggare stale list"),
      ])
  }

  private var authorisations: Demand {
    let decisions = counts.decisions(in: inquiry.period)
    return Demand(
      Self.control(
        "i",
        Localized(
          en: "access rests on a valid authorisation and an intended use",
          sv: "åtkomst vilar på giltigt bemyndigande och avsedd användning")),
      rules: [ValidAuthority.code.code, AcceptedNeed.code.code],
      AuthorityKind.allCases.map { kind in
        .init(
          Localized(
            en: "Decisions in the period by: \(kind.word.english)",
            sv: "Beslut i perioden med stöd av: \(kind.word.swedish)"),
          .share(decisions.count { $0.authority == kind }, of: decisions.count),
          "liggare log --type request.")
      },
      [
        .init(
          Localized(
            en: "Decided without authority (ST-08)", sv: "Beslutat utan befogenhet (ST-08)"),
          counts.flagged(.invalidAuthority), "liggare stale list")
      ])
  }

  private var reviews: Demand {
    let found = counts.reviews(in: inquiry.period)
    return Demand(
      Self.control("j", Localized(en: "accounts are reviewed", sv: "konton granskas")),
      rules: [ReviewClock.code.code],
      [
        .init(
          Localized(
            en: "Reviews of the period closed in time",
            sv: "Granskningar i perioden avslutade i tid"),
          .share(found.inTime, of: found.due), "liggare view campaigns")
      ],
      [
        .init(
          Localized(en: "Review overdue", sv: "Granskning försenad"),
          counts.cells(OverdueReviews.self, "grant"), "liggare view overdue-reviews"),
        .init(
          Localized(en: "Unknown account (ST-11)", sv: "Okänt konto (ST-11)"),
          counts.flagged(.unknownAccount), "liggare stale list"),
      ])
  }

  private var secrets: Demand {
    let shared = accounts.filter { $0.details.kind == .shared }
    return Demand(
      Self.control(
        "k",
        Localized(
          en: "the secrets of shared accounts are changed", sv: "hemligheter för delade konton byts"
        )),
      rules: [AnsweredAccount.code.code],
      [
        .init(
          Localized(
            en: "Shared accounts with a rule for when the secret is changed",
            sv: "Delade konton med regel för när hemligheten byts"),
          .share(shared.count { $0.details.rotationDays != nil }, of: shared.count),
          "liggare account list")
      ],
      [
        .init(
          Localized(en: "The secret should have been changed", sv: "Hemligheten skulle ha bytts"),
          counts.subjects(of: "FND-16"), "liggare view findings"),
        .init(
          Localized(
            en: "Shared and unanswered for (ST-17)", sv: "Delat utan ansvarig (ST-17)"),
          counts.flagged(.sharedUnanswered), "liggare stale list"),
      ])
  }

  private var terminations: Demand {
    Demand(
      .terminations, rules: [ActiveAffiliation.code.code],
      [
        .init(
          Localized(
            en: "Grants in effect of persons who work here",
            sv: "Gällande tilldelningar för personer som arbetar här"),
          .share(
            counts.inEffect.count { grant in
              grant.person.map { counts.register.isPresent($0, at: counts.moment) } ?? false
            }, of: counts.inEffect.count), "liggare view active-grants")
      ],
      [
        .init(
          Localized(
            en: "The holder has left or moved, or is away and not suspended (ST-03, ST-04, ST-06)",
            sv:
              "Innehavaren har slutat, flyttat eller är frånvarande utan spärr (ST-03, ST-04, ST-06)"
          ), counts.flagged(.affiliationEnded, .movedUnconfirmed, .absentNotSuspended),
          "liggare stale list")
      ])
  }
}

extension AccountDemands {
  /// The enhancements that an access register serves.
  var enhancements: [Demand] {
    [automated, temporary, disabled, audited, privileged, shared, risk]
  }

  private var automated: Demand {
    Demand(
      Self.control("(1)", Localized(en: "automated management", sv: "automatiserat stöd")),
      [
        .init(
          Localized(
            en: "Grants in effect with an end that comes by itself",
            sv: "Gällande tilldelningar med ett slut som inträder av sig självt"),
          .share(
            counts.inEffect.count { counts.register.end(of: $0, at: counts.moment) != nil },
            of: counts.inEffect.count), "liggare view active-grants")
      ], [])
  }

  private var temporary: Demand {
    Demand(
      Self.control(
        "(2)",
        Localized(
          en: "temporary and emergency accounts end by themselves",
          sv: "tillfälliga konton och nödkonton upphör av sig själva")),
      rules: [BoundedTime.code.code],
      [
        .init(
          Localized(en: "Emergency access recorded", sv: "Registrerad nödåtkomst"),
          .count(counts.rows(Emergencies.self)), "liggare view emergencies")
      ],
      [
        .init(
          Localized(
            en: "Emergency access not followed up in time",
            sv: "Nödåtkomst som inte följts upp i tid"), counts.subjects(of: "FND-17"),
          "liggare view emergencies")
      ])
  }

  private var disabled: Demand {
    Demand(
      Self.control(
        "(3)",
        Localized(
          en: "accounts that are expired, unused or nobody's are disabled",
          sv: "konton som löpt ut, inte används eller saknar innehavare stängs")),
      [
        .init(
          Localized(en: "Grants suspended", sv: "Spärrade tilldelningar"),
          .count((counts.grants[.suspended] ?? []).count),
          "liggare grant list --state suspended")
      ],
      [
        .init(
          Localized(
            en: "Ended, left, unused or unknown (ST-02, ST-03, ST-05, ST-11)",
            sv: "Upphörd, slutat, oanvänd eller okänd (ST-02, ST-03, ST-05, ST-11)"),
          counts.flagged(.removalUnconfirmed, .affiliationEnded, .unused, .unknownAccount),
          "liggare stale list")
      ])
  }

  private var audited: Demand {
    Demand(
      Self.control(
        "(4)", Localized(en: "every action is recorded", sv: "varje åtgärd registreras")),
      [
        .init(
          Localized(en: "Events in the log", sv: "Händelser i loggen"),
          .count(Int(clamping: counts.register.position)), "liggare log")
      ], [])
  }

  private var privileged: Demand {
    let grants = counts.inEffect.filter { counts.register.isPrivileged($0, at: counts.moment) }
    let apart = grants.count { grant in
      grant.account.flatMap { counts.register.accounts[$0] }
        .map { $0.details(at: counts.moment).kind == .admin } ?? false
    }
    return Demand(
      Self.control(
        "(7)",
        Localized(en: "privileged accounts are managed", sv: "privilegierade konton hanteras")),
      rules: [TwoPersons.code.code, SeparateAccount.code.code],
      [
        .init(
          Localized(
            en: "Grants in effect that give power over a system",
            sv: "Gällande tilldelningar som ger makt över ett system"),
          .share(grants.count, of: counts.inEffect.count), "liggare view active-grants"),
        .init(
          Localized(
            en: "Of these, held through an account of their own",
            sv: "Av dessa, innehas genom ett eget konto"), .share(apart, of: grants.count),
          "liggare account list"),
      ], [])
  }

  private var shared: Demand {
    let shared = accounts.filter { $0.details.kind == .shared }
    return Demand(
      Self.control(
        "(9)", Localized(en: "shared accounts are restricted", sv: "delade konton begränsas")),
      rules: [AnsweredAccount.code.code],
      [
        .init(
          Localized(
            en: "Shared accounts with somebody who answers for them",
            sv: "Delade konton med någon som ansvarar"),
          .share(shared.count { $0.details.owner != nil }, of: shared.count),
          "liggare account list")
      ],
      [
        .init(
          Localized(
            en: "Shared and unanswered for (ST-17)", sv: "Delat utan ansvarig (ST-17)"),
          counts.flagged(.sharedUnanswered), "liggare stale list")
      ])
  }

  private var risk: Demand {
    let suspended = (counts.grants[.suspended] ?? []).filter { grant in
      counts.register.suspensions(of: grant, at: counts.moment).contains { $0.cause == .risk }
    }
    return Demand(
      Self.control(
        "(13)",
        Localized(
          en: "accounts of persons who are a high risk are disabled",
          sv: "konton för personer som utgör en hög risk stängs")),
      rules: [ReducingIsFree.code.code],
      [
        .init(
          Localized(
            en: "Grants suspended because of a risk", sv: "Tilldelningar spärrade på grund av risk"),
          .count(suspended.count), "liggare grant list --state suspended")
      ], [])
  }
}
