import AccessModel
import Diagnostics
import Projections

/// Access found working in a system that nobody is known to have decided.
public enum Undecided: RegisterView {
  private static let found = Column(
    key: "found", title: Localized(en: "Found", sv: "Hittad"))

  public static let description = ViewDescription(
    "undecided",
    title: Localized(en: "Access nobody has decided", sv: "Åtkomst som ingen har beslutat"),
    question: Localized(
      en: "Which access works in a system without a decision?",
      sv: "Vilken åtkomst fungerar i ett system utan beslut?"),
    controls: [.accessRights, .identities, .formalGrants],
    columns: [.system, .entitlement, .account, .accountName, .person, .name, .grant, found],
    filters: [.system, .entitlement, .person, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.grants(in: [.undecided]).sorted(by: GrantEntry.byEntitlement).map { entry in
      let facts = question.facts(of: entry)
      return description.columns.map { $0 == found ? .instant(facts.from) : facts.cell($0) }
    }
  }
}
