import AccessLedger
import AccessModel
import Chronology
import Diagnostics
import Projections

extension VerbSession {
  /// The unit meant by an identifier or by what it is called now, if one was typed.
  func unit(_ name: String, in ledger: Ledger) throws -> UnitID? {
    try command.string(name).map { try unit($0, of: name, in: ledger) }
  }

  /// The units meant by an option that may be given more than once.
  func units(_ name: String, in ledger: Ledger) throws -> [UnitID] {
    try command.strings(name).map { try unit($0, of: name, in: ledger) }
  }

  /// An identifier that nothing goes by is left to be refused by whoever looks it up. Of several units that are called the same, none
  /// is meant.
  private func unit(_ text: String, of name: String, in ledger: Ledger) throws -> UnitID {
    let register = ledger.register
    if let id = UnitID(text), register.units.contains(id) { return id }
    let moment = ambient.now()
    let called = register.units.rows.filter {
      $0.isOpen(at: moment) && $0.name(at: moment).text.lowercased() == text.lowercased()
    }
    if let only = called.first, called.count == 1 { return only.id }
    guard called.isEmpty else {
      throw VerbFailure(
        .notFound,
        VerbCodes.ambiguousUnit.diagnostic(
          facts: [.init(en: "name", sv: "namn", text)]
            + called.map {
              .init(
                en: "unit", sv: "enhet",
                localized: Self.label(of: $0, in: register, at: moment))
            }))
    }
    guard let id = UnitID(text) else {
      throw VerbFailure(
        .notFound,
        VerbCodes.unknownUnit.diagnostic(
          facts: [.init(en: "name", sv: "namn", text)]
            + Suggestions.alike(
              text, among: register.units.rows.lazy.map { $0.name(at: moment).text }
            ).map { .init(en: "near", sv: "liknande", $0) }))
    }
    return id
  }

  /// `Name (U-3, in Name of entity)`.
  private static func label(
    of unit: UnitRow, in register: Register, at moment: Instant
  ) -> Localized {
    let name = unit.name(at: moment)
    let entity = register.legalEntity(of: unit.id, at: moment)
    guard entity != unit.id, let entityName = register.units[entity]?.name(at: moment) else {
      return Localized(verbatim: "\(name) (\(unit.id))")
    }
    return Localized(
      en: "\(name) (\(unit.id), in \(entityName))", sv: "\(name) (\(unit.id), i \(entityName))")
  }

  /// The employment or assignment that is meant: the one that is named, or the only one that holds at the moment.
  func affiliation(
    of person: PersonID, at moment: Instant, named given: AffiliationID?, in register: Register
  ) throws(LedgerError) -> AffiliationID {
    if let given { return given }
    let active = (register.persons[person]?.affiliations ?? []).filter { $0.isActive(at: moment) }
    guard let only = active.first else {
      throw LedgerError.refused([
        DiagnosticCode.notHereNow.diagnostic(
          .init(PersonSubject.word, persons: ["\(person)"]), .init(en: "at", sv: "vid", at: moment))
      ])
    }
    guard active.count == 1 else {
      throw LedgerError.refused([
        VerbCodes.ambiguousAffiliation.diagnostic(
          facts: [.init(PersonSubject.word, persons: ["\(person)"])]
            + active.map {
              .init(AffiliationSubject.word, "\($0.id) (\($0.unit(at: moment)))")
            })
      ])
    }
    return only.id
  }
}

extension VerbCodes {
  static let ambiguousUnit = DiagnosticCode(
    "CLI-60",
    Localized(en: "Several units go by this name.", sv: "Flera enheter har detta namn."),
    remedy: Localized(
      en: "Write the identifier of the one you mean.", sv: "Skriv beteckningen på den du menar."))

  static let unknownUnit = DiagnosticCode(
    "CLI-61",
    Localized(
      en: "No open unit goes by this name.", sv: "Ingen enhet som finns kvar har detta namn."),
    remedy: Localized(
      en: "Write the identifier or the whole name; liggare unit list shows them.",
      sv: "Skriv beteckningen eller hela namnet; liggare unit list visar dem."))

  static let ambiguousAffiliation = DiagnosticCode(
    "CLI-62",
    Localized(
      en: "The person has several employments or assignments.",
      sv: "Personen har flera anställningar eller uppdrag."),
    remedy: Localized(
      en: "Say which one is meant: --affiliation A-4.",
      sv: "Ange vilken som avses: --affiliation A-4."))

  static let nothingToConfirm = DiagnosticCode(
    "CLI-63",
    Localized(
      en: "No access of the person waits for confirmation after a move.",
      sv: "Ingen behörighet för personen väntar på bekräftelse efter en flytt."),
    remedy: Localized(
      en: "Nothing needs to be done; liggare person show PERSON tells of moves and access.",
      sv: "Inget behöver göras; liggare person show PERSON visar flyttar och behörighet."))

  static let organisation = [
    ambiguousUnit, unknownUnit, ambiguousAffiliation, nothingToConfirm, DiagnosticCode.notHereNow,
  ]
}

extension DiagnosticCode {
  /// Something is said of somebody's work who works nowhere then.
  static let notHereNow = DiagnosticCode(
    "CLI-64",
    Localized(
      en: "The person has no employment or assignment at that moment.",
      sv: "Personen har ingen anställning och inget uppdrag vid den tidpunkten."),
    remedy: Localized(
      en: "For somebody who comes, or comes back: liggare person affiliate PERSON --unit UNIT.",
      sv:
        "För någon som börjar, eller kommer tillbaka: liggare person affiliate PERSON --unit ENHET."
    ))
}
