import AccessModel
import Diagnostics
public import Policies

/// Rules for incidents as a table: regimes with their stages, criteria and addressees, and which of it is not confirmed.
public enum IncidentRulesTable {
  private static let thing = Column.identifier("rule", Localized(en: "Rule", sv: "Regel"))
  private static let name = Column(key: "name", title: Localized(en: "Name", sv: "Namn"))
  private static let value = Column(key: "value", title: Localized(en: "Value", sv: "Värde"))
  private static let isConfirmed = Column(
    key: "is_confirmed", title: Localized(en: "Confirmed", sv: "Bekräftat"))
  private static let change = Column(key: "change", title: Localized(en: "Change", sv: "Ändring"))
  private static let before = Column(key: "before", title: Localized(en: "Before", sv: "Före"))
  private static let after = Column(key: "after", title: Localized(en: "After", sv: "Efter"))

  /// One line of rules, as it is compared with another.
  private struct Line: Hashable {
    var name: Localized
    var value: String
    var isConfirmed: Bool
  }

  /// Everything that the rules say, in their order.
  public static func table(_ rules: IncidentRules) -> Table {
    Table(
      name: "policy_rules",
      title: Localized(
        en: "Rules for incidents \(rules.id)", sv: "Regler för incidenter \(rules.id)"),
      columns: [thing, name, value, isConfirmed],
      rows: lines(rules).map { path, line in
        [.text(path), .localized(line.name), .text(line.value), .flag(line.isConfirmed)]
      })
  }

  /// What differs between two sets of rules, in the order of the first and then of the second.
  public static func differences(from first: IncidentRules, to second: IncidentRules) -> Table {
    let (old, new) = (lines(first), lines(second))
    let oldLines = Dictionary(uniqueKeysWithValues: old)
    let newLines = Dictionary(uniqueKeysWithValues: new)
    var rows: [[Cell]] = []
    for (path, line) in old where newLines[path] != line {
      let now = newLines[path]
      rows.append([
        .text(path),
        now == nil
          ? .word(code: "removed", Localized(en: "removed", sv: "borttaget"))
          : .word(code: "changed", Localized(en: "changed", sv: "ändrat")),
        .text(text(line)), .text(orEmpty: now.map(text)),
      ])
    }
    for (path, line) in new where oldLines[path] == nil {
      rows.append([
        .text(path), .word(code: "added", Localized(en: "added", sv: "nytt")), .empty,
        .text(text(line)),
      ])
    }
    let open = new.filter { !$0.1.isConfirmed }.count
    return Table(
      name: "policy_differences",
      title: Localized(
        en: "Rules for incidents: \(first.id) and \(second.id)",
        sv: "Regler för incidenter: \(first.id) och \(second.id)"),
      columns: [thing, change, before, after], rows: rows,
      notes: [
        Localized(
          en: "Not confirmed in \(second.id): \(open).",
          sv: "Inte bekräftat i \(second.id): \(open).")
      ],
      ifEmpty: Localized(en: "Nothing differs", sv: "Inget skiljer"))
  }

  private static func text(_ line: Line) -> String {
    [line.name.english, line.value, line.isConfirmed ? "" : "(unconfirmed)"]
      .filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private static func lines(_ rules: IncidentRules) -> [(String, Line)] {
    rules.regimes.flatMap { regime -> [(String, Line)] in
      var ground = [regime.kind.rawValue, regime.ground?.text ?? "", period(regime.period)]
      if let secrecy = regime.secrecy { ground.append("secrecy \(secrecy)") }
      if let role = regime.answeredBy { ground.append("answered by \(role.code)") }
      var lines = [
        (
          "\(regime.code)",
          Line(
            name: regime.name, value: ground.filter { !$0.isEmpty }.joined(separator: ", "),
            isConfirmed: regime.isConfirmed)
        )
      ]
      for stage in regime.stages {
        lines.append(
          (
            "\(regime.code)/\(stage.code)",
            Line(name: stage.name, value: value(of: stage), isConfirmed: stage.isConfirmed)
          ))
      }
      for criterion in regime.criteria {
        lines.append(
          (
            "\(regime.code)/\(criterion.code)?",
            Line(
              name: criterion.name, value: criterion.sector?.text ?? "",
              isConfirmed: criterion.isConfirmed)
          ))
      }
      for addressee in regime.addressees {
        lines.append(
          (
            "\(regime.code)/\(addressee.code)@",
            Line(
              name: addressee.name, value: period(addressee.period),
              isConfirmed: addressee.isConfirmed)
          ))
      }
      return lines
    }
  }

  private static func period(_ period: DayPeriod) -> String {
    switch (period.from, period.until) {
    case (nil, nil): ""
    case (let from, let until): "\(from.map { "\($0)" } ?? "…")–\(until.map { "\($0)" } ?? "…")"
    }
  }

  private static func value(of stage: IncidentStage) -> String {
    var spans = stage.within.map { ["\($0)"] } ?? []
    spans += stage.bySeverity.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    var parts = spans.isEmpty ? [] : [spans.joined(separator: ", ") + " after " + text(stage.start)]
    switch stage.condition {
    case .always: break
    case .ongoing: parts.append("when ongoing")
    case .onRequest: parts.append("on request")
    case .criterion(let criterion): parts.append("when \(criterion)")
    }
    if stage.waitsForHandling { parts.append("while ongoing counted from handled") }
    return parts.joined(separator: ", ")
  }

  private static func text(_ start: IncidentStage.Start) -> String {
    switch start {
    case .aware: "aware"
    case .noticed: "noticed"
    case .reported: "reported"
    case .rated: "rated"
    case .handled: "handled"
    case .closed: "closed"
    case .stage(let stage): "\(stage)"
    }
  }
}
