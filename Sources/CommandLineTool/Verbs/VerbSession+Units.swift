import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Projections

extension VerbSession {
  /// The unit that an option names by identifier or by name; `nil` when the option was not given.
  ///
  /// An identifier that the ledger does not know is handed on, for the ledger to refuse.
  func unit(_ name: String, in ledger: Ledger) throws -> UnitID? {
    try command.string(name).map { try unit(named: $0, of: name, in: ledger) }
  }

  /// The unit meant by an identifier or a name. Two units of the same name are told apart by nobody but the writer.
  func unit(named text: String, of option: String, in ledger: Ledger) throws -> UnitID {
    let register = ledger.register
    if let id = UnitID(text), register.units.contains(id) { return id }
    let now = ambient.now()
    let found = register.units.rows.filter { row in
      let isOpen = row.closed.map { now < $0.effective } ?? true
      return isOpen && row.presentName(at: now).text.lowercased() == text.lowercased()
    }
    if found.count > 1 {
      throw VerbFailure(
        .notFound,
        VerbCodes.ambiguousUnit.diagnostic(
          facts: [.init(en: "name", sv: "namn", text)]
            + found.map { .init(UnitSubject.word, line(of: $0, register)) }))
    }
    if let only = found.first { return only.id }
    if let id = UnitID(text) { return id }
    let names = register.units.rows.map { $0.presentName(at: now).text.lowercased() }
    let near = Set(Suggestions.near(text.lowercased(), among: names))
    throw QuestionVerbs.notFound(
      UnitSubject.word, text,
      near: register.units.rows.filter {
        near.contains($0.presentName(at: now).text.lowercased())
      }.map { "\($0.id) \($0.presentName(at: now))" })
  }

  /// `U-7  Administration  (U-4 Social committee)`: the unit and the legal entity it belongs to.
  private func line(of row: UnitRow, _ register: Register) -> String {
    let entity = register.legalEntity(of: row.id)
    let name = register.units[entity]?.presentName(at: ambient.now()).text ?? ""
    return "\(row.id)  \(row.presentName(at: ambient.now()))  (\(entity) \(name))"
  }

  /// The moment at which what is recorded now will have been recorded, or a little after.
  func recordingMoment(in ledger: Ledger) -> Instant {
    max(ambient.now(), ledger.register.lastRecorded ?? .earliest)
  }
}

extension UnitRow {
  /// What the unit is called at a moment: the latest name that holds then.
  fileprivate func presentName(at moment: Instant) -> Label {
    var found = name
    var since: Instant?
    for (name, fact) in renames where fact.effective <= moment {
      if let since, fact.effective < since { continue }
      found = name
      since = fact.effective
    }
    return found
  }
}
