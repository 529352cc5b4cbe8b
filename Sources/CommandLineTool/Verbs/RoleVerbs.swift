import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Giving and ending roles.
enum RoleVerbs {
  static let assign = Verb(
    VerbDeclaration(
      "role", "assign", kind: .writing,
      summary: Localized(en: "give somebody a role", sv: "tilldela någon en roll"),
      discussion: Localized(
        en:
          "Owner, steward and deputy are roles for a system; manager is a role for a unit and all below it; the others may be for a system, a unit or the whole organisation.",
        sv:
          "Systemägare, systemförvaltare och ersättare är roller för ett system; chef är en roll för en enhet och alla under den; övriga kan gälla ett system, en enhet eller hela organisationen."
      ),
      examples: [
        "liggare role assign steward bo.ek --system S-1 --case \"KS 2026/14\"",
        "liggare role assign manager eva.lind --unit U-2",
      ],
      positionals: [
        PositionalDeclaration(
          "role", CommonOptions.choices(Role.self),
          help: Localized(en: "which role", sv: "vilken roll")),
        OrganisationVerbs.Options.person,
      ],
      options: [
        OptionDeclaration(
          "system", .system, help: Localized(en: "for which system", sv: "för vilket system")),
        OptionDeclaration(
          "unit", .unit, help: Localized(en: "for which unit", sv: "för vilken enhet")),
        OptionDeclaration(
          "appointed-by", .unit,
          help: Localized(en: "the body that appointed", sv: "organet som utsett")),
        OptionDeclaration("from", .moment, help: OrganisationVerbs.Options.from),
        OptionDeclaration("until", .moment, help: OrganisationVerbs.Options.until),
        OptionDeclaration("id", .text, help: OrganisationVerbs.Options.id),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let role = try session.coded("role", Role.self) else { return .usage }
    let holder = try session.person(session.command.required("person"), in: ledger)
    let system = try session.identifier("system", SystemID.self)
    let unit = try session.unit("unit", in: ledger)
    let body = try session.unit("appointed-by", in: ledger)
    let (from, until) = try session.period(in: zone)
    let given = try session.identifier("id", AssignmentID.self)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    var assignment = AssignmentID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(assignment)"] }) { ledger in
      assignment = given ?? AssignmentID(number: ledger.register.assignments.nextNumber)
      return [
        .init(
          .role(
            .assign(
              AssignRole(
                assignment: assignment, role: role, holder: holder, system: system, unit: unit,
                appointedBy: body, from: from ?? effective ?? session.ambient.now(),
                until: until))))
      ]
    }
  }

  static let end = Verb(
    VerbDeclaration(
      "role", "end", kind: .writing,
      summary: Localized(en: "end a role before its time", sv: "avsluta en roll i förtid"),
      examples: ["liggare role end D-4 --reason \"New duties from May\""],
      positionals: [
        PositionalDeclaration(
          "assignment", .text,
          help: Localized(en: "the assignment, such as D-4", sv: "uppdraget, till exempel D-4"))
      ],
      options: [OrganisationVerbs.Options.lastDay])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let assignment = try session.identifier("assignment", AssignmentID.self) else {
      return .usage
    }
    let lastDay = session.command.day("last-day")
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(assignment)"] }) {
      _ in [.init(.role(.end(EndRole(assignment: assignment, lastDay: lastDay))))]
    }
  }

  static let all = [assign, end]
}
