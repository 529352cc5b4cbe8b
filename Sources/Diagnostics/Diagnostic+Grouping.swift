extension [Diagnostic] {
  /// The same refusals, each told once: those with the same code, statement and remedy become one with the facts of all.
  ///
  /// A fact that says what another says already is told once too. Those about a row of a list stay apart, so that each row is told of.
  public var grouped: [Diagnostic] {
    var groups: [Diagnostic] = []
    for diagnostic in self {
      let isOfRow = diagnostic.facts.first?.name == Diagnostic.Fact.rowName
      let place =
        isOfRow
        ? nil
        : groups.firstIndex {
          $0.code == diagnostic.code && $0.statement == diagnostic.statement
            && $0.remedy == diagnostic.remedy
        }
      guard let place else {
        groups.append(diagnostic)
        continue
      }
      for fact in diagnostic.facts where !groups[place].facts.contains(fact) {
        groups[place].facts.append(fact)
      }
    }
    return groups
  }
}

extension Diagnostic.Fact {
  /// What the fact is called that says which row of a list a refusal is about; it stands first.
  public static let rowName = Localized(en: "row", sv: "rad")
}
