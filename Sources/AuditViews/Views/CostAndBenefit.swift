import AccessModel
import Chronology
import Diagnostics
import Projections

/// What entitlements cost, how much of it is unused, and what reviews released and took.
public enum CostAndBenefit: RegisterView {
  private static let yearly = Column.number(
    "yearly_cost", Localized(en: "Cost per year", sv: "Kostnad per år"))
  private static let held = Column.number(
    "held_cost", Localized(en: "Of all held, per year", sv: "För alla, per år"))
  private static let unused = Column.number("unused", Localized(en: "Unused", sv: "Oanvända"))
  private static let unusedCost = Column.number(
    "unused_cost", Localized(en: "Of the unused, per year", sv: "För oanvända, per år"))
  private static let used = Column.number("used", Localized(en: "Used", sv: "Använda"))
  private static let unknownUse = Column.number(
    "use_unknown", Localized(en: "Use unknown", sv: "Användning okänd"))
  private static let released = Column.number(
    "released", Localized(en: "Released by reviews", sv: "Frigjorda av granskning"))
  private static let releasedCost = Column.number(
    "released_cost", Localized(en: "Which cost, per year", sv: "Som kostade, per år"))
  private static let answers = Column.number(
    "answers", Localized(en: "Answers in reviews", sv: "Svar i granskningar"))
  private static let minutes = Column.number(
    "reviewer_minutes", Localized(en: "Minutes they took", sv: "Minuter det tog"))
  private static let untimed = Column.number(
    "answers_untimed", Localized(en: "Time unknown", sv: "Tid okänd"))

  public static let description = ViewDescription(
    "cost-and-benefit",
    title: Localized(en: "Cost and benefit", sv: "Kostnad och nytta"),
    question: Localized(
      en: "What does access cost, how much of it is unused, and what did reviews release and take?",
      sv:
        "Vad kostar åtkomsten, hur mycket är oanvänt, och vad frigjorde och krävde granskningarna?"
    ),
    controls: [.costAndBenefit, .followUp],
    columns: [
      .system, .entitlement, .name, yearly, .grantsInEffect, held, unused, unusedCost, used,
      unknownUse, released, releasedCost, answers, minutes, untimed,
    ], key: ["system", "entitlement"],
    filters: [.system, .entitlement, .unit, .from, .until],
    remark: Localized(
      en:
        "Whole kronor, as entitlement define --yearly-cost says; empty where nobody has said what it costs. Unused is what rule ST-05 finds: unused for longer than the rules allow, by feeds that cover all that time; where no feed tells, use is unknown and never called unused. --from and --until are of the reviews' answers and effects.",
      sv:
        "Hela kronor, enligt entitlement define --yearly-cost; tomt där ingen har sagt vad det kostar. Oanvänt är det som regel ST-05 finner: oanvänt längre än reglerna tillåter, enligt underlag som täcker hela tiden; där inget underlag finns är användningen okänd och kallas aldrig oanvänd. --from och --until gäller granskningarnas svar och följder."
    ))

  /// What is counted of one entitlement.
  private struct Tally {
    var held = 0
    var unused = 0
    var used = 0
    var released: Set<GrantID> = []
    var answers = 0
    var seconds: Int64 = 0
    var untimed = 0
  }

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    var tallies: [EntitlementID: Tally] = [:]
    var inquiry = StaleInquiry(register, at: question.asOf, in: question.zone)
    let uses = inquiry.uses()
    for entry in question.grants(in: [.inEffect]) {
      let grant = register.grants[entry.index]
      let use = uses[grant.id]
      tallies[grant.entitlement, default: Tally()].held += 1
      if use?.unusedSince != nil {
        tallies[grant.entitlement, default: Tally()].unused += 1
      } else if use?.isKnown == true {
        tallies[grant.entitlement, default: Tally()].used += 1
      }
    }
    for campaign in register.campaigns.rows {
      for item in campaign.items {
        guard let grant = register.grants[item.grant],
          question.filter.admits(grant.entitlement), question.admits(unitOf: grant.person)
        else { continue }
        count(item, of: grant, question, &tallies[grant.entitlement, default: Tally()])
      }
    }
    return register.systems.rows.sorted { $0.id.comesBefore($1.id) }.flatMap { system in
      system.entitlements.filter {
        $0.defined.effective <= question.asOf && question.filter.admits($0.id)
      }.sorted { $0.id.comesBefore($1.id) }.map { row($0, tallies[$0.id] ?? Tally(), question) }
    }
  }

  private static func count(
    _ item: ReviewItemRow, of grant: GrantRow, _ question: ViewQuestion, _ tally: inout Tally
  ) {
    func counts(_ fact: Fact) -> Bool {
      fact.effective <= question.asOf && question.filter.admits(fact.effective)
    }
    for answer in item.decisions where counts(answer.fact) {
      tally.answers += 1
      if let seconds = answer.seconds { tally.seconds += seconds } else { tally.untimed += 1 }
      if answer.final == .revoke { tally.released.insert(grant.id) }
    }
    for lapse in item.lapses where lapse.effect == .expire && counts(lapse.fact) {
      tally.released.insert(grant.id)
    }
  }

  private static func row(
    _ right: EntitlementRow, _ tally: Tally, _ question: ViewQuestion
  ) -> [Cell] {
    let terms = right.terms(at: question.asOf)
    let price = terms.yearlyCost.map { Int(clamping: $0) }
    func cost(of count: Int) -> Cell { .integer(orEmpty: price.map { $0 * count }) }
    return [
      .id(right.id.system), .id(right.id.name), .text(terms.name.text), .integer(orEmpty: price),
      .integer(tally.held), cost(of: tally.held), .integer(tally.unused),
      cost(of: tally.unused), .integer(tally.used),
      .integer(tally.held - tally.unused - tally.used), .integer(tally.released.count),
      cost(of: tally.released.count), .integer(tally.answers),
      .integer(Int(clamping: (tally.seconds + 30) / 60)), .integer(tally.untimed),
    ]
  }
}
