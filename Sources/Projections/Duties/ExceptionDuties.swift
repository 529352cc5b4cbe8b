import AccessModel
import Diagnostics
import Events

/// Exceptions from the segregation of duties whose time runs out.
public enum ExceptionDuties: DutySource {
  public static let kind = DutyKind(
    "exception-end",
    Localized(
      en: "An exception from the segregation of duties ends",
      sv: "Ett undantag från åtskillnaden av uppgifter upphör"),
    consequence: Localized(
      en: "What the person holds then breaks the rule.",
      sv: "Det som personen innehar bryter därefter mot regeln."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let (register, moment) = (inquiry.register, inquiry.moment)
    let breaches = register.separationBreaches(at: moment)
    return register.separationExceptions.rows.compactMap { row in
      let exception = row.exception
      guard exception.from <= moment, moment < exception.until,
        register.separationException(from: exception.rule, for: exception.person, at: moment)?
          .exception == exception.exception,
        !isFollowed(row, inquiry),
        let breach = breaches.first(where: {
          $0.rule.rule == exception.rule && $0.person == exception.person
        })
      else { return nil }
      let leaders = register.managers(of: exception.person, at: moment)
      var duty = Duty(
        kind, "\(row.id)",
        actors: leaders.isEmpty ? inquiry.holders(of: .securityCoordinator) : leaders,
        due: exception.until, since: exception.from,
        command:
          "liggare separation show \(exception.rule)")
      duty.person = exception.person
      duty.entitlement = breach.entitlement
      duty.system = breach.entitlement.system
      return duty
    }
  }

  /// Whether another exception holds when this one ends.
  private static func isFollowed(_ row: SeparationExceptionRow, _ inquiry: DutyInquiry) -> Bool {
    inquiry.register.separationExceptions.rows.contains { other in
      other.id != row.id && other.exception.rule == row.exception.rule
        && other.exception.person == row.exception.person
        && other.exception.from <= row.exception.until
        && row.exception.until < other.exception.until
    }
  }
}
