import AuditViews
import Diagnostics

extension Table {
  /// The rows of a list that cannot be recorded, and what stands against each.
  ///
  /// - Parameters:
  ///   - place: the columns that say which row it is.
  ///   - rows: for each refusal the cells of those columns, and what is wrong.
  ///   - tellsRemedy: whether to say what to do as well.
  static func refusedRows(
    _ place: [Column], _ rows: [(place: [Cell], diagnostic: Diagnostic)], tellsRemedy: Bool = false
  ) -> Table {
    var columns =
      place + [
        .identifier("code", Localized(en: "Rule", sv: "Regel")),
        Column(key: "statement", title: Localized(en: "What is wrong", sv: "Vad som är fel")),
        Column(key: "facts", title: Localized(en: "Facts", sv: "Uppgifter")),
      ]
    if tellsRemedy {
      columns.append(Column(key: "remedy", title: Localized(en: "What to do", sv: "Att göra")))
    }
    return Table(
      name: "refused_rows",
      title: Localized(en: "Rows that cannot be recorded", sv: "Rader som inte kan registreras"),
      columns: columns,
      rows: rows.map { place, diagnostic in
        let facts = Localized(
          en: diagnostic.facts.map { "\($0.name.english): \($0.value.english)" }
            .joined(separator: "; "),
          sv: diagnostic.facts.map { "\($0.name.swedish): \($0.value.swedish)" }
            .joined(separator: "; "))
        return place + [
          .text(diagnostic.code), .localized(diagnostic.statement), .localized(facts),
        ]
          + (tellsRemedy ? [.localized(diagnostic.remedy)] : [])
      })
  }
}
