import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Projections

/// Who holds what where, so that what stands out can be seen.
enum AccessMapReport {
  static let description = ReportDescription(
    name: "access-map",
    title: Localized(en: "Map of access", sv: "Karta över åtkomst"),
    question: Localized(
      en: "Who holds how much in which systems?", sv: "Vem innehar hur mycket i vilka system?"),
    filters: [.system, .unit, .person], needs: nil, comparesWithBefore: false,
    views: ["active-grants", "persons", "systems"])

  /// How many rows a map has at most; with more persons, the rows are units.
  static let linesMax = 40
  /// How many systems a map has at most.
  static let systemsMax = 24

  static func report(_ inquiry: ReportInquiry) -> Report {
    let question = inquiry.question
    return Report(
      description, subject: subject(question), standing: inquiry.standing,
      sections: [
        ReportSection(
          Localized(en: "Persons and systems", sv: "Personer och system"),
          [.map(map(question))]),
        ReportSection(
          Localized(en: "The systems", sv: "Systemen"), [.table(systems(question))]),
      ], provenance: inquiry.provenance)
  }

  /// What the map is limited to, in words; `nil` for everything.
  private static func subject(_ question: ViewQuestion) -> Localized? {
    let filter = question.filter
    let register = question.register
    let named =
      filter.systems.map { system in
        register.systems[system].map {
          "\($0.details(at: question.asOf).name.text) (\(system))"
        } ?? "\(system)"
      }
      + filter.units.map { unit in
        register.units[unit].map { "\($0.name(at: question.asOf).text) (\(unit))" } ?? "\(unit)"
      } + filter.persons.map(question.phrasing.person)
    return named.isEmpty ? nil : Localized(verbatim: named.sorted().joined(separator: ", "))
  }

  /// The person and the system of each grant in effect that the filter lets through, by way of the view.
  private static func held(
    _ question: ViewQuestion
  ) -> (grants: [(person: PersonID, system: SystemID, isPrivileged: Bool)], ownerless: Int) {
    let answer = ActiveGrants.answer(question)
    guard let column = answer.columns.firstIndex(where: { $0.key == "grant" }) else {
      return ([], 0)
    }
    let found: [(person: PersonID, system: SystemID, isPrivileged: Bool)] = answer.rows.compactMap {
      row in
      guard let text = row[column].verbatim, let id = GrantID(text),
        let grant = question.register.grants[id], let person = grant.person
      else { return nil }
      return (
        person, grant.entitlement.system,
        question.register.isPrivileged(grant, at: question.asOf)
      )
    }
    return (found, answer.rows.count - found.count)
  }

  static func map(_ question: ViewQuestion) -> AccessMap {
    let (held, ownerless) = held(question)
    let persons = Set(held.map(\.person))
    let isByUnit = persons.count > linesMax
    func row(_ person: PersonID) -> String {
      guard isByUnit else { return "\(person)" }
      let unit = question.register.persons[person]?.affiliation(at: question.asOf)?
        .unit(at: question.asOf)
      return unit.map { "\($0)" } ?? "–"
    }
    var perSystem: [SystemID: Int] = [:]
    var perRow: [String: Int] = [:]
    for grant in held {
      perSystem[grant.system, default: 0] += 1
      perRow[row(grant.person), default: 0] += 1
    }
    let systems = most(perSystem, systemsMax) { $0.comesBefore($1) }
    let places = Dictionary(uniqueKeysWithValues: systems.kept.enumerated().map { ($1, $0) })
    let rows = most(perRow, linesMax) { isBefore($0, $1) }
    var lines: [String: [Int: AccessMap.Holding]] = [:]
    for grant in held {
      guard let place = places[grant.system] else { continue }
      let present = lines[row(grant.person)]?[place]
      lines[row(grant.person), default: [:]][place] = AccessMap.Holding(
        count: (present?.count ?? 0) + 1,
        isPrivileged: grant.isPrivileged || present?.isPrivileged ?? false)
    }
    return AccessMap(
      title: description.title,
      kind: isByUnit
        ? Localized(en: "Unit", sv: "Enhet") : Localized(en: "Person", sv: "Person"),
      systems: systems.kept.map { ("\($0)", name(of: $0, question)) },
      lines: rows.kept.map { id in
        AccessMap.Line(
          id: id, name: name(ofRow: id, isUnit: isByUnit, question), holdings: lines[id] ?? [:])
      },
      omitted: omitted(
        persons: persons.count, isByUnit: isByUnit, rows: rows.left, systems: systems.left,
        ownerless: ownerless))
  }

  /// The keys with the greatest numbers, as many as may be, in their own order; and how many are left out.
  private static func most<Key: Hashable>(
    _ numbers: [Key: Int], _ max: Int, by areInOrder: (Key, Key) -> Bool
  ) -> (kept: [Key], left: Int) {
    let ordered = numbers.sorted {
      $0.value == $1.value ? areInOrder($0.key, $1.key) : $0.value > $1.value
    }.map(\.key)
    return (ordered.prefix(max).sorted(by: areInOrder), Swift.max(0, ordered.count - max))
  }

  /// Identifiers by their number; what is none comes last.
  private static func isBefore(_ one: String, _ other: String) -> Bool {
    func number(_ text: String) -> Int { Int(text.drop { !$0.isNumber }) ?? .max }
    return (number(one), one) < (number(other), other)
  }

  private static func name(of system: SystemID, _ question: ViewQuestion) -> String {
    question.register.systems[system]?.details(at: question.asOf).name.text ?? "\(system)"
  }

  /// The name of a row as views show it.
  private static func name(
    ofRow id: String, isUnit: Bool, _ question: ViewQuestion
  ) -> String? {
    if isUnit {
      return UnitID(id).flatMap { question.register.units[$0] }?.name(at: question.asOf).text
    }
    return PersonID(id).flatMap { person in
      question.names(person) ?? question.masks(person)?.word.text(in: question.language)
    }
  }

  private static func omitted(
    persons: Int, isByUnit: Bool, rows: Int, systems: Int, ownerless: Int
  ) -> [Localized] {
    var told: [Localized] = []
    if isByUnit {
      told.append(
        Localized(
          en:
            "The map is of \(persons) persons, more than \(linesMax): each row is a unit, with what those who work in it hold together. --unit, --system or --person shows persons.",
          sv:
            "Kartan gäller \(persons) personer, fler än \(linesMax): varje rad är en enhet, med det som de som arbetar där innehar tillsammans. --unit, --system eller --person visar personer."
        ))
    }
    if rows > 0 {
      told.append(
        Localized(
          en: "Units left out, with fewer grants than those shown: \(rows).",
          sv: "Utelämnade enheter, med färre tilldelningar än de som visas: \(rows)."))
    }
    if systems > 0 {
      told.append(
        Localized(
          en: "Systems left out, with fewer grants than those shown: \(systems).",
          sv: "Utelämnade system, med färre tilldelningar än de som visas: \(systems)."))
    }
    if ownerless > 0 {
      told.append(
        Localized(
          en: "Grants that are no person's, and stand in no row: \(ownerless).",
          sv: "Tilldelningar som inte är någon persons, och inte finns på någon rad: \(ownerless)."
        ))
    }
    return told
  }

  /// The systems of the map, with their names.
  private static func systems(_ question: ViewQuestion) -> Table {
    let map = map(question)
    return Table(
      name: "map_systems", title: Localized(en: "Systems of the map", sv: "Kartans system"),
      columns: [
        .identifier("system", Localized(en: "System", sv: "System")),
        Column(key: "name", title: Localized(en: "Name", sv: "Namn")),
        .number("grants", Localized(en: "Grants in effect", sv: "Gällande tilldelningar")),
        .number("privileged_holders", Localized(en: "Rows with P", sv: "Rader med P")),
      ],
      rows: map.systems.enumerated().map { index, system in
        let holdings = map.lines.compactMap { $0.holdings[index] }
        return [
          .text(system.id), .text(system.name),
          .integer(holdings.reduce(0) { $0 + $1.count }),
          .integer(holdings.count(where: \.isPrivileged)),
        ]
      },
      ifEmpty: Localized(en: "No grant is in effect.", sv: "Ingen tilldelning gäller."))
  }
}
