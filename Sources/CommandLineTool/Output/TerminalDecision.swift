/// What may be done to the reader's screen, decided from the environment and nothing else.
public enum TerminalDecision {
  /// Whether text may be bold or coloured: only on a terminal that can, and never against `NO_COLOR`.
  ///
  /// `NO_COLOR` forbids it when it is set to anything but the empty text (no-color.org).
  public static func allowsColour(isTerminal: Bool, environment: [String: String]) -> Bool {
    guard isTerminal, environment["NO_COLOR", default: ""].isEmpty else { return false }
    return environment["TERM", default: ""] != "dumb"
  }

  /// The columns to fit a table in: `nil` when the reader is no terminal or its width is unknown.
  ///
  /// `COLUMNS` decides when it is a number from 20 to 10 000, else what the terminal says of itself.
  public static func width(
    isTerminal: Bool, measured: Int?, environment: [String: String]
  ) -> Int? {
    guard isTerminal else { return nil }
    let usable = 20...10_000
    if let told = environment["COLUMNS"].flatMap({ Int($0) }), usable.contains(told) { return told }
    return measured.flatMap { usable.contains($0) ? $0 : nil }
  }
}
