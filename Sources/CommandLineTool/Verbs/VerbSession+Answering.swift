import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import Glibc

extension VerbSession {
  /// How tables are drawn for whoever reads this.
  func rendering(in zone: TimeZoneRules) -> RenderingOptions {
    let isTerminal = console.isTerminal(.output)
    var options = RenderingOptions(
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
    options.zone = zone
    return options
  }

  /// The file that the answer of a question goes to; `nil` for standard output.
  private var answerPath: String? {
    guard command.verb.kind == .reading,
      !command.verb.options.contains(where: { $0.name == "out" }),
      command.declares("out")
    else { return nil }
    return command.string("out")
  }

  /// What was typed to limit the answer, as it was typed.
  var typedLimits: [String] {
    let places = command.verb.positionals.flatMap { command.strings($0.name) }
    let form: Set<String> = ["format", "out", "no-header", "as-of", "known-at"]
    let options = Tool.commonGrammar.options(of: command.verb).filter { option in
      !form.contains(option.name) && !CommonOptions.global.contains { $0.name == option.name }
    }
    return places
      + options.flatMap { option in
        command.strings(option.name).flatMap {
          option.argument == nil ? ["--\(option.name)"] : ["--\(option.name)", $0]
        }
      }
  }

  /// Puts the answer into the file that was named, whole.
  func finishAnswer() throws {
    guard let path = answerPath else { return }
    try (opened.answer ?? AnswerFile(path)).finish()
  }

  var format: OutputFormat {
    guard command.declares("format"), let text = command.string("format") else { return .table }
    return OutputFormat(rawValue: text) ?? .table
  }

  /// Answers with a table in the format asked for.
  func answer(_ table: Table, in zone: TimeZoneRules) throws {
    try answer(table, rendering(in: zone))
  }

  func answer(_ table: Table, _ options: RenderingOptions) throws {
    try TableRenderer(format, options).write(table) { try write($0, to: .output) }
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
    if stream == .output, let path = answerPath {
      let file = opened.answer ?? AnswerFile(path)
      opened.answer = file
      return try file.add(bytes)
    }
    if stream == .output, format.isBinary, console.isTerminal(.output) {
      throw VerbFailure(.usage, VerbCodes.workbookOnTerminal.diagnostic())
    }
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
