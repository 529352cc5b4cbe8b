import AccessModel
import Diagnostics
import Events
import Projections

/// What is separated from what, pair by pair, with how many hold both.
public enum SeparationMatrix: RegisterView {
  private static let other = Column.identifier(
    "other_entitlement", Localized(en: "And", sv: "Och"))
  private static let holders = Column.number(
    "holders", Localized(en: "Hold one", sv: "Har den ena"))
  private static let otherHolders = Column.number(
    "other_holders", Localized(en: "Hold the other", sv: "Har den andra"))
  private static let together = Column.number(
    "holders_of_both", Localized(en: "Break it", sv: "Bryter mot den"))
  private static let excepted = Column.number(
    "with_exception", Localized(en: "with an exception", sv: "med undantag"))
  private static let unexcepted = Column.number(
    "without_exception", Localized(en: "without", sv: "utan"))

  public static let description = ViewDescription(
    "separation-matrix",
    title: Localized(en: "Segregation of duties, pair by pair", sv: "Åtskillnad, par för par"),
    question: Localized(
      en: "Which entitlement is separated from which, and how many hold both, allowed or not?",
      sv: "Vilken behörighet är åtskild från vilken, och hur många har båda, tillåtet eller inte?"),
    controls: [.segregation, .followUp],
    columns: [
      Separations.rule, .kind, Separations.severity,
      .identifier("entitlement", EntitlementSubject.capitalised), other, holders, otherHolders,
      together, excepted, unexcepted,
    ], key: ["rule", "entitlement", "other_entitlement"],
    filters: [.system, .entitlement],
    remark: Localized(
      en:
        "Persons are counted, not grants. Of a rule that requires one thing for another, those break it who hold the first and none of what it requires; what it requires is told as one row without the other.",
      sv:
        "Personer räknas, inte tilldelningar. En regel om att något kräver något annat bryter den mot som har det första men inget av det som krävs; det visas som en rad utan det andra."
    ))

  private struct Pair: Hashable {
    var rule: SeparationRuleID
    var entitlement: EntitlementID
    var other: EntitlementID?
  }

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    var breaking: [Pair: (excepted: Set<PersonID>, unexcepted: Set<PersonID>)] = [:]
    for breach in register.separationBreaches(at: question.asOf) {
      let pair = Pair(
        rule: breach.rule.rule, entitlement: breach.entitlement, other: breach.other?.entitlement)
      if breach.exception == nil {
        breaking[pair, default: ([], [])].unexcepted.insert(breach.person)
      } else {
        breaking[pair, default: ([], [])].excepted.insert(breach.person)
      }
    }
    return register.separationRules.rows.compactMap { $0.rule(at: question.asOf) }
      .sorted { $0.rule.comesBefore($1.rule) }.flatMap { rule -> [[Cell]] in
        pairs(of: rule).filter { admits($0, question) }.map { pair in
          let found = breaking[pair] ?? ([], [])
          return [
            .id(rule.rule), .word(rule.kind), .word(rule.severity), .text("\(pair.entitlement)"),
            .text(orEmpty: pair.other.map { "\($0)" }),
            .integer(holders(of: pair.entitlement, question)),
            pair.other.map { .integer(holders(of: $0, question)) } ?? .empty,
            .integer(found.excepted.union(found.unexcepted).count),
            .integer(found.excepted.count), .integer(found.unexcepted.count),
          ]
        }
      }
  }

  private static func pairs(of rule: SeparationRuleAdopted) -> [Pair] {
    switch rule.kind {
    case .requires:
      return rule.first.map { Pair(rule: rule.rule, entitlement: $0) }
    case .conflict:
      return rule.first.flatMap { first in
        rule.second.filter { $0 != first }.map {
          Pair(rule: rule.rule, entitlement: first, other: $0)
        }
      }
    }
  }

  private static func admits(_ pair: Pair, _ question: ViewQuestion) -> Bool {
    let filter = question.filter
    let sides = [pair.entitlement, pair.other].compactMap(\.self)
    return filter.admits(anyOf: sides.map(\.system))
      && (filter.entitlements.isEmpty || sides.contains(where: filter.entitlements.contains))
  }

  /// How many persons hold a right that is not over.
  private static func holders(of id: EntitlementID, _ question: ViewQuestion) -> Int {
    let register = question.register
    let grants = register.grants(of: id)
    return Set(
      grants.lazy.map { register.grants[$0] }.filter { register.isHeld($0, at: question.asOf) }
        .compactMap(\.person)
    ).count
  }
}
