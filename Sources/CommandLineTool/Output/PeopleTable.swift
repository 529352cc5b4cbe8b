internal import AuditViews
internal import Chronology
internal import Diagnostics

/// Aligned columns for people.
///
/// The title, the headings in capitals, the rows with two spaces between columns, the notes. A line
/// never ends in a space. A column that is empty in every row is left out. Nothing is shortened unless the terminal has a width that the lines do not
/// fit; then headings are broken at their spaces, and the widest columns of text give way, ids never; the last
/// column goes on in lines below. Where that is not enough each row is written as a block of its own, a line for each cell that says something.
struct PeopleTable {
  let options: RenderingOptions

  init(_ options: RenderingOptions) { self.options = options }

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
    let layout = PeopleLayout(
      cellWidths: shown.map { column in
        table.rows.lazy.map { DisplayWidth.of(VisibleText.of(text($0[column]))) }.max() ?? 0
      },
      headings: options.hasHeader ? headings : headings.map { _ in "" },
      flexible: shown.indices.filter { mayBeShortened(table, column: shown[$0]) },
      terminal: options.terminalWidth)
    if let layout, options.hasHeader {
      for heading in layout.headingLines {
        let line = line(heading, layout.widths, columns)
        output += options.usesColour ? "\u{1B}[1m\(line)\u{1B}[0m\n" : line + "\n"
      }
    }
    for (index, row) in table.rows.enumerated() {
      let cells = shown.map { VisibleText.of(text(row[$0])) }
      if let layout {
        for cells in brokenCells(cells, layout) {
          output += line(cells, layout.widths, columns) + "\n"
        }
      } else {
        output += (index == 0 ? "" : "\n") + block(cells, headings)
      }
      if output.utf8.count >= RowStream.pendingMax {
        try sink(Array(output.utf8))
        output.removeAll(keepingCapacity: true)
      }
    }
  }

  /// The lines of a row: the first with every cell, the others with the rest of the last one.
  private func brokenCells(_ cells: [String], _ layout: PeopleLayout) -> [[String]] {
    guard let last = layout.wrapped, DisplayWidth.of(cells[last]) > layout.widths[last] else {
      return [cells]
    }
    return TextWrapping.lines(cells[last], width: layout.widths[last]).enumerated().map {
      index, text in
      (index == 0 ? Array(cells.dropLast()) : Array(repeating: "", count: last)) + [text]
    }
  }

  /// A row as lines, each with its heading.
  private func block(_ cells: [String], _ headings: [String]) -> String {
    let width = options.hasHeader ? headings.map(DisplayWidth.of).max() ?? 0 : 0
    var block = ""
    for (cell, heading) in zip(cells, headings) where !cell.isEmpty {
      let lead =
        options.hasHeader
        ? heading + String(repeating: " ", count: width - DisplayWidth.of(heading) + 2) : ""
      let hang = "\n" + String(repeating: " ", count: lead.isEmpty ? 0 : width + 2)
      let room = options.terminalWidth.map { max($0 - DisplayWidth.of(lead), 20) } ?? Int.max
      block += lead + TextWrapping.lines(cell, width: room).joined(separator: hang) + "\n"
    }
    return block
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
    case .text, .identifier: cell.programText
    case .localized(let localized), .word(_, let localized): text(localized)
    case .integer(let number): String(number)
    case .real(let number): String(number)
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
  private func mayBeShortened(_ table: Table, column: Int) -> Bool {
    guard !table.columns[column].isIdentifier else { return false }
    return table.rows.allSatisfy { row in
      switch row[column] {
      case .text, .identifier, .localized, .list, .empty: true
      case .word, .integer, .real, .instant, .bound, .day, .flag: false
      }
    }
  }
}
