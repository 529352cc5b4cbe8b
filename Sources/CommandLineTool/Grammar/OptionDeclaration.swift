public import Diagnostics

/// A named argument, `--as-of MOMENT`, or a flag, `--dry-run`.
public struct OptionDeclaration: Hashable, Sendable {
  /// The name without its hyphens: small letters, digits and single hyphens.
  public var name: String
  /// The one letter for those in a hurry, without its hyphen.
  public var short: Character?
  /// What the value is; `nil` for a flag, which has none.
  public var argument: ArgumentForm?
  /// What it does, as one or two sentences.
  public var help: Localized
  /// Whether it may be given more than once.
  public var isRepeatable: Bool
  /// Whether the verb cannot do without it.
  public var isRequired: Bool
  /// Whether its value may begin with one hyphen, also where it stands apart from the name.
  public var mayBeginWithHyphen: Bool

  public init(
    _ name: String, short: Character? = nil, _ argument: ArgumentForm? = nil, help: Localized,
    isRepeatable: Bool = false, isRequired: Bool = false, mayBeginWithHyphen: Bool = false
  ) {
    self.name = name
    self.short = short
    self.argument = argument
    self.help = help
    self.isRepeatable = isRepeatable
    self.isRequired = isRequired
    self.mayBeginWithHyphen = mayBeginWithHyphen
  }

  /// A flag: an option without a value.
  public static func flag(_ name: String, short: Character? = nil, help: Localized) -> Self {
    OptionDeclaration(name, short: short, help: help)
  }
}

extension OptionDeclaration {
  /// The option as a synopsis shows it: `--as-of MOMENT`, `--format table|json`.
  func usage(in language: Language) -> String {
    guard let argument else { return "--\(name)" }
    let choices = argument.codes.joined(separator: "|")
    let isShort = !choices.isEmpty && choices.utf8.count <= 24
    return "--\(name) " + (isShort ? choices : argument.placeholder.text(in: language))
  }
}
