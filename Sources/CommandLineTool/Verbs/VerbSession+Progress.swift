import Diagnostics

extension VerbSession {
  /// Tells on standard error how far something has come: on a terminal in one line, elsewhere when it was asked for, at each tenth.
  ///
  /// - Parameter what: what is counted, in the plural.
  func progress(_ what: Localized) -> (_ done: Int, _ of: Int) -> Void {
    let isTerminal = console.isTerminal(.messages)
    guard isTerminal || command.flag("progress") else { return { _, _ in } }
    let state = ProgressState()
    let word = what.text(in: language)
    return { [console] done, total in
      let share = total > 0 ? done * 100 / total : 100
      guard state.isNews(isTerminal ? share : share / 10) else { return }
      let line = "\(done)/\(total) \(word)"
      _ = console.write(
        Array((isTerminal ? "\r\u{1B}[K\(line)\(share == 100 ? "\n" : "")" : line + "\n").utf8),
        .messages)
    }
  }

  /// What was told last.
  private final class ProgressState {
    private var last = -1

    func isNews(_ share: Int) -> Bool {
      defer { last = max(last, share) }
      return share > last
    }
  }
}
