public import Diagnostics

/// What became of a free text whose commitment is in the log.
public enum OpenedText: Hashable, Sendable {
  /// The text, checked against its commitment.
  case present(String)
  /// The text was erased; the log still proves that there was one.
  case erased
  /// The text was disposed of on a decision; the log still proves that there was one.
  case disposedOf(decision: String)
  /// The text is there and whoever asks has no key to it.
  case locked
  /// The identity register at hand does not know the text.
  case missing

  /// What people read in its place.
  public var words: Localized {
    switch self {
    case .present(let text): Localized(verbatim: text)
    case .erased: Localized(en: "(erased)", sv: "(raderad)")
    case .disposedOf(let decision):
      Localized(
        en: "(disposed of under decision \(decision))", sv: "(gallrad enligt beslut \(decision))")
    case .locked:
      Localized(
        en: "(locked: needs the key of the identity register)",
        sv: "(låst: kräver identitetsregistrets nyckel)")
    case .missing:
      Localized(
        en: "(not in the identity register at hand)",
        sv: "(finns inte i det identitetsregister som används)")
    }
  }

  /// The value in a table or on a card.
  public var cell: Cell {
    switch self {
    case .present(let text): .text(text)
    case .erased: .word(code: "erased", words)
    case .disposedOf: .word(code: "disposed-of", words)
    case .locked: .word(code: "locked", words)
    case .missing: .word(code: "missing", words)
    }
  }
}
