public import Diagnostics
public import EventSourcing
public import Events

/// A question that the events answer one by one: each gives a row or none.
public protocol EventView: Sendable {
  static var description: ViewDescription { get }
  /// The row of an event; `nil` for one that the question is not about.
  static func row(for recorded: borrowing Recorded<AccessEvent>, _ question: ViewQuestion)
    -> [Cell]?
  /// What to say when there is no row; `nil` for a plain “no rows”.
  static func nothing(_ question: ViewQuestion) -> Localized?
}

extension EventView {
  public static func nothing(_ question: ViewQuestion) -> Localized? { nil }

  /// The answer without rows, for whoever adds them event by event in the order of the log.
  public static func table(_ question: ViewQuestion) -> Table {
    Table(
      name: description.tableName, title: description.title(for: question),
      columns: description.columns, ifEmpty: nothing(question))
  }
}
