public import Diagnostics

/// An argument known by its place, `PERSON`.
public struct PositionalDeclaration: Hashable, Sendable {
  /// The name by which the value is asked for; shown in capitals.
  public var name: String
  public var form: ArgumentForm
  /// What it is, as one or two sentences.
  public var help: Localized
  /// Whether the verb can do without it.
  public var isOptional: Bool
  /// Whether it takes all the arguments that are left, at least one unless it is optional.
  public var isVariadic: Bool
  /// Whether help lists the choices of its form below it; not where its verb's discussion does.
  public var choicesAreShown: Bool

  public init(
    _ name: String, _ form: ArgumentForm, help: Localized, isOptional: Bool = false,
    isVariadic: Bool = false, choicesAreShown: Bool = true
  ) {
    self.name = name
    self.form = form
    self.help = help
    self.isOptional = isOptional
    self.isVariadic = isVariadic
    self.choicesAreShown = choicesAreShown
  }
}

extension PositionalDeclaration {
  /// The form as help describes it.
  var shownForm: ArgumentForm { choicesAreShown ? form : .text }

  /// The argument as a synopsis shows it: `PERSON`, `[NAME…]`.
  var usage: String {
    let word = name.uppercased() + (isVariadic ? "…" : "")
    return isOptional ? "[\(word)]" : word
  }
}
