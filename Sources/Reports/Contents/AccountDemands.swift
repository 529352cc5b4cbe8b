import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Policies
import Projections

/// AC-2 of NIST SP 800-53, a to l.
struct AccountDemands {
  let counts: RegisterCounts
  let inquiry: ReportInquiry

  init(_ counts: RegisterCounts, _ inquiry: ReportInquiry) {
    self.counts = counts
    self.inquiry = inquiry
  }

  var all: [Demand] { letters + enhancements }

  static func control(_ part: String, _ substance: Localized) -> Control {
    Control(Localized(verbatim: "NIST AC-2 \(part)"), substance)
  }

  /// The accounts that had been found, with what is said of them.
  var accounts: [(row: AccountRow, details: AccountDetails)] {
    counts.register.accounts.rows.filter { $0.found.effective <= counts.moment }.map {
      ($0, $0.details(at: counts.moment))
    }
  }

  private var letters: [Demand] {
    [types, managers, prerequisites, users, approvals, lifeCycle] + later
  }

  private var types: Demand {
    Demand(
      Self.control(
        "a", Localized(en: "types of account are defined", sv: "slag av konton är definierade")),
      rules: [AnsweredAccount.code.code],
      AccountKind.allCases.map { kind in
        .init(
          Localized(
            en: "Accounts: \(kind.word.english)", sv: "Konton: \(kind.word.swedish)"),
          .count(accounts.count { $0.details.kind == kind }), "liggare account list")
      },
      [
        .init(
          Localized(
            en: "Lacks what its kind must have", sv: "Saknar det som dess slag kräver"),
          counts.subjects(of: "FND-14"), "liggare view findings")
      ])
  }

  private var managers: Demand {
    Demand(
      .accountManagers,
      [
        .init(
          Localized(
            en: "Systems with a steward and another as deputy",
            sv: "System med förvaltare och en annan som ersättare"),
          counts.systems(without: "FND-03", "FND-04", "FND-05"), "liggare role list"),
        .init(
          Localized(
            en: "Accounts that somebody answers for", sv: "Konton som någon ansvarar för"),
          .share(accounts.count { $0.details.owner != nil }, of: accounts.count),
          "liggare account list"),
      ],
      [
        .init(
          Localized(en: "No steward", sv: "Förvaltare saknas"), counts.subjects(of: "FND-03"),
          "liggare role list"),
        .init(
          Localized(en: "No deputy", sv: "Ersättare saknas"),
          counts.subjects(of: "FND-04") + counts.subjects(of: "FND-05"), "liggare role list"),
        .init(
          Localized(
            en: "Who answers for the account has left",
            sv: "Den som ansvarar för kontot har slutat"), counts.subjects(of: "FND-15"),
          "liggare view findings"),
      ])
  }

  private var entitlements: [EntitlementTerms] {
    counts.systems.flatMap { system in
      system.entitlements.filter { $0.defined.effective <= counts.moment }.map {
        $0.terms(at: counts.moment)
      }
    }
  }

  private var prerequisites: Demand {
    Demand(
      Self.control(
        "c",
        Localized(
          en: "prerequisites for access are defined", sv: "villkor för åtkomst är angivna")),
      rules: [],
      [
        .init(
          Localized(
            en: "Entitlements that ask for a course or a position",
            sv: "Behörigheter som kräver utbildning eller befattning"),
          .share(
            entitlements.count { !$0.courses.isEmpty || $0.position != nil },
            of: entitlements.count), "liggare view systems")
      ],
      [
        .init(
          Localized(
            en: "The holder lacks what is asked for", sv: "Innehavaren saknar det som krävs"),
          counts.subjects(of: "FND-22"), "liggare view findings"),
        .init(
          Localized(en: "Training lapsed (ST-07)", sv: "Utbildning gäller inte längre (ST-07)"),
          counts.flagged(.trainingLapsed), "liggare stale list"),
      ])
  }

  private var users: Demand {
    Demand(
      .authorisedUsers,
      [
        .init(
          Localized(en: "Grants in effect", sv: "Gällande tilldelningar"),
          .count(counts.inEffect.count), "liggare view active-grants"),
        .init(
          Localized(
            en: "Entitlements described in plain words",
            sv: "Behörigheter beskrivna i klartext"),
          .share(
            max(0, entitlements.count - counts.subjects(of: "FND-13").count),
            of: entitlements.count), "liggare view findings"),
      ],
      [
        .init(
          Localized(en: "Not described", sv: "Inte beskriven"), counts.subjects(of: "FND-13"),
          "liggare view findings")
      ])
  }

  private var approvals: Demand {
    let decisions = counts.decisions(in: inquiry.period)
    return Demand(
      .approvals,
      rules: [NoSelfDecision.code.code, TwoPersons.code.code, ValidAuthority.code.code],
      [
        .init(
          Localized(en: "Access that somebody decided", sv: "Åtkomst som någon har beslutat"),
          counts.decidedAccess, "liggare view undecided"),
        .init(
          Localized(en: "Decisions in the period", sv: "Beslut i perioden"),
          .count(decisions.count), "liggare log --type request."),
      ],
      [
        .init(
          Localized(en: "Access that nobody decided", sv: "Åtkomst som ingen har beslutat"),
          (counts.grants[.undecided] ?? []).map { "\($0.id)" }, "liggare view undecided")
      ])
  }

  private var lifeCycle: Demand {
    Demand(
      .lifeCycle, rules: [ExecutionWithinDecision.code.code, TerminalStates.code.code],
      [
        .init(
          Localized(en: "Decisions to be carried out", sv: "Beslut att verkställa"),
          .count(counts.rows(NotCarriedOut.self)), "liggare view not-carried-out"),
        .init(
          Localized(
            en: "Access over and not removed", sv: "Upphörd åtkomst som inte är borttagen"),
          .count((counts.grants[.ending] ?? []).count), "liggare view ending"),
      ],
      [
        .init(
          Localized(
            en: "Decided, not carried out in time (ST-12)",
            sv: "Beslutad, inte verkställd i tid (ST-12)"), counts.flagged(.notCarriedOut),
          "liggare stale list"),
        .init(
          Localized(
            en: "Ended, removal unconfirmed (ST-02)",
            sv: "Upphörd, borttag inte bekräftat (ST-02)"), counts.flagged(.removalUnconfirmed),
          "liggare stale list"),
      ])
  }
}
