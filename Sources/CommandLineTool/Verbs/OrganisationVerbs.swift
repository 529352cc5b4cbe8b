import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import IdentityRegister
import Projections

/// Registering units and persons, and where persons work.
enum OrganisationVerbs {
  static let registerUnit = Verb(
    VerbDeclaration(
      "unit", "register", kind: .writing,
      summary: Localized(en: "take a unit into the register", sv: "registrera en enhet"),
      examples: [
        "liggare unit register \"Socialförvaltningen\" --kind administration --parent U-1"
      ],
      positionals: [
        PositionalDeclaration(
          "name", .text, help: Localized(en: "what it is called", sv: "vad den heter"))
      ],
      options: [
        OptionDeclaration(
          "kind", CommonOptions.choices(UnitKind.self),
          help: Localized(
            en: "what sort of unit; unit when left out",
            sv: "vilket slags enhet; unit om det utelämnas")),
        OptionDeclaration(
          "parent", .unit,
          help: Localized(
            en: "the unit above; the topmost one when left out",
            sv: "enheten ovanför; den översta om det utelämnas")),
        OptionDeclaration("id", .unit, help: Options.id),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let kind = try session.coded("kind", UnitKind.self) ?? .unit
    let parent = try session.unit("parent", in: ledger)
    let given = try session.identifier("id", UnitID.self)
    var unit = UnitID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(unit)"] }) { ledger in
      unit = given ?? UnitID(number: ledger.register.units.nextNumber)
      return [
        .init(
          .unit(
            .register(
              RegisterUnit(
                unit: unit, name: session.command.required("name"), kind: kind,
                parent: parent ?? ledger.register.root(at: session.ambient.now())))))
      ]
    }
  }

  static let registerPerson = Verb(
    VerbDeclaration(
      "person", "register", kind: .writing,
      summary: Localized(
        en: "take a person into the register, and record where they work",
        sv: "registrera en person, och var personen arbetar"),
      discussion: Localized(
        en:
          "The name and the ways to find the person go to the identity register; the log carries the identifier alone. External persons, temporary staff and elected representatives need --until; external persons and suppliers also --sponsor and --contract.",
        sv:
          "Namnet och det som personen kan hittas på förvaras i identitetsregistret; loggen bär bara beteckningen. Externa, visstidsanställda och förtroendevalda behöver --until; externa och leverantörer även --sponsor och --contract."
      ),
      examples: ["liggare person register \"Bo Ek\" --user bo.ek --unit U-2"],
      positionals: [
        PositionalDeclaration(
          "name", .text, help: Localized(en: "the person's name", sv: "personens namn"))
      ],
      options: [
        OptionDeclaration(
          "unit", .unit, help: Localized(en: "where the person works", sv: "var personen arbetar"),
          isRequired: true),
        OptionDeclaration(
          "category", CommonOptions.choices(PersonCategory.self),
          help: Localized(
            en: "on what footing; employee when left out",
            sv: "på vilken grund; employee om det utelämnas")),
        PersonIdentityVerbs.Options.user, PersonIdentityVerbs.Options.number,
        PersonIdentityVerbs.Options.email, PersonIdentityVerbs.Options.title,
        OptionDeclaration("from", .moment, help: Options.from),
        OptionDeclaration("until", .moment, help: Options.until),
        PersonLifeVerbs.Options.position, PersonLifeVerbs.Options.sponsor,
        PersonLifeVerbs.Options.contract, PersonLifeVerbs.Options.project,
        OptionDeclaration("id", .person, help: Options.id),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    let category = try session.coded("category", PersonCategory.self) ?? .employee
    guard let unit = try session.unit("unit", in: ledger) else { return .usage }
    let position = try session.identifier("position", PositionCode.self)
    let (from, until) = try session.period(in: zone)
    let sponsor = try session.optionalPerson("sponsor", in: ledger)
    let given = try session.identifier("id", PersonID.self)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    var person = PersonID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(person)"] }) { ledger in
      person = given ?? PersonID(number: ledger.register.persons.nextNumber)
      let identity = Identity(
        person: "\(person)", name: command.required("name"), userName: command.string("user"),
        employeeNumber: command.string("number"), email: command.string("email"),
        title: command.string("title"))
      return [
        .init(
          .person(.register(RegisterPerson(person: person, category: category))),
          identity: identity),
        .init(
          .person(
            .affiliate(
              StartAffiliation(
                affiliation: AffiliationID(number: ledger.register.affiliations.nextNumber),
                person: person, unit: unit, from: from ?? effective ?? session.ambient.now(),
                until: until, sponsor: sponsor, position: position,
                contract: command.string("contract"), project: command.string("project"))))),
      ]
    }
  }

  static let leave = Verb(
    VerbDeclaration(
      "person", "leave", kind: .writing,
      summary: Localized(
        en: "record that a person no longer works here",
        sv: "registrera att en person inte längre arbetar här"),
      discussion: Localized(
        en:
          "Ends every employment or assignment the person has: now, or at the end of the last day. All grants that rest on them lose their effect at the same moment, and are then to be removed in the systems.",
        sv:
          "Avslutar varje anställning eller uppdrag som personen har: nu, eller när den sista dagen är slut. Alla tilldelningar som vilar på dem förlorar sin verkan i samma ögonblick, och ska sedan tas bort i systemen."
      ),
      examples: ["liggare person leave bo.ek --last-day 2026-06-30"],
      positionals: [Options.person],
      options: [Options.lastDay])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let person = try session.person(session.command.required("person"), in: ledger)
    let lastDay = session.command.day("last-day")
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(person)"] }) {
      ledger throws(LedgerError) in
      let moment = effective ?? session.ambient.now()
      let end = lastDay.map { zone.end(of: $0) } ?? moment
      let open = (ledger.register.persons[person]?.affiliations ?? []).filter {
        $0.end.map { $0 > moment } ?? true
      }
      guard !open.isEmpty else {
        throw LedgerError.refused([
          DiagnosticCode.notHere.diagnostic(.init(PersonSubject.word, persons: ["\(person)"]))
        ])
      }
      // What ends sooner by itself is left to do so.
      let longer = open.filter { $0.end.map { $0 > end } ?? true }
      return (longer.isEmpty ? open : longer).map {
        .init(.person(.leave(EndAffiliation(affiliation: $0.id, lastDay: lastDay))))
      }
    }
  }

  static let all =
    [registerUnit] + UnitVerbs.all + [registerPerson, leave] + PersonIdentityVerbs.all
    + PersonLifeVerbs.all
    + TrainingVerbs.all + ErasureVerbs.all + SecrecyVerbs.all

  enum Options {
    static let id = Localized(
      en: "its identifier; the next free one when left out",
      sv: "dess beteckning; nästa lediga om den utelämnas")
    static let from = Localized(
      en: "the first moment (a day means its start); now when left out",
      sv: "första ögonblicket (en dag betyder dess början); nu om det utelämnas")
    static let until = Localized(
      en: "the last day, which is included", sv: "sista dagen, som räknas med")
    static let lastDay = OptionDeclaration(
      "last-day", .day,
      help: Localized(
        en: "the last day, which is included; it ends now when left out",
        sv: "sista dagen, som räknas med; nu om den utelämnas"))
    static let person = PositionalDeclaration(
      "person", .person, help: Localized(en: "who", sv: "vem"))
  }
}

extension DiagnosticCode {
  /// Somebody is said to leave who is not here.
  static let notHere = DiagnosticCode(
    "CLI-40",
    Localized(
      en: "The person has no employment or assignment to end.",
      sv: "Personen har ingen anställning eller inget uppdrag att avsluta."),
    remedy: Localized(
      en: "Nothing needs to be done; liggare person show PERSON tells since when.",
      sv: "Inget behöver göras; liggare person show PERSON visar sedan när."))
}
