extension [Diagnostic] {
  /// The same refusals, each told once: those with the same code, statement and remedy become one with the facts of all.
  ///
  /// A fact that says what another says already is told once too.
  public var grouped: [Diagnostic] {
    var groups: [Diagnostic] = []
    for diagnostic in self {
      let place = groups.firstIndex {
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
