import AccessModel
import Chronology
import Diagnostics
import Markup
import Workbooks

extension PacketWorkbook {
  /// The answers in a workbook that came back.
  ///
  /// The sheets are known by what is in them, and the columns by their headings in either language, so that it does not matter which
  /// program kept the workbook, or in which order.
  ///
  /// - Throws: `PKT-02` and `PKT-03`.
  static func decisions(in bytes: [UInt8]) throws(Diagnostic) -> CollectedDecisions {
    let book = try WorkbookReader(bytes)
    guard let card = book.sheets.first(where: { $0[1]?[0]?.text == mark }) else {
      throw foreign(Localized(en: "the sheet packet", sv: "bladet packet"))
    }
    var said: [String: String] = [:]
    for row in card.values { if let name = row[0]?.text { said[name] = row[1]?.text } }
    guard said[mark] == "1", let origin = said["origin"],
      let review = said["review"].flatMap(ReviewID.init(_:)),
      let reviewer = said["reviewer"].flatMap(PersonID.init(_:)),
      let position = said["position"].flatMap({ Int64($0) })
    else { throw foreign(Localized(en: "the sheet packet", sv: "bladet packet")) }
    guard let (sheet, columns) = items(in: book) else {
      throw foreign(Localized(en: "the headings", sv: "rubrikerna"))
    }
    var rows: [CollectedDecisions.Row] = []
    var refused: [CollectedDecisions.Refusal] = []
    for number in sheet.keys.sorted() where number > 1 {
      guard let cells = sheet[number] else { continue }
      let answer = RowReading(
        number: number, cells: cells, columns: columns, is1904: book.is1904)
      guard answer.saysSomething else { continue }
      do throws(Diagnostic) { rows.append(try answer.row()) } catch {
        refused.append(
          .init(number: number, grant: ShownText.of(answer.text(.grant) ?? ""), diagnostic: error))
      }
    }
    guard rows.count + refused.count <= CollectedDecisions.rowsMax else {
      throw foreign(
        Localized(
          en: "rows at most: \(CollectedDecisions.rowsMax)",
          sv: "högst antal rader: \(CollectedDecisions.rowsMax)"))
    }
    return CollectedDecisions(
      origin: origin, review: review, reviewer: reviewer, position: position, rows: rows,
      refused: refused)
  }

  /// The columns that are read.
  private static let read: [Column] = [.grant, .digest, .outcome, .reason, .until, .scope]

  /// The sheet whose first row has the headings of every column that is read, and where each is.
  private static func items(
    in book: WorkbookReader
  ) -> (WorkbookReader.Rows, [Column: Int])? {
    for sheet in book.sheets {
      var columns: [Column: Int] = [:]
      for (place, cell) in sheet[1] ?? [:] {
        for column in read
        where cell.text == column.heading.english || cell.text == column.heading.swedish {
          columns[column] = place
        }
      }
      if columns.count == read.count { return (sheet, columns) }
    }
    return nil
  }

  private static func foreign(_ missing: Localized) -> Diagnostic {
    PacketCodes.foreignWorkbook.diagnostic(.init(en: "missing", sv: "saknas", localized: missing))
  }

  /// One row of the sheet.
  private struct RowReading {
    let number: Int
    let cells: [Int: WorkbookReader.Cell]
    let columns: [Column: Int]
    let is1904: Bool

    func cell(_ column: Column) -> WorkbookReader.Cell? { columns[column].flatMap { cells[$0] } }

    func text(_ column: Column) -> String? { cell(column)?.text }

    /// Whether anything is filled in.
    var saysSomething: Bool {
      [.outcome, .reason, .until, .scope].contains { cell($0) != nil }
    }

    func row() throws(Diagnostic) -> CollectedDecisions.Row {
      var stated = StatedDecision(number: number, grant: text(.grant) ?? "")
      for column in read {
        guard let cell = cell(column), cell.hasFormula || cell.isOther else { continue }
        throw stated.malformed(
          column.heading, cell.text,
          Localized(en: "text, and no formula", sv: "text, och ingen formel"))
      }
      stated.seen = text(.digest) ?? ""
      stated.outcome = text(.outcome) ?? ""
      stated.reason = text(.reason)
      stated.scope = text(.scope)
      if let until = cell(.until) {
        stated.until =
          until.isNumber
          ? SheetDay.day(until.text, is1904: is1904).map { "\($0)" } ?? until.text : until.text
      }
      return try stated.row()
    }
  }
}
