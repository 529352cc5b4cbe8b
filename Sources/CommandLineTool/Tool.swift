public import AccessLedger
import AuditViews
import Diagnostics

/// The command line as a function: arguments in, exit status out.
///
/// What it takes from the world comes in, so that tests and the worked example can run it with a clock and a random source of
/// their own.
public enum Tool {
  public static let version = "0.1.0"
  /// The name of the program, as it is typed.
  public static let name = "liggare"

  /// The columns of a line of a refusal: what was typed is not told back without end.
  private static let messageColumnsMax = 1_000

  /// Runs one command.
  ///
  /// - Parameter arguments: the words after the program's name, as bytes.
  public static func run(
    _ arguments: [[UInt8]], environment: [String: String], console: Console, ambient: Ambient
  ) -> ExitStatus {
    let words: [String]
    var language = Language.selected(arguments: [], environment: environment)
    do {
      words = try ArgumentVector.decode(arguments)
      language = Language.selected(arguments: words, environment: environment)
      return try run(words, language, environment, console, ambient)
    } catch is ReaderLeft {
      return .done
    } catch {
      let failure = VerbFailure(error)
      // Two steps may break a rule alike; it is told once.
      var told: Set<Diagnostic> = []
      for diagnostic in failure.diagnostics where told.insert(diagnostic).inserted {
        let text = diagnostic.text(in: language).split(
          separator: "\n", omittingEmptySubsequences: false
        ).map { VisibleText.brief(String($0), width: messageColumnsMax) }.joined(separator: "\n")
        _ = console.write(Array((text + "\n").utf8), .messages)
      }
      return failure.status
    }
  }

  private static func run(
    _ words: [String], _ language: Language, _ environment: [String: String],
    _ console: Console, _ ambient: Ambient
  ) throws -> ExitStatus {
    // Asked for by programs at every start: it needs nothing of what can be typed.
    if words == ["--version"] { return try answer("\(name) \(version)\n", console) }
    if let first = words.first, let verbs = VerbCatalogue.often(first),
      // What cannot be understood is told with all that could have been meant.
      case .command(let command)? = try? grammar(of: [(Localized(en: "", sv: ""), verbs)]).parse(
        words)
    {
      return try run(command, verbs, language, environment, console, ambient)
    }
    let help = HelpPage(grammar, language: language)
    switch try grammar.parse(words) {
    case .version:
      return try answer(help.version(), console)
    case .help(let path):
      return try answer(help.text(about: path), console)
    case .command(let command):
      return try run(command, VerbCatalogue.verbs, language, environment, console, ambient)
    }
  }

  private static func run(
    _ command: ParsedCommand, _ verbs: [Verb], _ language: Language,
    _ environment: [String: String], _ console: Console, _ ambient: Ambient
  ) throws -> ExitStatus {
    guard let verb = verbs.first(where: { $0.declaration.path == command.path }) else {
      return .internalError
    }
    var session = VerbSession(
      command: command, console: console, environment: environment, ambient: ambient,
      language: language)
    do {
      return try runWitnessed(verb, session)
    } catch let left as ReaderLeft {
      throw left
    } catch {
      guard session.opened.areDamaged else { throw session.told(VerbFailure(error)) }
      // What a damaged snapshot led to is no answer: once more, from the log alone.
      for ledger in session.opened.ledgers { ledger.forgetSnapshot() }
      session.usesSnapshot = false
      session.opened.answer = nil
      return try runTold(verb, session)
    }
  }

  /// Runs a verb, and shows what it recorded to the witnesses.
  private static func runWitnessed(_ verb: Verb, _ session: VerbSession) throws -> ExitStatus {
    let status = try verb.run(session)
    try session.finish()
    return status
  }

  /// Runs a verb whose refusals are told as their reader knows things.
  private static func runTold(_ verb: Verb, _ session: VerbSession) throws -> ExitStatus {
    do {
      return try runWitnessed(verb, session)
    } catch let left as ReaderLeft {
      throw left
    } catch {
      throw session.told(VerbFailure(error))
    }
  }

  private static func answer(_ text: String, _ console: Console) throws -> ExitStatus {
    guard let failure = console.write(text, to: .output).diagnostic else { return .done }
    throw VerbFailure(.internalError, failure)
  }

  /// Everything that can be typed.
  public static let grammar = grammar(of: VerbCatalogue.groups)

  /// What all verbs share, without the verbs.
  static let commonGrammar = grammar(of: [])

  private static func grammar(of groups: [(title: Localized, verbs: [Verb])]) -> Grammar {
    Grammar(
      name: name, version: version,
      summary: Localized(
        en: "a register of access that can be proved",
        sv: "en behörighetsliggare som kan bevisas"),
      globalOptions: CommonOptions.global, readingOptions: CommonOptions.reading,
      writingOptions: CommonOptions.writing,
      environment: [
        .init("LIGGARE_LEDGER", help: Localized(en: "the ledger's folder", sv: "liggarens mapp")),
        .init(
          "LIGGARE_KEY",
          help: Localized(
            en: "the OpenSSH private key that signs", sv: "den privata OpenSSH-nyckel som signerar")
        ),
        .init(
          "LIGGARE_LOG_KEY",
          help: Localized(
            en: "the log's own private key, when it is not in the ledger's folder",
            sv: "loggens egen privata nyckel, när den inte ligger i liggarens mapp")),
        .init(
          "SSH_AUTH_SOCK",
          help: Localized(
            en: "where the agent is asked, for a key that is in it",
            sv: "var agenten frågas, för en nyckel som finns i den")),
        .init("NO_COLOR", help: Localized(en: "no colour", sv: "ingen färg")),
      ],
      topics: [],
      groups: groups.map { .init($0.title, $0.verbs.map(\.declaration)) })
  }
}
