public import AuditViews
public import Diagnostics
import Markup
import Transparency

extension Report {
  /// The report as one HTML page that needs nothing else: no server, no network, no script.
  ///
  /// The same report in the same language is the same bytes. The page is XML as well as HTML, and its policy allows the one style that is in it, by
  /// its digest, and nothing from anywhere else.
  ///
  /// - Parameter phrasing: how moments are written.
  public func page(in language: Language, _ phrasing: Phrasing) -> [UInt8] {
    ReportPage(report: self, language: language, phrasing: phrasing).bytes()
  }
}

/// The parts of the page, in their order.
struct ReportPage {
  let report: Report
  let language: Language
  let cells: CellText
  let charts: ChartDrawing

  init(report: Report, language: Language, phrasing: Phrasing) {
    self.report = report
    self.language = language
    cells = CellText(language: language, phrasing: phrasing)
    charts = ChartDrawing(language: language)
  }

  func word(_ text: Localized) -> String { text.text(in: language) }

  /// What the page may load and run: its own style, by its digest, and no script.
  static let contentPolicy =
    "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"

  private static let digest = ReportStyle.source.withUTF8Buffer {
    SHA256.digest(of: UnsafeRawBufferPointer($0)).base64
  }

  func bytes() -> [UInt8] {
    var html = MarkupWriter()
    html.passage("<!DOCTYPE html>\n")
    html.element(
      "html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": language.rawValue]
    ) { html in
      head(&html)
      html.element("body") { html in
        html.element("header") { opening(&$0) }
        html.element("main") { html in
          for section in report.sections { write(section, &html) }
          ties(&html)
        }
        html.element("footer") { $0.element("p", text: word(ReportWords.confidential)) }
      }
    }
    html.passage("\n")
    return html.bytes
  }

  private var fullTitle: String {
    report.subject.map { "\(word(report.title)): \(word($0))" } ?? word(report.title)
  }

  private func head(_ html: inout MarkupWriter) {
    html.element("head") { html in
      html.empty("meta", ["charset": "utf-8"])
      html.empty(
        "meta", ["http-equiv": "Content-Security-Policy", "content": Self.contentPolicy])
      html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.empty("meta", ["name": "referrer", "content": "no-referrer"])
      html.empty("meta", ["name": "robots", "content": "noindex"])
      html.element("title", text: "\(fullTitle) – \(report.provenance.origin)")
      html.element("style") { $0.passage(ReportStyle.source) }
    }
  }

  private func opening(_ html: inout MarkupWriter) {
    html.element("p", ["class": "kicker"], text: report.provenance.origin)
    html.element("h1", text: word(report.title))
    if let subject = report.subject {
      html.element("p", ["class": "subject"]) { $0.element("bdi", text: word(subject)) }
    }
    html.element("p", ["class": "question"], text: word(report.question))
    html.element("p", ["class": "standing"], text: word(report.standing))
  }

  private func write(_ section: ReportSection, _ html: inout MarkupWriter) {
    if section.isInner {
      html.element("h3", text: word(section.title))
    } else {
      html.element("h2", text: word(section.title))
    }
    for block in section.blocks {
      switch block {
      case .text(let text): html.element("p", text: word(text))
      case .figures(let figures, let before): write(figures, before, &html)
      case .line(let chart):
        html.element("p", text: word(chart.definition))
        pair(chart.table, &html) { charts.write(chart, to: &$0) }
      case .bars(let chart):
        html.element("p", text: word(chart.definition))
        if chart.bars.isEmpty {
          html.element("p", ["class": "quiet"], text: word(chart.ifEmpty))
        } else {
          charts.write(chart, to: &html)
          write(chart.table, &html)
        }
      case .map(let map): write(map, &html)
      case .table(let table): write(table, &html)
      case .signature(let signature): write(signature, &html)
      }
    }
  }

  /// A chart beside its table.
  private func pair(
    _ table: Table, _ html: inout MarkupWriter, _ chart: (inout MarkupWriter) -> Void
  ) {
    html.element("div", ["class": "pair"]) { html in
      html.element("div") { chart(&$0) }
      html.element("div") { write(table, &$0) }
    }
  }

  private func write(
    _ figures: [KeyFigure], _ before: Localized, _ html: inout MarkupWriter
  ) {
    html.element("ul", ["class": "figures"]) { html in
      for figure in figures {
        html.element("li") { html in
          html.element("p", ["class": "name"], text: word(figure.name))
          html.element("p", ["class": "value"]) { html in
            if let percent = figure.now.percent {
              html.text(CellText.percent(percent, in: language) + " ")
              let (part, whole) = (figure.now.part, figure.now.whole ?? 0)
              html.element(
                "small",
                text: word(
                  Localized(
                    en: "\(cells.text(.integer(part))) of \(cells.text(.integer(whole)))",
                    sv: "\(cells.text(.integer(part))) av \(cells.text(.integer(whole)))")))
            } else if figure.now.whole != nil {
              html.text("– ")
              html.element("small", text: word(ReportWords.nothingCounted))
            } else {
              html.text(cells.text(.integer(figure.now.part)))
            }
          }
          html.element(
            "p", ["class": "before"], text: "\(word(before)): \(word(figure.before.words))")
          html.element("p", ["class": "definition"]) { html in
            html.text(word(figure.definition) + " ")
            html.element("code") { command(figure.command, &$0) }
          }
        }
      }
    }
  }
}
