public import Chronology
public import Diagnostics

/// One value in a table, before anybody has decided how it looks.
public enum Cell: Hashable, Sendable {
  /// A text that is the same in every language: an id, a name, a case number.
  case text(String)
  /// A sentence for people; programs get the English one, which is stable.
  case localized(Localized)
  /// A word from a fixed list, such as a status; programs get the code, people the word.
  case word(code: String, Localized)
  /// A whole number.
  case integer(Int)
  /// A moment; programs get RFC 3339 in UTC, people the ledger's time zone.
  case instant(Instant)
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
