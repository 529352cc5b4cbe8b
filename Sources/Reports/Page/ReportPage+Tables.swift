import AuditViews
import Diagnostics
import Markup

extension ReportPage {
  func write(_ table: Table, _ html: inout MarkupWriter) {
    let table = table.seen(by: .people)
    guard !table.isEmpty else {
      html.element("p", ["class": "quiet"], text: word(table.ifEmpty ?? ReportWords.noRows))
      return
    }
    html.element("table", ["class": form(of: table)]) { html in
      html.element("caption", text: word(table.title))
      html.element("thead") { html in
        html.element("tr") { html in
          for column in table.columns {
            html.element(
              "th", ["scope": "col", "class": kind(of: column)], text: word(column.title))
          }
        }
      }
      html.element("tbody") { html in
        for row in table.rows {
          html.element("tr") { html in
            for (index, (column, cell)) in zip(table.columns, row).enumerated() {
              let text = cells.text(cell)
              if index == 0 {
                html.element("th", ["scope": "row", "class": kind(of: column)]) {
                  $0.element("bdi", text: text)
                }
              } else {
                html.element(
                  "td", ["class": kind(of: column), "data-label": word(column.title)]
                ) { html in
                  if column.key == "command" {
                    html.element("code") { command(text, &$0) }
                  } else {
                    html.element("bdi", text: text)
                  }
                }
              }
            }
          }
        }
      }
    }
    for note in table.notes { html.element("p", ["class": "quiet"], text: word(note)) }
  }

  /// A command whose words stay whole where a line ends.
  func command(_ text: String, _ html: inout MarkupWriter) {
    for (index, word) in text.split(separator: " ").enumerated() {
      if index > 0 { html.passage(" ") }
      if word.contains("-") {
        html.element("span", ["class": "whole"], text: String(word))
      } else {
        html.text(String(word))
      }
    }
  }

  /// The tables of demands share their widths, so that they line up down the page.
  private func form(of table: Table) -> String {
    let keys = table.columns.map(\.key)
    if keys.contains("counted") { return "rows evidence" }
    return keys.contains("subjects") ? "rows exceptions" : "rows"
  }

  private func kind(of column: Column) -> String? {
    if column.key == "command" { return nil }
    if column.alignment == .right { return "number" }
    return column.isIdentifier && !["actors", "systems", "reviewer"].contains(column.key)
      ? "id" : nil
  }

  func write(_ map: AccessMap, _ html: inout MarkupWriter) {
    guard !map.lines.isEmpty else {
      html.element("p", ["class": "quiet"], text: word(map.table.ifEmpty ?? ReportWords.noRows))
      return
    }
    html.element("p", text: word(AccessMap.legend))
    for note in map.omitted { html.element("p", text: word(note)) }
    html.element(
      "div",
      [
        "class": "scroll", "tabindex": "0", "role": "region",
        "aria-label": word(ReportWords.drawn),
      ]
    ) { charts.write(map, to: &$0) }
    html.element(
      "div",
      [
        "class": "scroll", "tabindex": "0", "role": "region",
        "aria-label": word(ReportWords.asTable),
      ]
    ) { html in
      html.element("table", ["class": "matrix"]) { html in
        html.element("caption", text: word(ReportWords.asTable))
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", ["scope": "col"], text: word(map.kind))
            for system in map.systems {
              html.element("th", ["scope": "col", "class": "number"], text: system.id)
            }
          }
        }
        html.element("tbody") { html in
          for line in map.lines {
            html.element("tr") { html in
              html.element("th", ["scope": "row"]) { $0.element("bdi", text: line.label) }
              for index in map.systems.indices {
                html.element(
                  "td", ["class": "number"], text: line.holdings[index]?.mark ?? "–")
              }
            }
          }
        }
      }
    }
  }

  func write(_ signature: ReportSignature, _ html: inout MarkupWriter) {
    html.element("div", ["class": "sign"]) { html in
      html.element("p", text: word(signature.statement))
      html.element("p", ["class": "measures"], text: word(ReportWords.measures))
      // Lines to write on.
      html.element("div", ["class": "ruled", "aria-hidden": "true"]) { html in
        for _ in 0..<4 { html.element("div") { _ in } }
      }
      for signer in signature.signers.isEmpty ? [word(signature.role)] : signature.signers {
        html.element("div", ["class": "lines"]) { html in
          html.element("p", text: word(ReportWords.placeAndDate))
          html.element("p", text: word(ReportWords.signature))
          html.element("p") { $0.element("bdi", text: signer) }
        }
      }
    }
  }

  /// How the paper is tied to the log.
  func ties(_ html: inout MarkupWriter) {
    let provenance = report.provenance
    html.element("h2", text: word(ReportWords.ties))
    html.element("p", text: word(ReportWords.tiesText))
    html.element("table", ["class": "facts"]) { html in
      html.element("caption", text: word(ReportWords.restsOn))
      html.element("tbody") { html in
        for field in provenance.fields {
          html.element("tr") { html in
            html.element("th", ["scope": "row"], text: word(field.label))
            html.element("td", ["class": field.key == "root" ? "hash" : nil]) {
              $0.element("bdi", text: cells.text(field.cell))
            }
          }
        }
      }
    }
    if let checkpoint = provenance.checkpoint {
      html.element("p", text: word(ReportWords.checkpoint))
      html.element("pre") { html in
        for (index, line) in checkpoint.split(
          separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
          if index > 0 { html.passage("\n") }
          html.text(String(line))
        }
      }
    } else {
      html.element("p", text: word(ReportWords.unpublished))
    }
    html.element("table", ["class": "rows"]) { html in
      html.element("caption", text: word(ReportWords.trials))
      html.element("thead") { html in
        html.element("tr") { html in
          html.element("th", ["scope": "col"], text: word(ReportWords.command))
          html.element("th", ["scope": "col"], text: word(ReportWords.shows))
        }
      }
      html.element("tbody") { html in
        for trial in provenance.trials {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
              html.element("code") { command(trial.command, &$0) }
            }
            html.element("td", text: word(trial.shows))
          }
        }
      }
    }
  }
}
