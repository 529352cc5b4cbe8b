public import AccessModel
public import Diagnostics
import Projections

extension ViewQuestion {
  /// What a unit was called at the moment.
  func unitName(_ unit: UnitID?) -> String? {
    unit.flatMap { register.units[$0]?.name(at: asOf).text }
  }

  /// What the legal entity of a unit was called at the moment.
  func entityName(_ unit: UnitID) -> String? {
    unitName(register.legalEntity(of: unit, at: asOf))
  }

  /// `Name (U-3, in Name of entity)`, or `Name (U-3)` for a legal entity itself.
  public func title(ofUnit unit: UnitID) -> Localized {
    let name = unitName(unit) ?? "\(unit)"
    let entity = register.legalEntity(of: unit, at: asOf)
    guard entity != unit, let entityName = unitName(entity) else {
      return Localized(verbatim: "\(name) (\(unit))")
    }
    return Localized(
      en: "\(name) (\(unit), in \(entityName))", sv: "\(name) (\(unit), i \(entityName))")
  }

  /// Tells the name of a person, or why it is not told; it keeps no more of the question than it needs.
  var nameCell: (PersonID?) -> Cell {
    { [names, masks] person in person.map { masks($0).cell(for: names($0)) } ?? .empty }
  }
}
