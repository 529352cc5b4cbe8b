internal import AuditViews
internal import Chronology
internal import Diagnostics

/// Aligned columns for people.
///
/// The title, the headings in capitals, the rows with two spaces between columns, the notes. A line
/// never ends in a space. A column that is empty in every row is left out. Nothing is shortened unless the terminal has a width that the lines do not
/// fit; then the widest columns of text give way, ids never.
struct PeopleTable {
  let options: RenderingOptions

  init(_ options: RenderingOptions) { self.options = options }

  /// The narrowest a column of text becomes.
  private static let widthMin = 8

  /// Hands out the table piece by piece.
  func write(_ table: Table, to sink: ([UInt8]) throws -> Void) rethrows {
    var output = ""
    let title = VisibleText.of(text(table.title))
    if options.hasHeader, !title.isEmpty { output += title + "\n\n" }
    if table.isEmpty {
      let nothing = table.ifEmpty ?? Localized(en: "No rows", sv: "Inga rader")
      output += VisibleText.of(text(nothing)) + "\n"
    } else {
      try writeRows(of: table, after: &output, to: sink)
    }
    for (index, note) in table.notes.enumerated() {
      output += (index == 0 ? "\n" : "") + VisibleText.of(text(note)) + "\n"
    }
    try sink(Array(output.utf8))
  }

  /// Adds the headings and rows to what is to be written, and writes it whenever it has become long.
  private func writeRows(
    of table: Table, after output: inout String, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    // A column that says nothing in any row takes the room of those that do.
    let shown = table.columns.indices.filter { column in
      !table.columns[column].isHiddenInPeopleTable
        && table.rows.contains { !text($0[column]).isEmpty }
    }
    let columns = shown.map { table.columns[$0] }
    let headings = columns.map { VisibleText.of(text($0.title)).uppercased() }
    let widths = fittedWidths(table: table, shown: shown, headings: headings)
    if options.hasHeader {
      let line = line(headings, widths, columns)
      output += options.usesColour ? "\u{1B}[1m\(line)\u{1B}[0m\n" : line + "\n"
    }
    for row in table.rows {
      output += line(shown.map { VisibleText.of(text(row[$0])) }, widths, columns) + "\n"
      if output.utf8.count >= RowStream.pendingMax {
        try sink(Array(output.utf8))
        output.removeAll(keepingCapacity: true)
      }
    }
  }

  private func line(_ cells: [String], _ widths: [Int], _ columns: [Column]) -> String {
    var line = ""
    var pending = 0
    for (index, cell) in cells.enumerated() {
      let cell = DisplayWidth.shortened(cell, to: widths[index])
      let padding = widths[index] - DisplayWidth.of(cell)
      let isRight = columns[index].alignment == .right
      if !cell.isEmpty {
        line += String(repeating: " ", count: pending + (isRight ? padding : 0)) + cell
        pending = isRight ? 0 : padding
      } else {
        pending += padding
      }
      pending += 2
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private func text(_ localized: Localized) -> String { localized.text(in: options.language) }

  /// What people read of a value, before it is made visible.
  func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .localized(let localized), .word(_, let localized): text(localized)
    case .integer(let number): String(number)
    case .instant(let instant): options.instantText(instant)
    case .bound(let instant, let bound): options.boundText(instant, bound)
    case .day(let day): day.description
    case .flag(let flag):
      text(flag ? Localized(en: "yes", sv: "ja") : Localized(en: "no", sv: "nej"))
    case .empty: ""
    case .list(let texts): texts.joined(separator: ", ")
    }
  }
}

extension PeopleTable {
  /// The width of each column after the widest columns of text have given way to the terminal.
  private func fittedWidths(
    table: Table, shown: [Int], headings: [String]
  ) -> [Int] {
    var widths = headings.map { options.hasHeader ? DisplayWidth.of($0) : 0 }
    for row in table.rows {
      for (index, column) in shown.enumerated() {
        widths[index] = max(widths[index], DisplayWidth.of(VisibleText.of(text(row[column]))))
      }
    }
    guard let terminal = options.terminalWidth, !widths.isEmpty else { return widths }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - terminal
    guard excess > 0 else { return widths }
    let flexible = shown.indices.filter { mayBeShortened(table, column: shown[$0]) }
    // The widest gives way down to the next widest, then both do, until the line fits.
    while excess > 0 {
      let open = flexible.filter { widths[$0] > PeopleTable.widthMin }
      guard let widest = open.map({ widths[$0] }).max() else { break }
      let leaders = open.filter { widths[$0] == widest }
      let next = open.map { widths[$0] }.filter { $0 < widest }.max() ?? PeopleTable.widthMin
      let step = max(1, min(widest - next, excess / leaders.count))
      for index in leaders where excess > 0 {
        widths[index] -= min(step, excess)
        excess -= min(step, excess)
      }
    }
    return widths
  }

  private func mayBeShortened(_ table: Table, column: Int) -> Bool {
    guard !table.columns[column].isIdentifier else { return false }
    return table.rows.allSatisfy { row in
      switch row[column] {
      case .text, .localized, .list, .empty: true
      case .word, .integer, .instant, .bound, .day, .flag: false
      }
    }
  }
}
