import AccessModel
import Diagnostics
import Projections

/// How long each service took, by the unit that performs it and by the unit that it is done for: supplier and customer.
public enum ServiceLevelsByUnit: RegisterView {
  /// What a unit is to the cases.
  private enum Side: CaseIterable {
    case supplier
    case customer

    var cell: Cell {
      switch self {
      case .supplier: .word(code: "performed-by", Localized(en: "performed by", sv: "utförs av"))
      case .customer: .word(code: "on-behalf-of", Localized(en: "on behalf of", sv: "för"))
      }
    }

    func unit(of found: ServiceLevelCase) -> UnitID? {
      switch self {
      case .supplier: found.performedBy
      case .customer: found.onBehalfOf
      }
    }
  }

  public static let description = ViewDescription(
    "service-levels-by-unit",
    title: Localized(en: "Service levels by unit", sv: "Servicenivåer per enhet"),
    question: Localized(
      en: "How long do services take that each unit performs, and those that are done for it?",
      sv: "Hur lång tid tar de tjänster som varje enhet utför, och de som görs för den?"),
    controls: [.accessRights, .followUp, .serviceLevels],
    columns: [
      Column(key: "side", title: Localized(en: "Side", sv: "Sida")), .unit, .unitName, .entityName,
    ] + ServiceLevelColumns.all, key: ["side", "unit", "measure", "part"],
    filters: [.system, .entitlement, .person, .unit, .from, .until],
    remark: ServiceLevelColumns.remark)

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let cases = question.serviceCases()
    return Side.allCases.flatMap { side -> [[Cell]] in
      let byUnit = Dictionary(grouping: cases) { side.unit(of: $0) }
      let units = byUnit.keys.compactMap(\.self).sorted { $0.comesBefore($1) }
      // Of whom nobody knows where they work comes last.
      return (units.map(Optional.some) + (byUnit[nil] == nil ? [] : [nil])).filter {
        question.admits(unit: $0)
      }.flatMap { unit in
        ServiceLevelColumns.rows(of: byUnit[unit] ?? [], at: question.asOf).map { row in
          [
            side.cell, .id(unit), .text(orEmpty: question.unitName(unit)),
            .text(orEmpty: unit.flatMap(question.entityName)),
          ] + row
        }
      }
    }
  }
}
