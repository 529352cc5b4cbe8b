public import Diagnostics

/// What the cells under one heading have in common.
public struct Column: Hashable, Sendable {
  /// The side on which the cells of a column line up.
  public enum Alignment: Hashable, Sendable {
    case left
    case right
  }

  /// Who a column is for.
  public enum Audience: Hashable, Sendable {
    case everybody
    /// A table for people shows it, formats for programs leave it out.
    case people
    /// Formats for programs carry it, a table for people leaves it out.
    case programs
  }

  /// The stable name in JSON, CSV and TSV, in `snake_case`; unique in its table.
  public var key: String
  /// The heading people read.
  public var title: Localized
  /// The side on which the cells line up. Numbers belong to the right.
  public var alignment: Alignment
  /// Who the column is for.
  public var audience: Audience
  /// Whether the cells are ids, which are never shortened: half an id names nothing.
  public var isIdentifier: Bool

  public init(
    key: String, title: Localized, alignment: Alignment = .left,
    audience: Audience = .everybody, isIdentifier: Bool = false
  ) {
    self.key = key
    self.title = title
    self.alignment = alignment
    self.audience = audience
    self.isIdentifier = isIdentifier
  }

  /// Whether people do not see the column.
  public var isHiddenInPeopleTable: Bool { audience == .programs }

  /// A column of ids, which no terminal is too narrow for.
  public static func identifier(_ key: String, _ title: Localized) -> Column {
    Column(key: key, title: title, isIdentifier: true)
  }

  /// A column of numbers, lined up on the right.
  public static func number(_ key: String, _ title: Localized) -> Column {
    Column(key: key, title: title, alignment: .right)
  }

  /// A column that only programs see.
  public static func hidden(_ key: String, _ title: Localized, isIdentifier: Bool = false) -> Column
  {
    Column(key: key, title: title, audience: .programs, isIdentifier: isIdentifier)
  }

  /// A column that only people see.
  public static func forPeople(_ key: String, _ title: Localized) -> Column {
    Column(key: key, title: title, audience: .people)
  }
}
