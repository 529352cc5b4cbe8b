public import Chronology

/// What a refusal or an error tells the person who meets it: which rule, the facts, and the way out.
///
/// The code is stable for ever (`INV-04`, `LOG-03`): people search for it, scripts switch on it and
/// `liggare explain` gives its long form.
public struct Diagnostic: Error, Hashable, Sendable {
  /// A fact that the refusal rests on, as a name and a value: `decider`, `P-3`.
  public struct Fact: Hashable, Sendable {
    /// What the value is about, so that the edge can write it as its reader knows it.
    public enum Sense: Hashable, Sendable {
      /// Nothing but its text.
      case text
      /// A moment, or the first one of a period.
      case moment(Instant)
      /// The first moment after a period.
      case end(Instant)
      /// Persons, by their identifiers in the log.
      case persons([String])
    }

    public var name: Localized
    /// The value as the log has it: identifiers, and moments in UTC.
    public var value: Localized
    public var sense = Sense.text

    public init(_ name: Localized, _ value: String) {
      self.name = name
      self.value = Localized(verbatim: value)
    }

    /// A moment, or the first one of a period.
    public init(en: String, sv: String, at moment: Instant) {
      self.init(Localized(en: en, sv: sv), "\(moment)")
      sense = .moment(moment)
    }

    /// The first moment after a period; `nil` where the period has no end.
    public init(en: String, sv: String, end: Instant?) {
      self.init(Localized(en: en, sv: sv), end.map { "\($0)" } ?? "–")
      if let end { sense = .end(end) } else { value = Localized(en: "no end", sv: "inget slut") }
    }

    /// Persons, by their identifiers.
    public init(_ name: Localized, persons: [String]) {
      self.init(name, persons.joined(separator: ", "))
      sense = .persons(persons)
    }

    public init(en: String, sv: String, _ value: String) {
      self.init(Localized(en: en, sv: sv), value)
    }

    public init(en: String, sv: String, localized value: Localized) {
      self.name = Localized(en: en, sv: sv)
      self.value = value
    }
  }

  /// The stable code: capital letters, a hyphen, two digits.
  public var code: String
  /// One sentence that says what is wrong.
  public var statement: Localized
  /// The facts, in the order a reader wants them.
  public var facts: [Fact]
  /// One or two sentences that say what to do.
  public var remedy: Localized

  public init(code: String, statement: Localized, facts: [Fact] = [], remedy: Localized) {
    self.code = code
    self.statement = statement
    self.facts = facts
    self.remedy = remedy
  }
}

extension Diagnostic {
  /// The whole diagnostic as lines of text, with no line feed at the end.
  ///
  /// ```text
  /// INV-02: The decider may not decide their own access.
  ///   decider: P-3
  ///   What to do: Let another person with authority decide.
  /// ```
  public func text(in language: Language) -> String {
    var lines = ["\(code): \(statement.text(in: language))"]
    for fact in facts {
      lines.append("  \(fact.name.text(in: language)): \(fact.value.text(in: language))")
    }
    let lead = Localized(en: "What to do", sv: "Att göra").text(in: language)
    lines.append("  \(lead): \(remedy.text(in: language))")
    return lines.joined(separator: "\n")
  }
}
