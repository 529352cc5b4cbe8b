import AccessModel
import Chronology
public import Diagnostics
import Events
import Policies
import Projections

/// The policy documents that were adopted, with where and when each holds.
public enum PolicyDocuments: RegisterView {
  /// Where a document is in its life.
  enum State: CodedValue {
    case coming
    case inForce
    case overdue
    case replaced
    case unreadable

    var code: StaticString {
      switch self {
      case .coming: "coming"
      case .inForce: "in-force"
      case .overdue: "review-overdue"
      case .replaced: "replaced"
      case .unreadable: "unreadable"
      }
    }

    var word: Localized {
      switch self {
      case .coming: Localized(en: "coming", sv: "kommande")
      case .inForce: Localized(en: "in force", sv: "gäller")
      case .overdue: Localized(en: "in force, review overdue", sv: "gäller, ej översett i tid")
      case .replaced: Localized(en: "replaced", sv: "ersatt")
      case .unreadable: Localized(en: "cannot be read", sv: "går inte att läsa")
      }
    }

    static let codes = CodeTable<State>()
  }

  static let policy = Column.identifier("policy", PolicySubject.capitalised)
  static let title = Column(key: "title", title: Localized(en: "Title", sv: "Rubrik"))
  static let level = Column(key: "level", title: Localized(en: "For", sv: "För"))
  static let place = Column.identifier("place", Localized(en: "Place", sv: "Plats"))
  static let body = Column.identifier("body", Localized(en: "Adopted by", sv: "Antaget av"))
  static let state = Column(key: "state", title: Localized(en: "State", sv: "Läge"))
  static let from = Column(key: "from", title: Localized(en: "From", sv: "Från"))
  static let reviewBy = Column(
    key: "review_by", title: Localized(en: "Review by", sv: "Ses över senast"))
  static let replacedBy = Column.identifier(
    "replaced_by", Localized(en: "Replaced by", sv: "Ersatt av"))

  public static let description = ViewDescription(
    "policies",
    title: Localized(en: "Policy documents", sv: "Regelverk"),
    question: Localized(
      en: "Which rules has the organisation adopted, for whom and since when?",
      sv: "Vilka regler har organisationen antagit, för vilka och sedan när?"),
    controls: [.accessGoverned],
    columns: [policy, title, level, place, state, from, reviewBy, body, replacedBy], key: ["policy"]
  )

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.policies.rows
      .filter { $0.fact.effective <= question.asOf }
      .map { row(of: $0, question) }
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(
      en: "No document is adopted: the standard rules hold. liggare policy show lists them.",
      sv: "Inget dokument är antaget: standardreglerna gäller. liggare policy show listar dem.")
  }

  static func row(of row: PolicyRow, _ question: ViewQuestion) -> [Cell] {
    let adopted = row.adopted
    let replacement = question.register.replacement(of: row)
    return [
      .id(adopted.policy), .text(orEmpty: row.document?.title?.text), .word(adopted.level),
      .text(orEmpty: adopted.unit.map { "\($0)" } ?? adopted.system.map { "\($0)" }),
      .word(state(of: row, replacement, at: question.asOf)), .start(orEmpty: adopted.from),
      .end(orEmpty: adopted.reviewBy), .id(adopted.body), .id(replacement?.adopted.policy),
    ]
  }

  private static func state(
    of row: PolicyRow, _ replacement: PolicyRow?, at moment: Instant
  ) -> State {
    if row.document == nil { return .unreadable }
    if moment < row.adopted.from { return .coming }
    if let replacement, replacement.adopted.from <= moment { return .replaced }
    return row.adopted.reviewBy <= moment ? .overdue : .inForce
  }
}
