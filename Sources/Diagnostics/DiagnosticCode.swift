/// A code with the text that never changes from one occurrence to the next.
///
/// The module that owns a code declares it once, as a static member, and lists it in its catalogue, so
/// that `liggare explain` can tell what the code means without an occurrence at hand.
public struct DiagnosticCode: Hashable, Sendable {
  /// The stable code: capital letters, a hyphen, two digits.
  public var code: String
  /// One sentence that says what is wrong.
  public var statement: Localized
  /// One or two sentences that say what to do.
  public var remedy: Localized

  public init(_ code: String, _ statement: Localized, remedy: Localized) {
    self.code = code
    self.statement = statement
    self.remedy = remedy
  }

  /// An occurrence of this code, with its facts.
  public func diagnostic(_ facts: Diagnostic.Fact...) -> Diagnostic {
    diagnostic(facts: facts)
  }

  /// An occurrence of this code, with its facts.
  public func diagnostic(facts: [Diagnostic.Fact]) -> Diagnostic {
    Diagnostic(code: code, statement: statement, facts: facts, remedy: remedy)
  }
}
