public import AuditViews
internal import Diagnostics

/// Writes a card: aligned lines for people, one object for programs.
///
/// In JSON the object's members are the fields by key, then each section by its table's name, as an array. CSV and TSV
/// have no room for sections: they get the fields as one row.
public struct CardRenderer: Sendable {
  public var format: OutputFormat
  public var options: RenderingOptions

  public init(_ format: OutputFormat, _ options: RenderingOptions = RenderingOptions()) {
    self.format = format
    self.options = options
  }

  /// The whole card as UTF-8, ending in a line feed.
  public func bytes(_ card: Card) -> [UInt8] {
    switch format {
    case .table: return Array(peopleText(card).utf8)
    case .json, .jsonl: return JSONTable.object(card)
    case .xlsx: return WorkbookTable(options).bytes(card.tables)
    case .csv, .csvSwedish, .tsv:
      let row = Table(
        name: card.name, title: card.title,
        columns: card.fields.map { Column(key: $0.key, title: $0.label) },
        rows: [card.fields.map(\.cell)])
      return TableRenderer(format, options).bytes(row)
    }
  }

  /// The whole card as text, ending in a line feed.
  public func text(_ card: Card) -> String { String(decoding: bytes(card), as: UTF8.self) }

  private func peopleText(_ card: Card) -> String {
    var output = ""
    let title = VisibleText.of(card.title.text(in: options.language))
    if options.hasHeader, !title.isEmpty { output += title + "\n\n" }
    let table = PeopleTable(options)
    // What is not known is not worth a line.
    let lines = card.fields.filter { $0.cell != .empty }.map { field in
      (
        VisibleText.of(field.label.text(in: options.language)),
        VisibleText.of(table.text(field.cell))
      )
    }
    let width = lines.map { DisplayWidth.of($0.0) }.max() ?? 0
    for (label, value) in lines {
      let padding = String(repeating: " ", count: width - DisplayWidth.of(label) + 2)
      let hang = "\n" + String(repeating: " ", count: width + 2)
      let room = options.terminalWidth.map { max($0 - width - 2, 20) }
      let wrapped = room.map { TextWrapping.lines(value, width: $0).joined(separator: hang) }
      output += label + padding + (wrapped ?? value) + "\n"
    }
    for section in card.sections where !section.isEmpty {
      output += "\n" + TableRenderer(.table, options).text(section)
    }
    for (index, note) in card.notes.enumerated() {
      output += (index == 0 ? "\n" : "") + VisibleText.of(note.text(in: options.language)) + "\n"
    }
    return output
  }
}
