import AccessModel
import Diagnostics
import Projections

/// How shortfalls are told.
extension Shortfall {
  /// What programs read.
  var code: String {
    switch self {
    case .reviewInterval: "review-interval"
    case .validity: "validity"
    case .onePerson: "one-person"
    case .account: "account"
    case .prerequisites: "prerequisites"
    case .decider: "decider"
    }
  }

  var word: Localized {
    switch self {
    case .reviewInterval: Localized(en: "time between reviews", sv: "tid mellan granskningar")
    case .validity: Localized(en: "length", sv: "längd")
    case .onePerson: Localized(en: "two persons", sv: "två personer")
    case .account: Localized(en: "separate account", sv: "skilt konto")
    case .prerequisites: Localized(en: "position and courses", sv: "befattning och utbildning")
    case .decider: Localized(en: "who decided", sv: "vem som beslutat")
    }
  }

  /// What the grant has, and what is asked for.
  var words: Localized {
    switch self {
    case .reviewInterval(let days, let most):
      return Self.words(days, most, never: Localized(en: "never", sv: "aldrig"))
    case .validity(let days, let most):
      return Self.words(days, most, never: Localized(en: "no end", sv: "inget slut"))
    case .onePerson(let person):
      return Localized(
        en: "\(person) endorsed and decided", sv: "\(person) tillstyrkte och beslutade")
    case .account(let account):
      let name = account.map { "\($0)" } ?? "–"
      return Localized(
        en: "account \(name) is no admin account of its own",
        sv: "kontot \(name) är inget eget administratörskonto")
    case .prerequisites(let lacking):
      let lapsed = lacking.lapsedCourses.map { "\($0.course)" }
      let all =
        (lacking.missingPosition.map { ["\($0)"] } ?? [])
        + lacking.missingCourses.map { "\($0)" }
      return Localized(
        en: (all + lapsed.map { "\($0) (lapsed)" }).joined(separator: ", "),
        sv: (all + lapsed.map { "\($0) (förfallen)" }).joined(separator: ", "))
    case .decider(let role, let needed):
      let held = role?.word ?? Localized(en: "no role", sv: "ingen roll")
      return Localized(
        en: "decided by \(held.english), not \(needed.word.english)",
        sv: "beslutad av \(held.swedish), inte \(needed.word.swedish)")
    }
  }

  private static func words(_ days: Int64?, _ most: Int64, never: Localized) -> Localized {
    guard let days else {
      return Localized(
        en: "\(never.english); at most \(most) days", sv: "\(never.swedish); högst \(most) dagar")
    }
    return Localized(
      en: "\(days) days; at most \(most)", sv: "\(days) dagar; högst \(most)")
  }
}
