import Diagnostics
import Markup

extension ChartDrawing {
  private static let pitch = 40.0
  private static let thickness = 14.0

  /// Bars with their labels above them and the sums after them; series differ by their pattern as well as by their colour.
  func write(_ chart: BarChart, to svg: inout MarkupWriter) {
    let scale = ChartScale(covering: chart.bars.map(\.total).max() ?? 0)
    let right = 16.0 + 9.0 * Double(number(scale.upper).count)
    let plot = Self.width - right
    let legend = 12.0 + 20.0 * Double((chart.series.count + 1) / 2)
    let axis = legend + Self.pitch * Double(chart.bars.count) + 4
    let height = axis + 22
    drawing(&svg, chart.name, word(chart.title), chart.summary(in: language), height: height) {
      svg in
      patterns(chart, &svg)
      for (index, series) in chart.series.enumerated() {
        let (x, y) = (index % 2 == 0 ? 0.0 : Self.width / 2, 4 + 20.0 * Double(index / 2))
        part(&svg, chart, index, x, y, 22, 12)
        text(&svg, word(series.label), x + 30, y + 11)
      }
      for tick in scale.ticks {
        let x = plot * scale.position(of: tick)
        line(&svg, tick == 0 ? "axis" : "grid", x, legend, x, axis)
        text(
          &svg, number(tick), x, axis + 16, anchor: tick == 0 ? "start" : "middle")
      }
      for (row, bar) in chart.bars.enumerated() {
        let y = legend + Self.pitch * Double(row)
        let label = Self.shortened(word(bar.label), to: plot, size: 13)
        // The ground behind the words keeps the lines of the grid away from them.
        rectangle(&svg, "ground", 3, y + 3, min(Self.width(of: label, size: 13) + 4, plot), 16)
        text(&svg, label, 4, y + 15)
        var from = 0
        for (index, value) in bar.values.enumerated() where value > 0 {
          let (x, end) = (scale.position(of: from), scale.position(of: from + value))
          part(&svg, chart, index, plot * x, y + 20, plot * (end - x), Self.thickness)
          from += value
        }
        text(
          &svg, number(bar.total), plot * scale.position(of: bar.total) + 7,
          y + 20 + Self.thickness - 3, "value")
      }
    }
  }

  /// A piece of a series: its colour, and its pattern over it.
  private func part(
    _ svg: inout MarkupWriter, _ chart: BarChart, _ series: Int, _ x: Double, _ y: Double,
    _ width: Double, _ height: Double
  ) {
    rectangle(&svg, "s\(series)", x, y, width, height)
    guard series > 0 else { return }
    svg.empty(
      "rect",
      [
        "fill": "url(#\(chart.name)-p\(series))", "x": Self.length(x), "y": Self.length(y),
        "width": Self.length(width), "height": Self.length(height),
      ])
  }

  /// Slanting lines, dots, and lines the other way.
  private func patterns(_ chart: BarChart, _ svg: inout MarkupWriter) {
    svg.element("defs") { svg in
      for index in chart.series.indices.dropFirst() {
        svg.element(
          "pattern",
          [
            "id": "\(chart.name)-p\(index)", "width": "6", "height": "6",
            "patternUnits": "userSpaceOnUse",
            "patternTransform": index == 1 ? "rotate(45)" : index == 3 ? "rotate(-45)" : nil,
          ]
        ) { svg in
          if index == 2 {
            svg.empty("circle", ["class": "ink\(index)", "cx": "3", "cy": "3", "r": "1.3"])
          } else {
            svg.empty(
              "rect",
              [
                "class": "ink\(index)", "x": "0", "y": "0", "width": index == 1 ? "2" : "1",
                "height": "6",
              ])
          }
        }
      }
    }
  }
}
