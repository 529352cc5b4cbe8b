import AccessModel
public import Diagnostics
import Projections

/// What may not be disposed of until further notice, and why.
public enum Holds: RegisterView {
  public static let description = ViewDescription(
    "holds",
    title: Localized(en: "Legal holds", sv: "Gallringsstopp"),
    question: Localized(
      en: "What may not be disposed of or erased, since when and why?",
      sv: "Vad får inte gallras eller raderas, sedan när och varför?"),
    controls: [.retention, .protectedRecords],
    columns: [
      .identifier("hold", Localized(en: "Hold", sv: "Gallringsstopp")),
      Column(key: "matter", title: Localized(en: "Of", sv: "Gäller")),
      .identifier("target", Localized(en: "What", sv: "Vad")), .from,
      Column(key: "case", title: Localized(en: "Case", sv: "Ärende")),
      Column(key: "reason", title: Localized(en: "Why", sv: "Varför")), .position,
    ], key: ["hold"],
    filters: [.person, .system])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.holdsInForce(at: question.asOf).filter { hold in
      let target = hold.target
      return
        (question.filter.persons.isEmpty
        || target.kind == .person && question.filter.admits(target.identifier(PersonID.self)))
        && (question.filter.isOfAnySystem
          || target.kind == .system && question.filter.admits(target.identifier(SystemID.self)))
    }.map { hold in
      [
        .id(hold.hold), .word(hold.target.kind), .text("\(hold.target.name)"),
        .bound(hold.set.effective, .start), .text(orEmpty: hold.caseNumber.map { "\($0)" }),
        hold.reason.map { question.texts($0).cell } ?? .empty,
        .integer(Int(clamping: hold.set.position)),
      ]
    }
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "No legal hold is in force.", sv: "Inget gallringsstopp gäller.")
  }
}
