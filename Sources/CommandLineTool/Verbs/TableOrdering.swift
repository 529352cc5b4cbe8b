import AuditViews
import Diagnostics

/// In what order the rows of an answer come, and how many of them.
enum TableOrdering {
  static let options = [
    OptionDeclaration(
      "sort", .text,
      help: Localized(
        en:
          "by these columns, by the names that programs get, with - before it for descending: system,-due",
        sv:
          "efter dessa kolumner, med de namn som program får, med - framför för fallande: system,-due"
      ),
      mayBeginWithHyphen: true),
    OptionDeclaration(
      "limit", .number(from: 0),
      help: Localized(
        en: "the first so many rows alone; how many were left out is told on standard error",
        sv: "bara så många av de första raderna; hur många som utelämnats sägs på standard error")),
  ]

  static let unknownColumn = DiagnosticCode(
    "CLI-75",
    Localized(
      en: "The answer has no such column to sort by.",
      sv: "Svaret har ingen sådan kolumn att sortera efter."),
    remedy: Localized(
      en:
        "Use the names that --format csv shows in its first line, with - before one for descending.",
      sv: "Använd de namn som --format csv visar på sin första rad, med - framför ett för fallande."
    ))

  static let catalogue = [unknownColumn]

  /// Whether the options typed ask for an order or a limit.
  static func isAsked(_ session: VerbSession) -> Bool {
    let command = session.command
    return options.contains { command.declares($0.name) && command.string($0.name) != nil }
  }

  /// Throws what is wrong with the order that was typed, before anything is answered.
  static func check(_ columns: [Column], _ session: VerbSession) throws {
    _ = try order(columns, session)
  }

  /// The table as the options typed want it; tells how many rows were left out.
  static func ordered(_ table: Table, _ session: VerbSession) throws -> Table {
    guard isAsked(session) else { return table }
    let sorted = try order(table.columns, session).map { table.sorted(by: $0) } ?? table
    guard let count = session.command.integer("limit") else { return sorted }
    let (first, leftOut) = sorted.limited(to: count)
    if leftOut > 0 {
      session.tell(
        Localized(en: "Rows left out: \(leftOut)", sv: "Utelämnade rader: \(leftOut)"))
    }
    return first
  }

  private static func order(_ columns: [Column], _ session: VerbSession) throws -> TableOrder? {
    let command = session.command
    guard command.declares("sort"), let text = command.string("sort") else { return nil }
    do throws(TableOrder.UnknownColumn) {
      return try TableOrder(text, of: columns)
    } catch {
      let known = columns.map(\.key)
      let near = Suggestions.near(error.key, among: known)
      throw VerbFailure(
        .usage,
        unknownColumn.diagnostic(
          facts: [.init(en: "column", sv: "kolumn", error.key)]
            + (near.isEmpty
              ? [] : [.init(en: "near", sv: "liknar", near.joined(separator: ", "))])
            + [.init(en: "columns", sv: "kolumner", known.joined(separator: ", "))]))
    }
  }
}
