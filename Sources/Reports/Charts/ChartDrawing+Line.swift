import Diagnostics
import Markup

extension ChartDrawing {
  /// A line over time above an axis from nothing, with the numbers at its ends and at its highest point.
  func write(_ chart: LineChart, to svg: inout MarkupWriter) {
    let scale = ChartScale(covering: chart.points.map(\.value).max() ?? 0)
    let left = 14.0 + 8.0 * Double(number(scale.upper).count)
    let (top, right, bottom, height) = (22.0, 40.0, 34.0, 240.0)
    let plot = (width: Self.width - left - right, height: height - top - bottom)
    func x(_ index: Int) -> Double {
      left + plot.width * Double(index) / Double(max(1, chart.points.count - 1))
    }
    func y(_ value: Int) -> Double { top + plot.height * (1 - scale.position(of: value)) }
    drawing(&svg, chart.name, word(chart.title), word(chart.summary), height: height) { svg in
      for tick in scale.ticks {
        line(&svg, tick == 0 ? "axis" : "grid", left, y(tick), left + plot.width, y(tick))
        text(&svg, number(tick), left - 8, y(tick) + 4, anchor: "end")
      }
      let corners = chart.points.enumerated().map { index, point in
        "\(Self.length(x(index))),\(Self.length(y(point.value)))"
      }
      if corners.count > 1 {
        let ends = [
          "\(Self.length(x(corners.count - 1))),\(Self.length(y(0)))",
          "\(Self.length(x(0))),\(Self.length(y(0)))",
        ]
        svg.empty("polygon", ["class": "area", "points": (corners + ends).joined(separator: " ")])
        svg.empty("polyline", ["class": "line", "points": corners.joined(separator: " ")])
      }
      let told = toldPoints(chart)
      for (index, point) in chart.points.enumerated() {
        svg.empty(
          "circle",
          [
            "class": "dot", "cx": Self.length(x(index)), "cy": Self.length(y(point.value)),
            "r": told.contains(index) ? "4" : "2.5",
          ])
        if told.contains(index) {
          text(
            &svg, number(point.value), x(index), y(point.value) - 9,
            anchor: index == 0 && chart.points.count > 1 ? "start" : "middle", "value")
        }
      }
      for index in labelled(chart.points.count, gap: x(1) - x(0)) {
        let isLast = index == chart.points.count - 1 && index > 0
        text(
          &svg, chart.points[index].label, isLast || x(index) > 40 ? x(index) : 1,
          height - bottom + 20, anchor: isLast ? "end" : x(index) > 40 ? "middle" : "start")
      }
    }
  }

  /// The points whose numbers are written: the first, the last, and the highest where it is another.
  private func toldPoints(_ chart: LineChart) -> Set<Int> {
    guard let last = chart.points.indices.last else { return [] }
    var told: Set = [0, last]
    let most = chart.points.map(\.value).max() ?? 0
    if chart.points[0].value != most, chart.points[last].value != most,
      let highest = chart.points.firstIndex(where: { $0.value == most }), highest > 1,
      highest < last - 1
    {
      told.insert(highest)
    }
    return told
  }

  /// The points below which a label has room, the last among them.
  ///
  /// - Parameter gap: how far apart two points are.
  private func labelled(_ count: Int, gap: Double) -> [Int] {
    guard count > 0 else { return [] }
    // A month takes 56 of the drawing's units; the last label is a whole day, ends at its point, and takes 80.
    let step = max(1, Int((64 / gap).rounded(.up)))
    let first = count - 1 - max(1, Int((116 / gap).rounded(.up)))
    return [count - 1] + stride(from: first, through: 0, by: -step)
  }
}
