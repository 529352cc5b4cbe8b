import Diagnostics
import Markup

extension ChartDrawing {
  private static let square = (width: 42.0, height: 26.0)
  private static let names = 200.0

  /// Squares by row and system, each with its mark; a darker one holds more, and one with power over the system is framed.
  func write(_ map: AccessMap, to svg: inout MarkupWriter) {
    let width = Self.names + Self.square.width * Double(map.systems.count) + 2
    let height = 28 + Self.square.height * Double(map.lines.count) + 2
    drawing(
      &svg, "map", word(map.title), word(summary(map)), kind: "chart map", width: width,
      height: height
    ) { svg in
      for (index, system) in map.systems.enumerated() {
        text(
          &svg, Self.shortened(system.id, to: Self.square.width, size: 12),
          Self.names + Self.square.width * (Double(index) + 0.5), 18, anchor: "middle")
      }
      for (row, entry) in map.lines.enumerated() {
        let y = 28 + Self.square.height * Double(row)
        text(
          &svg, Self.shortened(entry.label, to: Self.names - 12, size: 12), Self.names - 10, y + 17,
          anchor: "end")
        for index in map.systems.indices {
          let x = Self.names + Self.square.width * Double(index)
          let holding = entry.holdings[index]
          rectangle(
            &svg, kind(of: holding), x + 1, y + 1, Self.square.width - 2, Self.square.height - 2)
          if let holding {
            text(
              &svg, holding.mark, x + Self.square.width / 2, y + 17.5, anchor: "middle",
              holding.isPrivileged ? "mark strong" : "mark")
          }
        }
      }
    }
  }

  private func kind(of holding: AccessMap.Holding?) -> String {
    guard let holding else { return "m0" }
    if holding.isPrivileged { return "mp" }
    return holding.count == 1 ? "m1" : holding.count <= 3 ? "m2" : "m3"
  }

  private func summary(_ map: AccessMap) -> Localized {
    let filled = map.lines.reduce(0) { $0 + $1.holdings.count }
    let privileged = map.lines.reduce(0) { $0 + $1.holdings.values.count(where: \.isPrivileged) }
    return Localized(
      en:
        "\(map.lines.count) rows and \(map.systems.count) systems; \(filled) squares with something held, \(privileged) of them with power over the system. The table below tells each.",
      sv:
        "\(map.lines.count) rader och \(map.systems.count) system; \(filled) rutor där något innehas, \(privileged) av dem med makt över systemet. Tabellen nedanför anger var och en."
    )
  }
}
