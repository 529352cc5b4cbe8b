public import AccessModel
public import Chronology
public import Diagnostics

/// One value in a table, before anybody has decided how it looks.
public enum Cell: Hashable, Sendable {
  /// A text that is the same in every language: a name, a case number.
  case text(String)
  /// An identifier: what most cells of long lists are, and so without a text to be made of it.
  case identifier(InlineASCII)
  /// A sentence for people; programs get the English one, which is stable.
  case localized(Localized)
  /// A word from a fixed list, such as a status; programs get the code, people the word.
  case word(code: String, Localized)
  /// A whole number.
  case integer(Int)
  /// A number that is not whole, as a question makes one; finite.
  case real(Double)
  /// A moment; programs get RFC 3339 in UTC, people the ledger's time zone.
  case instant(Instant)
  /// The first or the last moment of a period; programs get it as it is, people the day alone where it is the day's.
  case bound(Instant, Bound)
  /// A calendar day, written by ISO 8601 in every language.
  case day(Day)
  /// Yes or no; programs get `true` or `false`.
  case flag(Bool)
  /// Nothing is known, or nothing applies; `null` in JSON.
  case empty
  /// Several texts, in the order they are to be read.
  case list([String])
}

extension Cell {
  /// What programs read, in no language; a list is parted by `; `.
  public var programText: String {
    switch self {
    case .text(let text): text
    case .identifier(let id): id.description
    case .localized(let text): text.english
    case .word(let code, _): code
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .instant(let instant), .bound(let instant, _): instant.description
    case .day(let day): day.description
    case .flag(let flag): flag ? "true" : "false"
    case .empty: ""
    case .list(let texts): texts.joined(separator: "; ")
    }
  }

  /// The text, when it is one that is the same in every language.
  public var verbatim: String? {
    switch self {
    case .text(let text): text
    case .identifier(let id): id.description
    case .localized, .word, .integer, .real, .instant, .bound, .day, .flag, .empty, .list: nil
    }
  }

  /// Which side of a period a moment is.
  public enum Bound: Hashable, Sendable {
    /// The first moment of it. At a local midnight people read the day that begins.
    case start
    /// The first moment after it. At a local midnight people read the day that ended, its last.
    case end
  }

  /// The first moment of a period, or `empty` when none is known.
  public static func start(orEmpty instant: Instant?) -> Cell {
    instant.map { .bound($0, .start) } ?? .empty
  }

  /// The first moment after a period, or `empty` when it has no end.
  public static func end(orEmpty instant: Instant?) -> Cell {
    instant.map { .bound($0, .end) } ?? .empty
  }

  /// The text, or `empty` when there is none.
  public static func text(orEmpty text: String?) -> Cell { text.map(Cell.text) ?? .empty }

  /// The number, or `empty` when there is none.
  public static func integer(orEmpty number: Int?) -> Cell { number.map(Cell.integer) ?? .empty }

  /// The moment, or `empty` when there is none.
  public static func instant(orEmpty instant: Instant?) -> Cell {
    instant.map(Cell.instant) ?? .empty
  }

  /// The day, or `empty` when there is none.
  public static func day(orEmpty day: Day?) -> Cell { day.map(Cell.day) ?? .empty }
}
