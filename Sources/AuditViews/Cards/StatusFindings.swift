import AccessModel
import Chronology
import Diagnostics
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
          en: "Grants of small units whose monthly check is overdue",
          sv: "Tilldelningar i små enheter vars månadskontroll är försenad"),
        register.compensatedGrants(at: question.asOf).count { $0.due <= question.asOf },
        "liggare view compensating-checks"
      ),
      (
        "register-findings",
        Localized(
          en: "Findings in the register, these and others",
          sv: "Iakttagelser i registret, dessa och andra"),
        Findings.all(question).count, "liggare status --findings"
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
