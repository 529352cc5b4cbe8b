import AccessModel
import Diagnostics
import Events
import Projections

extension ViewQuestion {
  /// `the position x in U-3 (matters y), line DL-4 of Order version 2`.
  func words(of row: DelegationRow) -> Localized {
    let line = row.line
    let place = line.unit ?? line.body
    return Localized(
      en:
        "the position \(line.position) in \(place), \(line.delegation) of \(line.order) version \(line.version)",
      sv:
        "befattningen \(line.position) i \(place), \(line.delegation) i \(line.order) version \(line.version)"
    )
  }

  /// What a line reaches to: `level 3 at most; personal account; people of U-6`; empty when it has no limit.
  func limits(of row: DelegationRow) -> Localized {
    let line = row.line
    var english: [String] = []
    var swedish: [String] = []
    func add(_ en: String, _ sv: String) {
      english.append(en)
      swedish.append(sv)
    }
    if let level = line.levelMax { add("level \(level) at most", "högst nivå \(level)") }
    if !line.accounts.isEmpty {
      add(
        line.accounts.map(\.word.english).joined(separator: ", "),
        line.accounts.map(\.word.swedish).joined(separator: ", "))
    }
    if !line.entities.isEmpty {
      let entities = line.entities.map { "\($0)" }.joined(separator: ", ")
      add("people of \(entities)", "folk i \(entities)")
    }
    if let unit = line.unit { add("in \(unit)", "i \(unit)") }
    if let end = register.end(of: row)?.at {
      let until = phrasing.until(end)
      add(until.english, until.swedish)
    }
    return Localized(
      en: english.joined(separator: "; "), sv: swedish.joined(separator: "; "))
  }

  /// Who has the position of a line at the moment, in the order of identifiers.
  func holders(of row: DelegationRow) -> [PersonID] {
    register.persons.rows.map(\.id).filter {
      register.isHolder($0, of: row, at: asOf)
    }.sorted { $0.comesBefore($1) }
  }
}
