public import Chronology

/// What a command line asks for.
public enum Invocation: Hashable, Sendable {
  /// A verb with its values.
  case command(ParsedCommand)
  /// Help about the verb or the topic with that path; the overview when it is empty.
  case help([String])
  /// The version of the program.
  case version
}

/// A verb with the values of its options and positional arguments.
///
/// Options and positional arguments are asked for by their declared name; asking for one that the
/// verb does not have is a mistake in the program.
public struct ParsedCommand: Hashable, Sendable {
  public let verb: VerbDeclaration
  private let declared: Set<String>
  private var values: [String: [String]] = [:]

  init(verb: VerbDeclaration, options: [OptionDeclaration]) {
    self.verb = verb
    self.declared = Set(options.map(\.name) + verb.positionals.map(\.name))
  }

  mutating func add(_ value: String, to name: String) { values[name, default: []].append(value) }

  /// The words that called the verb.
  public var path: [String] { verb.path }

  /// Whether the verb has an option or a positional argument with that name.
  public func declares(_ name: String) -> Bool { declared.contains(name) }

  /// Every value given, in the order of the command line; empty when there is none.
  public func strings(_ name: String) -> [String] {
    precondition(declares(name), "\(verb.name) declares no \(name)")
    return values[name, default: []]
  }

  /// The first value given.
  public func string(_ name: String) -> String? { strings(name).first }

  /// Whether the flag or option was given.
  public func flag(_ name: String) -> Bool { !strings(name).isEmpty }

  /// The value of an option or argument of the form `number`.
  public func integer(_ name: String) -> Int? { string(name).flatMap { Int($0) } }

  /// The value of an option or argument of the form `day`.
  public func day(_ name: String) -> Day? { string(name).flatMap { Day($0) } }

  /// The value of something declared as required, which the parser has seen to.
  public func required(_ name: String) -> String {
    guard let value = string(name) else {
      preconditionFailure("\(verb.name) does not require \(name)")
    }
    return value
  }
}
