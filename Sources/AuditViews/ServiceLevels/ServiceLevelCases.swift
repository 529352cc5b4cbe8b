import AccessModel
import Chronology
import Diagnostics
import Projections

/// Every case whose time is measured, one by one: what the service levels are counted from.
public enum ServiceLevelCases: RegisterView {
  static let measure = Column(key: "measure", title: Localized(en: "Service", sv: "Tjänst"))
  static let part = Column(key: "part", title: Localized(en: "Which", sv: "Vilken"))
  private static let subject = Column.identifier("case", Localized(en: "Case", sv: "Ärende"))
  private static let systems = Column.identifier("systems", Localized(en: "Systems", sv: "System"))
  private static let performedBy = Column.identifier(
    "performed_by", Localized(en: "Performed by", sv: "Utförs av"))
  private static let onBehalfOf = Column.identifier(
    "on_behalf_of", Localized(en: "On behalf of", sv: "För"))
  private static let began = Column(key: "began", title: Localized(en: "Began", sv: "Började"))
  private static let ended = Column(key: "ended", title: Localized(en: "Ended", sv: "Slutade"))
  private static let outcome = Column(
    key: "outcome", title: Localized(en: "Outcome", sv: "Utfall"))
  private static let hours = Column.number("hours", Localized(en: "Hours", sv: "Timmar"))
  private static let isLate = Column(key: "is_late", title: Localized(en: "Late", sv: "Försenad"))

  public static let description = ViewDescription(
    "service-cases",
    title: Localized(en: "Cases measured", sv: "Mätta ärenden"),
    question: Localized(
      en: "How long did each request, execution, removal and incident clock take, and for whom?",
      sv: "Hur lång tid tog varje begäran, verkställighet, borttagning och tidsgräns, och för vem?"),
    controls: [.accessRights, .followUp],
    columns: [
      measure, part, subject, .person, .name, systems, .entitlement, performedBy, onBehalfOf, began,
      ended, .due, outcome, hours, isLate,
    ], key: ["measure", "part", "case", "on_behalf_of", "began", "ended"],
    filters: [.system, .entitlement, .person, .unit, .from, .until],
    remark: Localized(
      en:
        "--unit takes what the unit performs and what is done on its behalf; --from and --until, what began then. Who performs what nobody has done yet is the unit that owns the system. Hours of an open case are counted up to the moment of the question.",
      sv:
        "--unit tar med det som enheten utför och det som görs för dess räkning; --from och --until det som började då. Det som ingen har gjort än utförs av den enhet som äger systemet. Timmar för ett öppet ärende räknas fram till frågans tidpunkt."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.serviceCases().map { found in
      [
        .word(code: found.measure.code, found.measure.word), .text(orEmpty: found.part),
        .text(found.subject), .id(found.person), question.nameCell(found.person),
        .list(found.systems.map { "\($0)" }), .id(found.entitlement?.name),
        .id(found.performedBy), .id(found.onBehalfOf), .instant(orEmpty: found.began),
        .instant(orEmpty: found.ended), .end(orEmpty: found.due),
        .word(code: found.outcome.code, found.outcome.word),
        .hours(found.duration(at: question.asOf)), .flag(found.isLate),
      ]
    }
  }
}

extension ViewQuestion {
  /// The cases that the filter lets through, by measure, then in the order of record.
  func serviceCases() -> [ServiceLevelCase] {
    register.serviceCases(at: asOf, in: zone).filter { found in
      let isUnit =
        filter.units.isEmpty || admits(unit: found.performedBy) || admits(unit: found.onBehalfOf)
      let isEntitlement =
        filter.entitlements.isEmpty
        || found.entitlement.map(filter.entitlements.contains) ?? false
      return isUnit && isEntitlement && filter.admits(anyOf: found.systems)
        && filter.admits(found.person) && filter.admits(found.began)
    }
  }
}

extension Cell {
  /// A length in hours with one decimal, rounded to the nearest and a half upwards; `empty` for none.
  static func hours(_ milliseconds: Int64?) -> Cell {
    milliseconds.map { .real(Double(($0 * 10 + 1_800_000) / 3_600_000) / 10) } ?? .empty
  }
}
