import AccessModel
import Diagnostics
import Projections

/// The systems with owner, status and classification, and who looks after each.
public enum Systems: RegisterView {
  private static let owner = Column.identifier(
    "owner", Localized(en: "Owning body", sv: "Ägare"))
  private static let ownerName = Column(
    key: "owner_name", title: Localized(en: "Owner's name", sv: "Ägarens namn"))
  private static let ownership = Column(
    key: "ownership", title: Localized(en: "Ownership", sv: "Ägarform"))
  private static let status = Column(key: "status", title: Localized(en: "Status", sv: "Status"))
  private static let classification = Column(
    key: "classification", title: Localized(en: "Class K/R/T", sv: "Klass K/R/T"))
  private static let steward = Column(
    key: "steward", title: Role.steward.word.capitalised, isIdentifier: true)
  private static let deputy = Column(
    key: "deputy", title: Role.deputy.word.capitalised, isIdentifier: true)

  public static let description = ViewDescription(
    "systems",
    title: Localized(en: "Systems", sv: "System"),
    question: Localized(
      en: "Which systems are there, whose are they and how are they classified?",
      sv: "Vilka system finns, vems är de och hur är de klassade?"),
    controls: [.inventory, .classification, .allSystems],
    columns: [
      .system, .systemName, status, classification, owner, ownerName, ownership, steward, deputy,
      .grantsInEffect,
    ], key: ["system"],
    filters: [.system, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    let systems = register.systems.rows.filter {
      $0.registered.effective <= question.asOf && question.filter.admits($0.id)
        && question.admits(unit: register.owner(of: $0, at: question.asOf))
    }
    var inEffect: [SystemID: Int] = [:]
    for grant in register.grants.rows where register.isInEffect(grant, at: question.asOf) {
      inEffect[grant.entitlement.system, default: 0] += 1
    }
    return systems.sorted { $0.id.comesBefore($1.id) }.map { system in
      func holder(_ role: Role) -> Cell {
        .id(register.holders(of: role, for: system.id, at: question.asOf).first?.holder)
      }
      let details = system.details(at: question.asOf)
      let owner = register.heir(of: details.owner, at: question.asOf)
      return [
        .id(system.id), .text(details.name.text), .word(system.status(at: question.asOf)),
        .text(orEmpty: system.classification(at: question.asOf)?.description), .id(owner),
        .text(orEmpty: question.unitName(owner)), .word(details.ownership),
        holder(.steward), holder(.deputy), .integer(inEffect[system.id] ?? 0),
      ]
    }
  }
}
