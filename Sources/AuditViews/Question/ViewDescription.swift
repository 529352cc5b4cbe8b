public import Diagnostics

/// What a view is: its name, the question it answers and whom that serves.
///
/// The command line, help and the documentation are made from it.
public struct ViewDescription: Hashable, Sendable {
  /// The form an answer takes.
  public enum Form: Hashable, Sendable {
    /// A table from the register alone.
    case table
    /// A table from the events, one by one.
    case events
    /// Yes or no with a reason.
    case answer
    /// One thing with what belongs to it.
    case card
    /// A chain of events in order.
    case story
  }

  /// The stable name, in `kebab-case`.
  public var name: String
  /// What a person reads over the answer.
  public var title: Localized
  /// The question, in one sentence.
  public var question: Localized
  /// The requirements the answer serves.
  public var controls: [Control]
  /// The columns of the answer; empty for what is no table.
  public var columns: [Column]
  /// The keys of the columns that tell what a row is about: two answers with the same there speak of the same thing.
  public var key: [String]
  /// What the answer can be limited by.
  public var filters: [ViewFilter.Kind]
  public var form: Form
  /// What whoever uses the answer must know besides; help tells it.
  public var remark: Localized?

  init(
    _ name: String, title: Localized, question: Localized, controls: [Control],
    columns: [Column] = [], key: [String] = [], filters: [ViewFilter.Kind] = [],
    form: Form = .table,
    remark: Localized? = nil
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.controls = controls
    self.columns = columns
    self.key = key
    self.filters = filters
    self.form = form
    self.remark = remark
  }

  /// The name of the table, in `snake_case`.
  public var tableName: String { String(name.map { $0 == "-" ? "_" : $0 }) }

  /// The title with the moment the answer is about, and the moment of knowledge when it is another.
  func title(for question: ViewQuestion) -> Localized {
    let moment = question.phrasing.time(question.asOf)
    let known = knowledge(question)
    return Localized(
      en: "\(title.english), as of \(moment)\(known.english)",
      sv: "\(title.swedish) per \(moment)\(known.swedish)")
  }

  /// The title of an answer that is about the whole history: with the moment of knowledge alone.
  func historyTitle(for question: ViewQuestion) -> Localized {
    let known = knowledge(question)
    return Localized(
      en: title.english + known.english, sv: title.swedish + known.swedish)
  }

  private func knowledge(_ question: ViewQuestion) -> Localized {
    var text = Localized(verbatim: "")
    if let knownAt = question.knownAt {
      let known = question.phrasing.time(knownAt)
      text = Localized(en: ", as known at \(known)", sv: ", enligt vad som var känt \(known)")
    }
    if question.isOriginal {
      text.english += ", as first recorded"
      text.swedish += ", som först registrerat"
    }
    return text
  }
}

/// A question that the register answers with a table.
public protocol RegisterView: Sendable {
  static var description: ViewDescription { get }
  /// One row for each thing found, in a fixed order, a cell for each column.
  static func rows(_ question: ViewQuestion) -> [[Cell]]
  /// Hands out the same rows one after another, for whoever does not want to hold them all.
  static func forEachRow(_ question: ViewQuestion, _ body: ([Cell]) throws -> Void) rethrows
  /// What to say when there is no row; `nil` for a plain “no rows”.
  static func nothing(_ question: ViewQuestion) -> Localized?
}

extension RegisterView {
  public static func nothing(_ question: ViewQuestion) -> Localized? { nil }

  public static func forEachRow(
    _ question: ViewQuestion, _ body: ([Cell]) throws -> Void
  ) rethrows {
    for row in rows(question) { try body(row) }
  }

  /// The answer: pure, the same for the same question.
  public static func answer(_ question: ViewQuestion) -> Table {
    Table(
      name: description.tableName, title: description.title(for: question),
      columns: description.columns, rows: rows(question), ifEmpty: nothing(question))
  }
}
