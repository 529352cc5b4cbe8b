import AccessModel
import Chronology
import Diagnostics
import Policies
import Projections

/// What became of a grant between its beginning and its end.
extension GrantCard {
  /// What is decided and has no effect, or is not done in the system, before it is carried out.
  static func pending(_ facts: GrantFacts) -> Cell {
    let terms = facts.standing.terms
    switch facts.standing.toCarryOut {
    case nil: return .empty
    case .widening, .narrowing:
      let scope = terms.scope.map { Localized(verbatim: "\($0)") }
      return .localized(scope ?? Localized(en: "the whole system", sv: "hela systemet"))
    case .longerAccount:
      return .localized(
        Localized(en: "a later end of the account", sv: "ett senare slut för kontot"))
    }
  }

  static func changes(of grant: GrantRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "changes", title: Localized(en: "Changes", sv: "Ändringar"),
      columns: [
        .effective, .kind, .request, .identifier("by", Localized(en: "By", sv: "Av")), .scope,
        Column(key: "until", title: Localized(en: "Until", sv: "Till")),
        .number(
          "review_days", Localized(en: "Days between reviews", sv: "Dagar mellan granskningar")),
      ],
      rows: grant.changes.filter { $0.fact.effective <= question.asOf }.map { change in
        let kind = change.request.flatMap { question.register.requests[$0]?.kind }
        return [
          .instant(change.fact.effective),
          kind.map { .word($0) }
            ?? .word(code: "narrowing", Localized(en: "narrowing", sv: "begränsning")),
          .id(change.request), .id(change.by), .id(change.scope), .end(orEmpty: change.until),
          .integer(orEmpty: change.reviewDays.map { Int($0) }),
        ]
      })
  }

  static func suspensions(of grant: GrantRow, _ question: ViewQuestion) -> Table {
    let recorded = grant.suspensions.filter { $0.fact.effective <= question.asOf }.map {
      suspension -> [Cell] in
      [
        .word(suspension.cause), .instant(suspension.fact.effective), .id(suspension.by),
        .end(orEmpty: suspension.until), .instant(orEmpty: suspension.resumed?.fact.effective),
        .id(suspension.resumed?.by),
      ]
    }
    let absent = question.register.suspensions(of: grant, at: question.asOf)
      .filter { $0.by == nil }.map { suspension -> [Cell] in
        [
          .word(suspension.cause), .instant(suspension.since), .empty, .empty, .empty, .empty,
        ]
      }
    return Table(
      name: "suspensions", title: Localized(en: "Suspensions", sv: "Spärrar"),
      columns: [
        Column(key: "cause", title: Localized(en: "Cause", sv: "Orsak")), .from,
        .identifier("by", Localized(en: "By", sv: "Av")),
        Column(key: "until", title: Localized(en: "Until", sv: "Till")),
        Column(key: "resumed", title: Localized(en: "Lifted", sv: "Hävd")),
        .identifier("resumed_by", Localized(en: "Lifted by", sv: "Hävd av")),
      ], rows: recorded + absent)
  }

  static func emergency(_ grant: GrantRow, _ question: ViewQuestion) -> [Card.Field] {
    guard let emergency = grant.emergency else { return [] }
    let use = EmergencyUse(grant, emergency, question)
    return [
      .init(
        "emergency", Localized(en: "Emergency access", sv: "Nödåtkomst"), .word(emergency.kind)),
      .init(
        "notified", Localized(en: "Told", sv: "Underrättade"),
        .localized(
          Localized(
            en: emergency.notified.map(\.word.english).joined(separator: ", "),
            sv: emergency.notified.map(\.word.swedish).joined(separator: ", ")))),
      .init(
        "follow_up_due", Localized(en: "Follow up by", sv: "Följs upp senast"),
        .instant(orEmpty: use.review == nil ? use.due : nil)),
      .init(
        "judgement", Localized(en: "Found to be", sv: "Bedömd som"),
        use.review.map { .word($0.judgement) } ?? .empty),
      .init(
        "followed_up_by", Localized(en: "Followed up by", sv: "Uppföljd av"),
        .id(use.review?.reviewer)),
      .init(
        "measures", Localized(en: "Measures", sv: "Åtgärder"),
        use.review?.measures.map { question.texts($0).cell } ?? .empty),
    ]
  }
}

extension GrantRow {
  /// The decision that the terms rest on which hold at the moment the answer is about.
  func decision(at question: ViewQuestion) -> DecisionRow? {
    (standing(at: question.asOf).decision?.request ?? request).flatMap {
      question.register.requests[$0]?.decision
    }
  }
}
