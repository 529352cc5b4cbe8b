public import AuditViews
public import Chronology
public import Diagnostics

/// What decides how a table looks, besides the table and the format.
public struct RenderingOptions: Sendable {
  /// The language people read; formats for programs are the same in every language.
  public var language: Language
  /// Whether there is a line of headings, and in the table for people also the title.
  public var hasHeader: Bool
  /// The columns of the terminal; `nil` shortens nothing.
  public var terminalWidth: Int?
  /// Whether the reader is a terminal. Then CSV and TSV too show control characters as escapes.
  public var isTerminal: Bool
  /// Whether headings may be bold. They are in capitals with or without it.
  public var usesColour: Bool
  /// How people read a moment, usually in the ledger's time zone.
  public var instantText: @Sendable (Instant) -> String
  /// How people read the first or last moment of a period: the day alone where it is the day's.
  public var boundText: @Sendable (Instant, Cell.Bound) -> String

  /// The zone in which a workbook has its dates.
  public var zone = TimeZoneRules.utc
  /// What a workbook tells of the question, in this order.
  public var about: [AboutLine] = []

  /// One thing that is told of the question.
  public struct AboutLine: Hashable, Sendable {
    public var label: Localized
    public var value: String

    public init(_ label: Localized, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  public init(
    language: Language = .english, hasHeader: Bool = true, terminalWidth: Int? = nil,
    isTerminal: Bool = false, usesColour: Bool = false,
    instantText: @escaping @Sendable (Instant) -> String = { $0.description },
    boundText: (@Sendable (Instant, Cell.Bound) -> String)? = nil
  ) {
    self.language = language
    self.hasHeader = hasHeader
    self.terminalWidth = terminalWidth
    self.isTerminal = isTerminal
    self.usesColour = usesColour
    self.instantText = instantText
    self.boundText = boundText ?? { moment, _ in instantText(moment) }
  }
}
