import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// A person's time in the organisation: further assignments, moves, absences, and what is confirmed after a move.
enum PersonLifeVerbs {
  static let affiliate = Verb(
    VerbDeclaration(
      "person", "affiliate", kind: .writing,
      summary: Localized(
        en: "record another employment or assignment of a person",
        sv: "registrera ytterligare en anställning eller ett uppdrag för en person"),
      discussion: Localized(
        en:
          "For somebody who is in the register already: who takes on a second assignment, or comes back. Whoever only changes place is moved: liggare person move.",
        sv:
          "För någon som redan finns i registret: som får ett uppdrag till, eller kommer tillbaka. Den som bara byter plats flyttas: liggare person move."
      ),
      examples: ["liggare person affiliate bo.ek --unit U-4 --position nurse --until 2026-12-31"],
      positionals: [OrganisationVerbs.Options.person],
      options: [
        OptionDeclaration(
          "unit", .unit, help: Localized(en: "where the person works", sv: "var personen arbetar"),
          isRequired: true),
        Options.position, Options.contract, Options.project, Options.sponsor,
        OptionDeclaration("from", .moment, help: OrganisationVerbs.Options.from),
        OptionDeclaration("until", .moment, help: OrganisationVerbs.Options.until),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let person = try session.person(session.command.required("person"), in: ledger)
    guard let unit = try session.unit("unit", in: ledger) else { return .usage }
    let (from, until) = try session.period(in: zone)
    let sponsor = try session.optionalPerson("sponsor", in: ledger)
    let position = try session.identifier("position", PositionCode.self)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    var affiliation = AffiliationID(number: 1)
    return try session.record(
      in: ledger, zone: zone, named: { ["\(person)", "\(affiliation)"] }
    ) { ledger in
      affiliation = AffiliationID(number: ledger.register.affiliations.nextNumber)
      return [
        .init(
          .person(
            .affiliate(
              StartAffiliation(
                affiliation: affiliation, person: person, unit: unit,
                from: from ?? effective ?? session.ambient.now(), until: until, sponsor: sponsor,
                position: position, contract: session.command.string("contract"),
                project: session.command.string("project")))))
      ]
    }
  }

  static let move = Verb(
    VerbDeclaration(
      "person", "move", kind: .writing,
      summary: Localized(
        en: "record that a person works in another unit or position, or on other terms",
        sv:
          "registrera att en person arbetar i en annan enhet eller befattning, eller på andra villkor"
      ),
      discussion: Localized(
        en:
          "The employment or assignment goes on; the person does not count as having left. Access from before a move to another unit or position is to be confirmed with liggare person confirm, within the time that the rules say, 14 days where they say nothing; what is not ends then. A later --until prolongs a limited time.",
        sv:
          "Anställningen eller uppdraget fortsätter; personen räknas inte som att ha slutat. Behörighet från tiden före en flytt till en annan enhet eller befattning ska bekräftas med liggare person confirm inom den tid som reglerna säger, 14 dagar om de inget säger; annars upphör den då. Ett senare --until förlänger en begränsad tid."
      ),
      examples: [
        "liggare person move bo.ek --unit U-3",
        "liggare person move kim.ask --until 2027-06-30 --contract A-2027/2",
      ],
      positionals: [OrganisationVerbs.Options.person],
      options: [
        OptionDeclaration(
          "unit", .unit,
          help: Localized(
            en: "where the person works now; as before when left out",
            sv: "var personen arbetar nu; som förut om det utelämnas")),
        Options.position, Options.contract, Options.sponsor, Options.affiliation,
        OptionDeclaration("until", .moment, help: OrganisationVerbs.Options.until),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let person = try session.person(session.command.required("person"), in: ledger)
    let unit = try session.unit("unit", in: ledger)
    let position = try session.identifier("position", PositionCode.self)
    let sponsor = try session.optionalPerson("sponsor", in: ledger)
    let given = try session.identifier("affiliation", AffiliationID.self)
    let until = try session.moment("until", in: zone, dayMeans: .end)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    return try session.record(in: ledger, zone: zone, named: { ["\(person)"] }) {
      ledger throws(LedgerError) in
      let affiliation = try session.affiliation(
        of: person, at: effective ?? session.ambient.now(), named: given, in: ledger.register)
      return [
        .init(
          .person(
            .move(
              MovePerson(
                affiliation: affiliation, unit: unit, position: position, until: until,
                sponsor: sponsor, contract: session.command.string("contract")))))
      ]
    }
  }

  static let absent = Verb(
    VerbDeclaration(
      "person", "absent", kind: .writing,
      summary: Localized(
        en: "record that a person is away, never why",
        sv: "registrera att en person är frånvarande, aldrig varför"),
      discussion: Localized(
        en:
          "An absence of the length that the rules say, 30 days where they say nothing, or with no known end, suspends the access; a shorter one keeps it, unless --effect says otherwise. It lasts until liggare person back, or until the employment ends.",
        sv:
          "En frånvaro av den längd som reglerna säger, 30 dagar om de inget säger, eller utan känt slut, spärrar behörigheten; en kortare låter den vara, om inte --effect anger annat. Den varar till liggare person back, eller till anställningens slut."
      ),
      examples: [
        "liggare person absent bo.ek --from 2026-03-01 --expected-until 2026-08-31",
        "liggare person absent bo.ek --expected-until 2026-03-14 --effect list",
      ],
      positionals: [OrganisationVerbs.Options.person],
      options: [
        OptionDeclaration("from", .moment, help: OrganisationVerbs.Options.from),
        OptionDeclaration(
          "expected-until", .moment,
          help: Localized(
            en: "the last day away, as far as is known", sv: "sista dagen borta, såvitt man vet")),
        OptionDeclaration(
          "effect", CommonOptions.choices(AbsenceEffect.self),
          help: Localized(
            en: "what it does to the access; by its length when left out",
            sv: "vad den gör med behörigheten; efter dess längd om det utelämnas")),
        Options.affiliation,
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let person = try session.person(session.command.required("person"), in: ledger)
    let from = try session.moment("from", in: zone, dayMeans: .start)
    let until = try session.moment("expected-until", in: zone, dayMeans: .end)
    let effect = try session.coded("effect", AbsenceEffect.self)
    let given = try session.identifier("affiliation", AffiliationID.self)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    return try session.record(in: ledger, zone: zone, named: { ["\(person)"] }) {
      ledger throws(LedgerError) in
      let moment = from ?? effective ?? session.ambient.now()
      return try places(of: person, at: moment, given, ledger.register).map {
        .init(
          .person(
            .startAbsence(
              StartAbsence(affiliation: $0, from: moment, expectedUntil: until, effect: effect))))
      }
    }
  }

  static let back = Verb(
    VerbDeclaration(
      "person", "back", kind: .writing,
      summary: Localized(
        en: "record that a person is back", sv: "registrera att en person är tillbaka"),
      discussion: Localized(
        en:
          "Access that was suspended for the absence has effect again; what was ended meanwhile does not come back.",
        sv:
          "Behörighet som var spärrad under frånvaron får verkan igen; det som avslutats under tiden kommer inte tillbaka."
      ),
      examples: ["liggare person back bo.ek"],
      positionals: [OrganisationVerbs.Options.person], options: [Options.affiliation])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let person = try session.person(session.command.required("person"), in: ledger)
    let given = try session.identifier("affiliation", AffiliationID.self)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    return try session.record(in: ledger, zone: zone, named: { ["\(person)"] }) {
      ledger throws(LedgerError) in
      let moment = effective ?? session.ambient.now()
      let row = ledger.register.persons[person]
      let open = (row?.absences ?? []).filter { $0.ended == nil }
      let begun = open.filter { $0.from <= moment }
      var away: [AffiliationID] = []
      for absence in begun.isEmpty ? open : begun where !away.contains(absence.affiliation) {
        away.append(absence.affiliation)
      }
      if let given { away = [given] }
      if away.isEmpty { away = try places(of: person, at: moment, nil, ledger.register) }
      return away.map { .init(.person(.endAbsence(EndAbsence(affiliation: $0)))) }
    }
  }

  static let confirm = Verb(
    VerbDeclaration(
      "person", "confirm", kind: .writing,
      summary: Localized(
        en: "confirm that access from before a move is still needed",
        sv: "bekräfta att behörighet från tiden före en flytt fortfarande behövs"),
      discussion: Localized(
        en:
          "Without --grant it is everything that waits for confirmation. Nobody confirms their own access; what is confirmed for another, with --by, is shown with --case.",
        sv:
          "Utan --grant är det allt som väntar på bekräftelse. Ingen bekräftar sin egen behörighet; det som bekräftas åt någon annan, med --by, styrks med --case."
      ),
      examples: ["liggare person confirm bo.ek --grant G-2"],
      positionals: [OrganisationVerbs.Options.person],
      options: [
        OptionDeclaration(
          "grant", .grant,
          help: Localized(
            en: "this access; may be given more than once",
            sv: "denna behörighet; får anges flera gånger"), isRepeatable: true),
        OptionDeclaration(
          "by", .person,
          help: Localized(
            en: "who confirms it; whoever signs when left out",
            sv: "vem som bekräftar; den som signerar om det utelämnas")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let person = try session.person(session.command.required("person"), in: ledger)
    let typed = try session.command.strings("grant").map { text in
      guard let grant = GrantID(text) else {
        throw session.malformed(
          "grant", text, Localized(en: "a grant, such as G-2", sv: "en tilldelning, som G-2"))
      }
      return grant
    }
    let key = try session.signingKey()
    let by = try session.optionalPerson("by", in: ledger) ?? ledger.principal(of: key)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    var grants = typed
    return try session.record(in: ledger, zone: zone, named: { grants.map { "\($0)" } }) {
      ledger throws(LedgerError) in
      let moment = effective ?? session.ambient.now()
      let register = ledger.register
      if typed.isEmpty, let row = register.persons[person] {
        grants = register.unconfirmedAccess(of: row, at: moment).map(\.grant.id)
      }
      if grants.isEmpty
        || typed.contains(where: { register.grants[$0].map { $0.person != person } ?? false })
      {
        throw LedgerError.refused([
          VerbCodes.nothingToConfirm.diagnostic(
            .init(PersonSubject.word, persons: ["\(person)"]))
        ])
      }
      return grants.map { .init(.person(.confirm(ConfirmAccess(grant: $0, by: by)))) }
    }
  }

  /// The employments and assignments that are meant: the one named, or all that hold at the moment.
  private static func places(
    of person: PersonID, at moment: Instant, _ given: AffiliationID?, _ register: Register
  ) throws(LedgerError) -> [AffiliationID] {
    if let given { return [given] }
    let active = (register.persons[person]?.affiliations ?? []).filter { $0.isActive(at: moment) }
    guard !active.isEmpty else {
      throw LedgerError.refused([
        DiagnosticCode.notHereNow.diagnostic(
          .init(PersonSubject.word, persons: ["\(person)"]), .init(en: "at", sv: "vid", at: moment))
      ])
    }
    return active.map(\.id)
  }

  static let all = [affiliate, move, absent, back, confirm]

  enum Options {
    static let position = OptionDeclaration(
      "position", .text,
      help: Localized(
        en: "the code of the position, such as nurse",
        sv: "befattningens kod, till exempel sjukskoterska"))
    static let contract = OptionDeclaration(
      "contract", .text,
      help: Localized(
        en: "the contract that an external person works under",
        sv: "avtalet som en extern person arbetar enligt"))
    static let project = OptionDeclaration(
      "project", .text,
      help: Localized(en: "the project it is for", sv: "projektet det är för"))
    static let sponsor = OptionDeclaration(
      "sponsor", .person,
      help: Localized(
        en: "who answers for an external person", sv: "vem som ansvarar för en extern person"))
    static let affiliation = OptionDeclaration(
      "affiliation", .text,
      help: Localized(
        en: "which employment or assignment, such as A-4, when there are several",
        sv: "vilken anställning eller vilket uppdrag, till exempel A-4, om det finns flera"))
  }
}
