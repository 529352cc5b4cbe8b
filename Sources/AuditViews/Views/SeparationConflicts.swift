import AccessModel
import Diagnostics
import Events
import Projections

/// Who holds together what is separated, or one thing without what it requires, with the exception that allows it.
public enum SeparationConflicts: RegisterView {
  public static let description = ViewDescription(
    "separation-conflicts",
    title: Localized(en: "Broken segregation of duties", sv: "Bruten åtskillnad"),
    question: Localized(
      en: "Who holds together what is separated, and what allows it?",
      sv: "Vem har samtidigt det som ska vara åtskilt, och vad tillåter det?"),
    controls: [.segregation, .followUp],
    columns: [
      Separations.rule, .kind, Separations.severity, .person, .name,
      .identifier("entitlement", EntitlementSubject.capitalised), .grant,
      .identifier("other_entitlement", Localized(en: "And", sv: "Och")),
      .identifier("other_grant", Localized(en: "By", sv: "Genom")),
      Column(key: "since", title: Localized(en: "Since", sv: "Sedan")),
      .identifier("exception", Localized(en: "Exception", sv: "Undantag")), .ends,
    ], key: ["rule", "person", "grant", "other_grant", "entitlement", "other_entitlement"],
    filters: [.person, .system, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.separationBreaches(at: question.asOf).filter { breach in
      let systems = [breach.entitlement.system, breach.other?.entitlement.system]
      return question.filter.admits(breach.person) && question.admits(unitOf: breach.person)
        && systems.contains { question.filter.admits($0) }
    }.sorted { one, other in
      if one.rule.rule != other.rule.rule { return one.rule.rule.comesBefore(other.rule.rule) }
      if one.person != other.person { return one.person.comesBefore(other.person) }
      return one.entitlement.comesBefore(other.entitlement)
    }.map { breach in
      let exception = breach.exception.flatMap { question.register.separationExceptions[$0] }
      return [
        .id(breach.rule.rule), .word(breach.rule.kind), .word(breach.rule.severity),
        .id(breach.person), .text(orEmpty: question.names(breach.person)),
        .text("\(breach.entitlement)"), .id(breach.grant),
        breach.other.map { .text("\($0.entitlement)") } ?? .empty, .id(breach.other?.grant),
        .instant(breach.since), .id(breach.exception),
        .end(orEmpty: exception?.exception.until),
      ]
    }
  }
}
