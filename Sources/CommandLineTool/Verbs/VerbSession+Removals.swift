import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics

extension VerbSession {
  /// What is to be removed in the systems after a recording, as commands to copy: one line for each grant, by when it is to be done.
  ///
  /// `nil` when nothing is.
  static func due(
    _ removals: [DueRemoval], at now: Instant, in zone: TimeZoneRules
  ) -> Localized? {
    guard !removals.isEmpty else { return nil }
    let phrasing = Phrasing(zone: zone)
    var groups: [(head: Localized, lines: [String])] = []
    for removal in removals {
      let end = phrasing.end(removal.from)
      let head =
        removal.from <= now
        ? Localized(
          en: "Remove the access in the system, then confirm it:",
          sv: "Ta bort behörigheten i systemet och bekräfta sedan:")
        : Localized(
          en: "Remove the access in the system \(end.english), then confirm it:",
          sv: "Ta bort behörigheten i systemet \(end.swedish) och bekräfta sedan:")
      let holder = [removal.person.map { "\($0)" }, removal.account.map { "\($0)" }]
        .compactMap(\.self)
      let line =
        "  liggare grant confirm \(removal.grant)  # "
        + (["\(removal.entitlement)"] + holder).joined(separator: " ")
      if let place = groups.firstIndex(where: { $0.head == head }) {
        groups[place].lines.append(line)
      } else {
        groups.append((head, [line]))
      }
    }
    func text(_ language: Language) -> String {
      groups.map { ([$0.head.text(in: language)] + $0.lines).joined(separator: "\n") }
        .joined(separator: "\n")
    }
    return Localized(en: text(.english), sv: text(.swedish))
  }
}
