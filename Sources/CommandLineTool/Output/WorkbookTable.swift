internal import AuditViews
internal import Chronology
internal import Diagnostics
internal import Workbooks

/// An answer as a workbook for people: a sheet for each table, with the headings frozen and filters on, and a last one that says what was asked.
///
/// Days and moments are dates, in the time zone of the ledger; numbers are numbers. All else is text, which no spreadsheet takes for a formula.
struct WorkbookTable {
  let options: RenderingOptions

  init(_ options: RenderingOptions) { self.options = options }

  func bytes(_ tables: [Table]) -> [UInt8] {
    let sheets = tables.map { sheet($0.seen(by: .people)) }
    return WorkbookWriter.bytes(sheets + [about(tables)])
  }

  private func sheet(_ table: Table) -> WorkbookWriter.Sheet {
    let heading = table.columns.map { SheetCell.text(text($0.title), .heading) }
    let rows = table.rows.map { $0.map(cell) }
    let shown = (options.hasHeader ? [heading] : []) + rows
    let widths = table.columns.indices.map { column in
      min(60, max(8, shown.lazy.map { Self.width(of: $0[column]) }.max() ?? 0) + 3)
    }
    return WorkbookWriter.Sheet(
      // What sheets may be called is shorter than what tables are.
      name: String(table.name.prefix(31)), columns: widths.map { ($0, false) }, rows: shown,
      frozen: options.hasHeader ? (0, 1) : nil, isLocked: false, hasFilter: options.hasHeader)
  }

  /// What was asked, of what, and the remarks.
  private func about(_ tables: [Table]) -> WorkbookWriter.Sheet {
    var rows: [[SheetCell]] = tables.prefix(1).map {
      [.text(text(Localized(en: "Answer", sv: "Svar")), .emphasis), .text(text($0.title), .text)]
    }
    rows += options.about.map { [.text(text($0.label), .emphasis), .text($0.value, .text)] }
    for note in tables.flatMap(\.notes) {
      rows.append([
        .text(text(Localized(en: "Note", sv: "Anm.")), .emphasis), .text(text(note), .text),
      ])
    }
    return WorkbookWriter.Sheet(
      name: text(Localized(en: "About", sv: "Om")), columns: [(24, false), (90, false)],
      rows: rows, isLocked: false)
  }

  private func text(_ localized: Localized) -> String { localized.text(in: options.language) }

  private func cell(_ cell: Cell) -> SheetCell {
    switch cell {
    case .integer(let number): return .number(number, .number)
    case .real(let number): return .real(number, .number)
    case .instant(let instant): return moment(options.zone.local(of: instant))
    case .bound(let instant, let bound):
      let local = options.zone.local(of: instant)
      guard local.secondOfDay == 0, local.millisecond == 0 else { return moment(local) }
      let day = bound == .start ? local.day : local.day.advanced(exactlyByDays: -1)
      return day.map(self.day) ?? moment(local)
    case .day(let day): return self.day(day)
    case .empty: return .blank(.plain)
    case .text, .identifier, .localized, .word, .flag, .list:
      return .text(PeopleTable(options).text(cell), .text)
    }
  }

  private func day(_ day: Day) -> SheetCell {
    // Spreadsheets know no day before 1900.
    SheetDay.number(of: day) > 60 ? .day(day, .date) : .text(day.description, .text)
  }

  private func moment(_ local: LocalTime) -> SheetCell {
    SheetDay.number(of: local.day) > 60
      ? .moment(local, .moment) : .text(local.text(.second), .text)
  }

  private static func width(of cell: SheetCell) -> Int {
    switch cell {
    case .text(let text, _): DisplayWidth.of(text)
    case .day: 10
    case .moment: 19
    case .number(let number, _): String(number).utf8.count
    case .real(let number, _): String(number).utf8.count
    case .blank: 0
    }
  }
}

extension Card {
  /// The card as tables: its fields one below another, and its sections.
  var tables: [Table] {
    [
      Table(
        name: name, title: title,
        columns: [
          Column(key: "field", title: Localized(en: "Field", sv: "Uppgift")),
          Column(key: "value", title: Localized(en: "Value", sv: "Värde")),
        ], rows: fields.filter { $0.cell != .empty }.map { [.localized($0.label), $0.cell] },
        notes: notes)
    ] + sections
  }
}
