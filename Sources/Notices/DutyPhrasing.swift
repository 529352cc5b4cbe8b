public import AccessModel
public import Chronology
public import Diagnostics
public import Projections

/// A duty in words: what the calendar and the letters say alike.
public struct DutyPhrasing {
  let register: Register
  let moment: Instant
  let zone: TimeZoneRules
  let language: Language
  let names: (PersonID) -> String?

  /// - Parameters:
  ///   - moment: the moment that the duties are about.
  ///   - names: the name of a person, where it may be shown; who has none is called by the identifier alone.
  public init(
    _ register: Register, at moment: Instant, in zone: TimeZoneRules, _ language: Language,
    names: @escaping (PersonID) -> String?
  ) {
    self.register = register
    self.moment = moment
    self.zone = zone
    self.language = language
    self.names = names
  }

  /// What is to be done, and about what: `Remove access that is over: Eva Lind (P-2), S-1/read (Case system)`.
  func heading(of duty: Duty) -> String {
    let about = matter(of: duty)
    let word = duty.kind.word.text(in: language)
    return about.isEmpty ? "\(word): \(duty.subject)" : "\(word): \(about.joined(separator: ", "))"
  }

  /// Whom and what it is about.
  private func matter(of duty: Duty) -> [String] {
    var about: [String] = []
    if let person = duty.person { about.append(self.person(person)) }
    if let entitlement = duty.entitlement {
      about.append("\(entitlement)\(named(system: entitlement.system))")
    } else if let system = duty.system {
      about.append("\(system)\(named(system: system))")
    }
    if let unit = duty.unit {
      let name = register.units[unit].map { " (\($0.name(at: moment).text))" } ?? ""
      about.append("\(unit)\(name)")
    }
    return about
  }

  /// What it is, line by line: its days, what follows, who must act, and what records it.
  func lines(of duty: Duty, tellsActors: Bool) -> [String] {
    var lines: [String] = []
    func add(_ label: Localized, _ text: String) {
      lines.append("\(label.text(in: language)): \(text)")
    }
    add(Localized(en: "Concerns", sv: "Gäller"), duty.subject)
    if duty.count > 1 { add(Localized(en: "How many", sv: "Antal"), "\(duty.count)") }
    add(Localized(en: "Last day", sv: "Sista dag"), "\(duty.lastDay(in: zone))")
    add(Localized(en: "Late from", sv: "Försenat från"), duty.due.text(in: zone))
    add(Localized(en: "Otherwise", sv: "Annars"), duty.kind.consequence.text(in: language))
    if tellsActors {
      let actors = duty.actors.map(person)
      add(
        Localized(en: "For", sv: "Åligger"),
        actors.isEmpty
          ? Localized(en: "nobody holds the role", sv: "ingen har rollen").text(in: language)
          : actors.joined(separator: ", "))
    }
    add(Localized(en: "Recorded by", sv: "Registreras med"), duty.command)
    return lines
  }

  func person(_ id: PersonID) -> String { names(id).map { "\($0) (\(id))" } ?? "\(id)" }

  private func named(system id: SystemID) -> String {
    register.systems[id].map { " (\($0.details(at: moment).name.text))" } ?? ""
  }
}
