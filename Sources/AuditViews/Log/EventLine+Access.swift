import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// The sentences of the families that are about one request or grant.
extension EventLine {
  static func summary(_ event: RequestEvent, _ phrasing: Phrasing) -> Localized {
    switch event {
    case .submitted(let request):
      let requester = phrasing.person(request.requester)
      let period = phrasing.period(from: request.from, until: request.until)
      let kind = kind(request)
      let what = Localized(
        en: "\(kind.english)\(request.entitlement)\(scope(request.scope))",
        sv: "\(kind.swedish)\(request.entitlement)\(scope(request.scope))")
      guard request.requester != request.person else {
        return Localized(
          en: "\(requester) asked for \(what.english) \(period.english) (\(request.request))",
          sv: "\(requester) begärde \(what.swedish) \(period.swedish) (\(request.request))")
      }
      let person = phrasing.person(request.person)
      return Localized(
        en:
          "\(requester) asked for \(what.english) for \(person) \(period.english) (\(request.request))",
        sv:
          "\(requester) begärde \(what.swedish) åt \(person) \(period.swedish) (\(request.request))"
      )
    case .endorsed(let endorsed):
      let person = phrasing.person(endorsed.endorser)
      let outcome = endorsed.outcome.word
      return Localized(
        en: "The need in \(endorsed.request) was \(outcome.english) by \(person)",
        sv: "Behovet i \(endorsed.request) är \(outcome.swedish) av \(person)")
    case .withdrawn(let withdrawn):
      return Localized(
        en: "The request \(withdrawn.request) was withdrawn",
        sv: "Begäran \(withdrawn.request) togs tillbaka")
    case .approved(let approved):
      let decider = phrasing.decider(approved.decider, actingFor: approved.actingFor)
      let period = phrasing.period(from: approved.from, until: approved.until)
      let grant = approved.grant.map { Localized(en: " as \($0)", sv: " som \($0)") }
      return Localized(
        en:
          "\(decider.english) approved \(approved.request)\(grant?.english ?? "") \(period.english)",
        sv: "\(decider.swedish) biföll \(approved.request)\(grant?.swedish ?? "") \(period.swedish)"
      )
    case .denied(let denied):
      let decider = phrasing.decider(denied.decider, actingFor: denied.actingFor)
      return Localized(
        en: "\(decider.english) denied \(denied.request)\(ground(denied).english)",
        sv: "\(decider.swedish) avslog \(denied.request)\(ground(denied).swedish)")
    case .amended(let amended):
      return Localized(
        en: "The need in \(amended.request) was stated anew",
        sv: "Behovet i \(amended.request) angavs på nytt")
    case .returned(let returned):
      let person = phrasing.person(returned.by)
      let due = phrasing.last(returned.due)
      return Localized(
        en: "\(person) sent \(returned.request) back with a question, to be answered by \(due)",
        sv: "\(person) återremitterade \(returned.request) för komplettering senast \(due)")
    }
  }

  private static func ground(_ denied: RequestDenied) -> Localized {
    guard denied.ground != .unstated else { return Localized(verbatim: "") }
    let word = denied.ground.word
    return Localized(en: ": \(word.english)", sv: ": \(word.swedish)")
  }

  /// `a change of G-1, `, for what changes a grant that is there.
  private static func kind(_ request: RequestSubmitted) -> Localized {
    let grant = request.grant.map { "\($0)" } ?? "?"
    switch request.kind {
    case .new, .bulk: return Localized(verbatim: "")
    case .change: return Localized(en: "a change of \(grant) to ", sv: "ändring av \(grant) till ")
    case .renew: return Localized(en: "a renewal of \(grant), ", sv: "förlängning av \(grant), ")
    }
  }

  static func summary(
    _ event: GrantEvent, _ phrasing: Phrasing, _ register: Register?
  ) -> Localized {
    let about = about(event.grant, phrasing, register)
    switch event {
    case .provisioned(let provisioned):
      let person = phrasing.person(provisioned.by)
      return Localized(
        en: "\(person) carried out \(about)", sv: "\(person) verkställde \(about)")
    case .revoked(let revoked):
      let person = phrasing.person(revoked.by)
      return Localized(
        en: "\(person) revoked \(about): \(revoked.cause.word.english)",
        sv: "\(person) återkallade \(about): \(revoked.cause.word.swedish)")
    case .removalConfirmed(let removal):
      let person = phrasing.person(removal.by)
      return Localized(
        en: "\(person) confirmed that \(about) is gone from the system",
        sv: "\(person) bekräftade att \(about) är borta ur systemet")
    case .takenOver(let found):
      let account = phrasing.account(found.account)
      return Localized(
        en:
          "\(found.entitlement) was found working for the account \(account), with no known decision (\(found.grant))",
        sv:
          "\(found.entitlement) hittades i bruk för kontot \(account), utan känt beslut (\(found.grant))"
      )
    case .suspended(let suspended):
      let person = phrasing.person(suspended.by)
      let cause = suspended.cause.word
      return Localized(
        en: "\(person) suspended \(about): \(cause.english)",
        sv: "\(person) spärrade \(about): \(cause.swedish)")
    case .resumed(let resumed):
      let person = phrasing.person(resumed.by)
      return Localized(
        en: "\(person) resumed \(about)", sv: "\(person) hävde spärren för \(about)")
    case .narrowed(let narrowed):
      let person = phrasing.person(narrowed.by)
      let what = narrowing(narrowed, phrasing)
      return Localized(
        en: "\(person) narrowed \(about)\(what.english)",
        sv: "\(person) begränsade \(about)\(what.swedish)")
    case .expired(let expired):
      let cause = expired.cause.word
      return Localized(
        en: "\(about) had ended: \(cause.english)", sv: "\(about) hade upphört: \(cause.swedish)")
    case .emergencyActivated(let emergency):
      let person = phrasing.person(emergency.person)
      let kind = emergency.kind.word
      return Localized(
        en:
          "\(person) activated emergency access to \(emergency.entitlement), \(kind.english) (\(emergency.grant))",
        sv:
          "\(person) aktiverade nödåtkomst till \(emergency.entitlement), \(kind.swedish) (\(emergency.grant))"
      )
    case .emergencyReviewed(let reviewed):
      let person = phrasing.person(reviewed.reviewer)
      let judgement = reviewed.judgement.word
      return Localized(
        en: "\(person) followed up the emergency access \(about): \(judgement.english)",
        sv: "\(person) följde upp nödåtkomsten \(about): \(judgement.swedish)")
    }
  }

  /// `G-1 (S-1/read, P-3)`, or `G-1` alone where the register is not at hand.
  static func about(
    _ grant: GrantID, _ phrasing: Phrasing, _ register: Register?
  ) -> String {
    guard let row = register?.grants[grant] else { return "\(grant)" }
    let holder = row.person.map { phrasing.person($0) } ?? row.account.map { phrasing.account($0) }
    return
      "\(grant) (\(row.entitlement)\(scope(row.decided.scope))\(holder.map { ", \($0)" } ?? ""))"
  }

  /// `: to ward-3, until 2026-12-31, reviewed every 90 days`, as far as it says so.
  private static func narrowing(_ narrowed: GrantNarrowed, _ phrasing: Phrasing) -> Localized {
    var parts: [Localized] = []
    if let scope = narrowed.scope {
      parts.append(Localized(en: "to \(scope) only", sv: "till endast \(scope)"))
    }
    if let until = narrowed.until { parts.append(phrasing.until(until)) }
    if let days = narrowed.reviewDays {
      parts.append(
        Localized(en: "reviewed every \(days) days", sv: "granskas var \(days):e dag"))
    }
    guard !parts.isEmpty else { return Localized(verbatim: "") }
    return Localized(
      en: ": " + parts.map(\.english).joined(separator: ", "),
      sv: ": " + parts.map(\.swedish).joined(separator: ", "))
  }

  private static func scope(_ scope: ScopeName?) -> String { scope.map { " [\($0)]" } ?? "" }
}

extension Phrasing {
  /// The decider, and for whom when they act as a deputy.
  func decider(_ decider: PersonID, actingFor: PersonID?) -> Localized {
    let name = person(decider)
    guard let actingFor else { return Localized(verbatim: name) }
    let other = person(actingFor)
    return Localized(
      en: "\(name), acting for \(other),", sv: "\(name), som ersättare för \(other),")
  }
}
