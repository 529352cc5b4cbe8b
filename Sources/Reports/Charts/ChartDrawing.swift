import Diagnostics
import Markup

/// Draws charts as SVG in the page: each with a name, a description, and marks that do not rest on colour alone.
struct ChartDrawing {
  let language: Language

  /// How wide charts are drawn, in units of the drawing; the page scales them.
  static let width = 520.0

  func word(_ text: Localized) -> String { text.text(in: language) }

  func number(_ value: Int) -> String { CellText.number(value, in: language) }

  /// A length with one decimal, as SVG reads it.
  static func length(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return sign + "\(tenths.magnitude / 10)"
      + (tenths % 10 == 0 ? "" : ".\(tenths.magnitude % 10)")
  }

  /// The drawing with its name and description.
  func drawing(
    _ svg: inout MarkupWriter, _ name: String, _ title: String, _ description: String,
    kind: String = "chart", width: Double = Self.width, height: Double,
    _ content: (inout MarkupWriter) -> Void
  ) {
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": kind, "role": "img",
        "aria-labelledby": "\(name)-title", "aria-describedby": "\(name)-text",
        "viewBox": "0 0 \(Self.length(width)) \(Self.length(height))",
        "width": Self.length(width), "height": Self.length(height),
      ]
    ) { svg in
      svg.element("title", ["id": "\(name)-title"], text: title)
      svg.element("desc", ["id": "\(name)-text"], text: description)
      content(&svg)
    }
  }

  func line(
    _ svg: inout MarkupWriter, _ kind: String, _ x1: Double, _ y1: Double, _ x2: Double,
    _ y2: Double
  ) {
    svg.empty(
      "line",
      [
        "class": kind, "x1": Self.length(x1), "y1": Self.length(y1), "x2": Self.length(x2),
        "y2": Self.length(y2),
      ])
  }

  func rectangle(
    _ svg: inout MarkupWriter, _ kind: String, _ x: Double, _ y: Double, _ width: Double,
    _ height: Double
  ) {
    svg.empty(
      "rect",
      [
        "class": kind, "x": Self.length(x), "y": Self.length(y), "width": Self.length(width),
        "height": Self.length(height),
      ])
  }

  /// - Parameter anchor: `start`, `middle` or `end`.
  func text(
    _ svg: inout MarkupWriter, _ text: String, _ x: Double, _ y: Double, anchor: String = "start",
    _ kind: String? = nil
  ) {
    svg.element(
      "text",
      [
        "class": kind, "x": Self.length(x), "y": Self.length(y),
        "text-anchor": anchor == "start" ? nil : anchor,
      ], text: text)
  }
}
