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
          "Owner and steward are roles for a system; manager and head are roles for a unit and all below it. A deputy acts by standing appointment: in a system for its steward, in a unit for whoever leads it, with the delegations of the position that person has. The others may be for a system, a unit or the whole organisation; a custodian for a system says that the system is the ledger itself.",
        sv:
          "Systemägare och systemförvaltare är roller för ett system; chef och förvaltningschef är roller för en enhet och alla under den. En ersättare träder in genom stående förordnande: i ett system för systemförvaltaren, i en enhet för den som leder den, med de delegationer som den personens befattning har. Övriga kan gälla ett system, en enhet eller hela organisationen; en loggförvaltare för ett system säger att systemet är liggaren själv."
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
      discussion: Localized(
        en:
          "An owner or a steward leaves a system without one. Name who takes over with --successor, or say by when there will be somebody with --vacant-until; and why, with --reason.",
        sv:
          "En systemägare eller systemförvaltare lämnar ett system utan. Ange vem som tar över med --successor, eller när någon senast finns med --vacant-until; och varför, med --reason."
      ),
      examples: [
        "liggare role end D-4 --reason \"New duties from May\"",
        "liggare role end D-4 --successor nils.ek --reason \"New duties from May\"",
        "liggare role end D-4 --vacant-until 2026-06-30 --reason \"Recruiting\"",
      ],
      positionals: [
        PositionalDeclaration(
          "assignment", .text,
          help: Localized(en: "the assignment, such as D-4", sv: "uppdraget, till exempel D-4"))
      ],
      options: [
        OrganisationVerbs.Options.lastDay,
        OptionDeclaration(
          "successor", .person,
          help: Localized(
            en: "who has the same role from then on", sv: "vem som har samma roll därefter")),
        OptionDeclaration(
          "vacant-until", .day,
          help: Localized(
            en: "the last day the role may be vacant", sv: "sista dagen rollen får vara vakant")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let assignment = try session.identifier("assignment", AssignmentID.self) else {
      return .usage
    }
    let lastDay = session.command.day("last-day")
    let vacantUntil = session.command.day("vacant-until").map { zone.end(of: $0) }
    let successor = try session.optionalPerson("successor", in: ledger)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    let end = EndRole(
      assignment: assignment, lastDay: lastDay, vacantUntil: vacantUntil,
      hasSuccessor: successor != nil)
    var named = ["\(assignment)"]
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { named }) {
      ledger throws(LedgerError) in
      let steps = [Recording.Step(.role(.end(end)))]
      guard let successor, let row = ledger.register.assignments[assignment] else { return steps }
      let next = AssignmentID(number: ledger.register.assignments.nextNumber)
      named = ["\(assignment)", "\(next)"]
      let from =
        lastDay.map { zone.end(of: $0) } ?? effective ?? session.recordingMoment(in: ledger)
      let assign = AssignRole(
        assignment: next, role: row.role, holder: successor, system: row.system, unit: row.unit,
        appointedBy: row.appointedBy, from: from)
      return steps + [.init(.role(.assign(assign)))]
    }
  }

  static let all = [assign, end]
}
