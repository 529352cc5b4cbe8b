public import AccessModel
public import Diagnostics

/// A level of rules names the place it needs, and no other. (POL-12)
public enum PolicyPlace {
  public static let code = DiagnosticCode(
    "POL-12",
    Localized(
      en: "The level and the place of the rules do not fit together.",
      sv: "Reglernas nivå och plats går inte ihop."),
    remedy: Localized(
      en:
        "Give --unit with a legal entity for level entity, --unit for level unit, --system for level system, and neither for level group.",
      sv:
        "Ange --unit med en juridisk enhet för nivån entity, --unit för nivån unit, --system för nivån system, och ingen av dem för nivån group."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "It must be certain for whom rules hold. Rules for a place that is not told could be read as holding anywhere.",
      sv:
        "Det måste vara säkert för vilka regler gäller. Regler utan plats skulle kunna läsas som att de gäller var som helst."
    ),
    source: Localized(en: "ISO 27001 5.1", sv: "ISO 27001 5.1"),
    refused: Localized(
      en: "liggare policy adopt care.policy --level entity, without --unit",
      sv: "liggare policy adopt care.policy --level entity, utan --unit"),
    allowed: Localized(
      en: "the same with --unit U-2, a committee",
      sv: "samma sak med --unit U-2, en nämnd"))

  /// - Parameters:
  ///   - unitKind: what sort of unit is named; `nil` when none is, or none that exists.
  ///   - hasSystem: whether a system is named that exists.
  public static func check(
    level: PolicyLevel, unit: UnitID?, unitKind: UnitKind?, system: SystemID?, hasSystem: Bool
  ) -> Diagnostic? {
    let fits =
      switch level {
      case .group: unit == nil && system == nil
      case .entity: unitKind.map(\.isLegalEntity) ?? false && system == nil
      case .unit: unitKind != nil && system == nil
      case .system: unit == nil && hasSystem
      }
    guard !fits else { return nil }
    return code.diagnostic(
      .init(en: "level", sv: "nivå", localized: level.word),
      .init(UnitSubject.word, unit.map { "\($0)" } ?? "–"),
      .init(SystemSubject.word, system.map { "\($0)" } ?? "–"))
  }
}

extension UnitKind {
  /// Whether such a unit answers for itself before the law, or is a body that decides in its own name.
  public var isLegalEntity: Bool {
    switch self {
    case .council, .board, .committee, .company: true
    case .administration, .unit: false
    }
  }
}
