import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// How each reviewer went about each campaign: signs of looking, and of signing what nobody read. Measures, and no verdict.
public enum ReviewerMeasures: RegisterView {
  private static let given = Column.number("given", Localized(en: "Items", sv: "Poster"))
  private static let answered = Column.number(
    "answered", Localized(en: "Answered", sv: "Besvarade"))
  private static let seconds = Column.number(
    "seconds_median", Localized(en: "Seconds per item", sv: "Sekunder per post"))
  private static let bulk = Column.number(
    "bulk_percent", Localized(en: "% marked together", sv: "% massmarkerade"))
  private static let isAllKept = Column(
    key: "is_all_kept", title: Localized(en: "Kept everything", sv: "Behöll allt"))
  private static let lastHour = Column.number(
    "last_hour_percent", Localized(en: "% in the last hour", sv: "% sista timmen"))
  private static let against = Column.number(
    "against_hint", Localized(en: "Kept against a hint", sv: "Behållna mot varning"))
  private static let unexplained = Column.number(
    "against_hint_without_reason",
    Localized(en: "of them without a reason", sv: "varav utan skäl"))
  private static let reminders = Column.number(
    "reminders", Localized(en: "Reminders", sv: "Påminnelser"))
  private static let lost = Column.number(
    "escalated", Localized(en: "Escalated", sv: "Eskalerade"))

  public static let description = ViewDescription(
    "reviewer-measures",
    title: Localized(en: "Measures of reviewers", sv: "Mått per granskare"),
    question: Localized(
      en:
        "How did each reviewer go about it: how fast, how much at once, and how often against a hint?",
      sv:
        "Hur gick varje granskare till väga: hur snabbt, hur mycket i klump, och hur ofta mot en varning?"
    ),
    controls: [.accessRights, .followUp, .segregation],
    columns: [
      Campaigns.review, ReviewItems.reviewer, .name, given, answered, seconds, bulk, isAllKept,
      lastHour, against, unexplained, reminders, lost,
    ], key: ["review", "reviewer"],
    filters: [.review, .person, .system],
    remark: Localized(
      en: "--person is the reviewer. Seconds are told where the list that was handed in had them.",
      sv: "--person är granskaren. Sekunder visas där den inlämnade listan hade dem."))

  /// What is counted of one reviewer in one campaign.
  private struct Tally {
    var given = 0
    var answers: [ItemDecisionRow] = []
    var reminders = 0
    var escalated = 0
  }

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    var wide = question
    wide.filter.persons = []
    return wide.campaigns().flatMap { campaign, _ -> [[Cell]] in
      var order: [PersonID] = []
      var tallies: [PersonID: Tally] = [:]
      func tally(_ person: PersonID, _ body: (inout Tally) -> Void) {
        if tallies[person] == nil { order.append(person) }
        body(&tallies[person, default: Tally()])
      }
      for item in campaign.items {
        count(item, until: question.asOf, tally)
      }
      return order.filter { question.filter.admits($0) }.compactMap { person in
        tallies[person].map { row(person, $0, campaign, question) }
      }
    }
  }

  private static func count(
    _ item: ReviewItemRow, until moment: Instant,
    _ tally: (PersonID, (inout Tally) -> Void) -> Void
  ) {
    var given: Set<PersonID> = []
    var reminded: Set<UInt64> = []
    var holder: PersonID?
    for row in item.routings where row.fact.effective <= moment {
      switch row.routing {
      case .assign, .reassign, .escalate:
        if row.routing == .escalate, let holder { tally(holder) { $0.escalated += 1 } }
        holder = row.reviewer
        if given.insert(row.reviewer).inserted { tally(row.reviewer) { $0.given += 1 } }
      case .remind:
        if reminded.insert(row.fact.position).inserted {
          tally(row.reviewer) { $0.reminders += 1 }
        }
      }
    }
    for row in item.decisions where row.fact.effective <= moment {
      tally(row.reviewer) { $0.answers.append(row) }
    }
  }

  private static func row(
    _ person: PersonID, _ tally: Tally, _ campaign: CampaignRow, _ question: ViewQuestion
  ) -> [Cell] {
    let answers = tally.answers
    let seconds = answers.compactMap(\.seconds).sorted()
    let hour = campaign.plan.due.advanced(byMilliseconds: -3_600_000)
    let late = answers.count {
      hour <= $0.fact.effective && $0.fact.effective < campaign.plan.due
    }
    let against = answers.filter { $0.hasHint && $0.outcome == .keep }
    func percent(_ count: Int) -> Cell {
      answers.isEmpty ? .empty : .integer(count * 100 / answers.count)
    }
    return [
      .id(campaign.id), .id(person), .text(orEmpty: question.names(person)),
      .integer(tally.given), .integer(answers.count),
      .integer(orEmpty: seconds.isEmpty ? nil : Int(clamping: seconds[seconds.count / 2])),
      percent(answers.count { $0.isBulk }),
      answers.isEmpty ? .empty : .flag(answers.allSatisfy { $0.outcome == .keep }),
      percent(late), .integer(against.count), .integer(against.count { !$0.hasReason }),
      .integer(tally.reminders), .integer(tally.escalated),
    ]
  }
}
