import AuditViews
import Diagnostics
import Reports

/// A report as plain text: its sections with their sentences and tables, and how it is tied to the log.
struct ReportText {
  let options: RenderingOptions

  init(_ options: RenderingOptions) { self.options = options }

  func bytes(_ report: Report) -> [UInt8] {
    var output = ""
    heading(word(report.title), "=", to: &output)
    if let subject = report.subject { paragraph(word(subject), to: &output) }
    paragraph(word(report.question), to: &output)
    paragraph(word(report.standing), to: &output)
    for section in report.sections {
      output += "\n"
      heading(word(section.title), section.isInner ? "." : "-", to: &output)
      for block in section.blocks { write(block, under: section.title, to: &output) }
    }
    ties(report.provenance, to: &output)
    return Array(output.utf8)
  }

  private func word(_ text: Localized) -> String { text.text(in: options.language) }

  private func heading(_ text: String, _ mark: String, to output: inout String) {
    let visible = VisibleText.of(text)
    output += visible + "\n"
    output += String(repeating: mark, count: min(DisplayWidth.of(visible), 78)) + "\n"
  }

  private func paragraph(_ text: String, to output: inout String) {
    let lines = TextWrapping.lines(VisibleText.of(text), width: options.terminalWidth ?? 78)
    output += lines.joined(separator: "\n") + "\n"
  }

  private func write(
    _ block: ReportBlock, under heading: Localized, to output: inout String
  ) {
    switch block {
    case .text(let text): paragraph(word(text), to: &output)
    case .line(let chart): paragraph(word(chart.definition), to: &output)
    case .bars(let chart): paragraph(word(chart.definition), to: &output)
    case .figures, .map, .table: break
    case .signature(let signature):
      paragraph(word(signature.statement), to: &output)
      output += "\n" + word(ReportWords.measures) + "\n"
      for _ in 0..<4 { output += "\n" + String(repeating: "_", count: 78) + "\n" }
      for signer in signature.signers.isEmpty ? [word(signature.role)] : signature.signers {
        output += "\n\n" + String(repeating: "_", count: 40) + "\n"
        paragraph(signer, to: &output)
      }
    }
    for var table in block.tables {
      output += "\n"
      // What stands right above it is not said again.
      if table.title == heading { table.title = Localized(verbatim: "") }
      guard !table.isEmpty || table.ifEmpty == nil else {
        paragraph(table.ifEmpty.map(word) ?? "", to: &output)
        continue
      }
      output += TableRenderer(.table, options).text(table)
    }
  }

  private func ties(_ provenance: ReportProvenance, to output: inout String) {
    output += "\n"
    heading(word(ReportWords.ties), "-", to: &output)
    paragraph(word(ReportWords.tiesText), to: &output)
    let card = Card(
      name: "provenance", title: Localized(verbatim: ""), fields: provenance.fields)
    output += "\n" + CardRenderer(.table, options).text(card) + "\n"
    if let checkpoint = provenance.checkpoint {
      for line in checkpoint.split(separator: "\n", omittingEmptySubsequences: false) {
        output += VisibleText.of(String(line)) + "\n"
      }
    }
    for trial in provenance.trials {
      output += VisibleText.of(trial.command) + "\n  " + word(trial.shows) + "\n"
    }
  }
}
