import AccessModel
import Chronology
import Diagnostics
import Policies
import Projections

/// What is missing or waits for somebody, each with the command that lists it.
///
/// Only what there is something of is told: a ledger that lacks nothing has no findings.
struct StatusFindings {
  private let rows: [(code: String, what: Localized, count: Int, command: String)]

  /// - Parameter question: what is asked of the whole ledger, without a filter.
  init(_ question: ViewQuestion, undecided: Int, ending: Int) {
    let register = question.register
    let unattended = Set(question.vacancies().map(\.system.id)).count
    let orphaned = register.keys.values.filter { key in
      key.enrolled.effective <= question.asOf
        && (key.revoked.map { $0.effective > question.asOf } ?? true)
        && !register.isPresent(key.principal, at: question.asOf)
    }.count
    rows = [
      (
        "systems-lacking-roles",
        Localized(
          en: "Systems lacking an owner, a steward or a deputy",
          sv: "System som saknar ägare, förvaltare eller ersättare"), unattended,
        "liggare role list"
      ),
      (
        "keys-of-absent-persons",
        Localized(
          en: "Keys that may sign, of persons who do not work here",
          sv: "Nycklar som får signera, för personer som inte arbetar här"), orphaned,
        "liggare key list"
      ),
      (
        "undecided-access",
        Localized(en: "Access that nobody has decided", sv: "Åtkomst som ingen har beslutat"),
        undecided, "liggare view undecided"
      ),
      (
        "decisions-not-reported",
        Localized(
          en: "Delegated decisions not reported in time",
          sv: "Delegationsbeslut som inte anmälts i tid"),
        register.unreportedDecisions(at: question.asOf).count { $0.due <= question.asOf },
        "liggare delegation unreported"
      ),
      (
        "compensating-checks-overdue",
        Localized(
          en: "Grants of small units whose compensating check is overdue",
          sv: "Tilldelningar i små enheter vars kompenserande kontroll är försenad"),
        register.compensatedGrants(at: question.asOf).count { $0.due <= question.asOf },
        "liggare view compensating-checks"
      ),
      (
        "undecided-too-long",
        Localized(
          en: "Access that has waited too long for a decision (\(UndecidedAccess.code.code))",
          sv: "Åtkomst som väntat för länge på beslut (\(UndecidedAccess.code.code))"),
        question.undecided().count { $0.isOverdue }, "liggare view undecided"
      ),
      (
        "emergency-not-followed-up",
        Localized(
          en: "Emergency access not followed up in time (\(OverdueFollowUp.code.code))",
          sv: "Nödåtkomst som inte följts upp i tid (\(OverdueFollowUp.code.code))"),
        question.emergencies().count { $0.isOverdue }, "liggare view emergencies"
      ),
      (
        "decided-not-carried-out",
        Localized(
          en: "Decisions not carried out in time",
          sv: "Beslut som inte är verkställda i tid"),
        question.pendingExecutions().count {
          question.executionDue(of: register.grants[$0.entry.index], decided: $0.since)
            <= question.asOf
        },
        "liggare view not-carried-out"
      ),
      (
        "register-findings",
        Localized(
          en: "Findings in the register, these and others",
          sv: "Iakttagelser i registret, dessa och andra"),
        Findings.all(question).count, "liggare status --findings"
      ),
      (
        "stale-flags",
        Localized(
          en: "Flags on stale access to be answered", sv: "Flaggor om inaktuell åtkomst att besvara"
        ),
        question.flags().count { $0.standing.state.isOpen }, "liggare stale list"
      ),
      (
        "discrepancies",
        Localized(
          en: "Differences between systems and the register",
          sv: "Skillnader mellan system och registret"),
        question.discrepancies().count, "liggare reconcile list"
      ),
      (
        "access-to-be-removed",
        Localized(
          en: "Access that is over and not removed",
          sv: "Åtkomst som har upphört men inte är borttagen"), ending, "liggare view ending"
      ),
    ]
  }

  var table: Table {
    Table(
      name: "findings",
      title: Localized(en: "Needs attention", sv: "Behöver åtgärdas"),
      columns: [
        .hidden("finding", Localized(en: "Finding", sv: "Iakttagelse"), isIdentifier: true),
        .count, Column(key: "meaning", title: Localized(en: "What", sv: "Vad")),
        .identifier("command", Localized(en: "Listed by", sv: "Listas av")),
      ],
      rows: rows.filter { $0.count > 0 }.map {
        [.text($0.code), .integer($0.count), .localized($0.what), .text($0.command)]
      })
  }
}
