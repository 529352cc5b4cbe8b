import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import Glibc

extension VerbSession {
  /// How tables are drawn for whoever reads this.
  func rendering(in zone: TimeZoneRules) -> RenderingOptions {
    let isTerminal = console.isTerminal(.output)
    return RenderingOptions(
      language: language,
      hasHeader: !(command.declares("no-header") && command.flag("no-header")),
      terminalWidth: TerminalDecision.width(
        isTerminal: isTerminal, measured: console.width(.output), environment: environment),
      isTerminal: isTerminal,
      usesColour: TerminalDecision.allowsColour(isTerminal: isTerminal, environment: environment),
      instantText: { $0.text(in: zone) },
      boundText: { moment, bound in
        let phrasing = Phrasing(zone: zone)
        return bound == .start ? phrasing.start(moment) : phrasing.last(moment)
      })
  }

  var format: OutputFormat {
    guard command.declares("format"), let text = command.string("format") else { return .table }
    return OutputFormat(rawValue: text) ?? .table
  }

  /// Answers with a table in the format asked for.
  func answer(_ table: Table, in zone: TimeZoneRules) throws {
    try TableRenderer(format, rendering(in: zone)).write(table) { try write($0, to: .output) }
  }

  /// Answers with lines of text.
  func answer(_ text: Localized) throws {
    try write(Array((text.text(in: language) + "\n").utf8), to: .output)
  }

  /// Answers with text as it stands.
  func answer(_ text: String) throws {
    try write(Array(text.utf8), to: .output)
  }

  /// Answers with bytes that are part of an answer.
  func answer(_ bytes: [UInt8]) throws {
    try write(bytes, to: .output)
  }

  /// Tells something that is not the answer.
  func tell(_ text: Localized) {
    _ = console.write(Array((text.text(in: language) + "\n").utf8), .messages)
  }

  private func write(_ bytes: [UInt8], to stream: Console.Stream) throws {
    switch console.write(bytes, stream) {
    case .written: return
    case .readerLeft: throw ReaderLeft()
    case .failed(let error):
      let outcome = Console.WriteOutcome.failed(error)
      if let diagnostic = outcome.diagnostic { throw VerbFailure(.internalError, diagnostic) }
    }
  }
}

/// Whoever read the answer has seen enough; nothing is wrong.
struct ReaderLeft: Error {}
