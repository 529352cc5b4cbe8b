public import Diagnostics

/// Why a rule is there: what it protects, where it comes from, and what it lets through and what not.
public struct Ground: Hashable, Sendable {
  /// What would go wrong without the rule, in a sentence or two.
  public var protects: Localized
  /// The demands it serves: of the guideline, of standards and of law.
  public var source: Localized
  /// Something the rule is against.
  public var refused: Localized
  /// The like that it lets through.
  public var allowed: Localized

  public init(protects: Localized, source: Localized, refused: Localized, allowed: Localized) {
    self.protects = protects
    self.source = source
    self.refused = refused
    self.allowed = allowed
  }
}

extension Ground {
  /// The ground as lines of text, for the long form of a code; no line feed at the end.
  public func text(in language: Language) -> String {
    let rows: [(Localized, Localized)] = [
      (Localized(en: "Why", sv: "Varför"), protects),
      (Localized(en: "Where it comes from", sv: "Varifrån den kommer"), source),
      (Localized(en: "Refused", sv: "Nekas"), refused),
      (Localized(en: "Allowed", sv: "Tillåts"), allowed),
    ]
    return rows.map { "  \($0.text(in: language)): \($1.text(in: language))" }
      .joined(separator: "\n")
  }
}
