import AccessModel
import Chronology
import Diagnostics
import Projections

/// The sentence that says why a grant is, or is not, in effect.
struct GrantReason {
  let grant: GrantRow
  let state: GrantState
  let facts: GrantFacts
  let phrasing: Phrasing
  let suspensions: [Suspension]

  init(_ grant: GrantRow, _ state: GrantState, _ question: ViewQuestion) {
    self.grant = grant
    self.state = state
    facts = GrantFacts(grant, state, question)
    phrasing = question.phrasing
    suspensions = question.register.suspensions(of: grant, at: question.asOf)
  }

  var answer: AccessAnswer {
    let (ground, reason) = verdict
    return AccessAnswer(
      ground: ground, reason: reason, request: grant.request, grant: grant.id, end: facts.end)
  }

  private var verdict: (AccessAnswer.Ground, Localized) {
    let id = grant.id
    switch state {
    case .inEffect: return (.inEffect, inEffect)
    case .suspended: return (.suspended, suspended)
    case .undecided:
      return (
        .undecided,
        Localized(
          en: "No: \(id) was found working in the system, and nobody is known to have decided it.",
          sv: "Nej: \(id) hittades i bruk i systemet, och inget beslut är känt.")
      )
    case .decided where facts.standing.isAccountOver:
      let when = facts.standing.execution?.accountUntil.map { phrasing.end($0) }
      return (
        .notCarriedOut,
        Localized(
          en:
            "No: the account of \(id) stopped working \(when?.english ?? ""), and the decision is not carried out again.",
          sv:
            "Nej: kontot för \(id) slutade fungera \(when?.swedish ?? ""), och beslutet är inte verkställt på nytt."
        )
      )
    case .decided:
      let who = decider
      return (
        .notCarriedOut,
        Localized(
          en: "No: \(id) is decided\(who.english) and not yet carried out in the system.",
          sv: "Nej: \(id) är beslutad\(who.swedish) men ännu inte verkställd i systemet.")
      )
    case .scheduled:
      let start = phrasing.start(facts.from)
      return (
        .notBegun,
        Localized(
          en: "No: \(id) is carried out and does not begin before \(start).",
          sv: "Nej: \(id) är verkställd men börjar inte gälla förrän \(start).")
      )
    case .ending, .ended: return over
    }
  }

  private var decider: Localized {
    guard let decision = facts.decision else { return Localized(verbatim: "") }
    let name = phrasing.person(decision.decider)
    return Localized(en: " by \(name)", sv: " av \(name)")
  }

  private var inEffect: Localized {
    let start = phrasing.start(facts.from)
    let scope = facts.standing.scope.map {
      Localized(en: " for \($0) only", sv: " endast för \($0)")
    }
    let end =
      facts.end.map { phrasing.until($0.at) } ?? Localized(en: "with no end", sv: "tills vidare")
    if let emergency = grant.emergency {
      let kind = emergency.kind.word
      return Localized(
        en:
          "Yes: \(grant.id), emergency access (\(kind.english)), is in effect from \(start) \(end.english).",
        sv: "Ja: \(grant.id), nödåtkomst (\(kind.swedish)), gäller från \(start) \(end.swedish).")
    }
    let who = decider
    let wider = widening
    return Localized(
      en:
        "Yes: \(grant.id), decided\(who.english), is in effect\(scope?.english ?? "") from \(start) \(end.english)\(wider.english).",
      sv:
        "Ja: \(grant.id), beslutad\(who.swedish), gäller\(scope?.swedish ?? "") från \(start) \(end.swedish)\(wider.swedish)."
    )
  }

  /// What is decided besides and has no effect before it is carried out.
  private var widening: Localized {
    guard facts.standing.toCarryOut == .widening else { return Localized(verbatim: "") }
    let scope = facts.standing.terms.scope
    return Localized(
      en: "; \(scope.map { "\($0)" } ?? "the whole system") is decided and not yet carried out",
      sv: "; \(scope.map { "\($0)" } ?? "hela systemet") är beslutat men ännu inte verkställt")
  }

  private var suspended: Localized {
    func list(_ language: Language) -> String {
      suspensions.map { suspension in
        let since = phrasing.start(suspension.since)
        let by = suspension.by.map { phrasing.person($0) }
        let until = suspension.until.map { phrasing.until($0).text(in: language) }
        let cause = suspension.cause.word.text(in: language)
        return switch language {
        case .english:
          "since \(since)\(until.map { " \($0)" } ?? "")\(by.map { " by \($0)" } ?? "") (\(cause))"
        case .swedish:
          "sedan \(since)\(until.map { " \($0)" } ?? "")\(by.map { " av \($0)" } ?? "") (\(cause))"
        }
      }.joined(separator: "; ")
    }
    return Localized(
      en: "No: \(grant.id) is suspended \(list(.english)).",
      sv: "Nej: \(grant.id) är spärrad \(list(.swedish)).")
  }

  private var over: (AccessAnswer.Ground, Localized) {
    let id = grant.id
    let left = remaining
    guard let end = facts.end else {
      let removal = grant.removal.map { phrasing.time($0.fact.effective) } ?? ""
      return (
        .removed,
        Localized(
          en: "No: \(id) was removed from the system \(removal).",
          sv: "Nej: \(id) togs bort ur systemet \(removal).")
      )
    }
    let when = phrasing.end(end.at)
    switch end.cause {
    case .expired:
      return (
        .expired,
        Localized(
          en: "No: \(id) expired \(when.english)\(left.english).",
          sv: "Nej: tiden för \(id) gick ut \(when.swedish)\(left.swedish).")
      )
    case .revoked:
      let by = grant.ending.map { phrasing.person($0.by) } ?? ""
      let cause = grant.ending?.cause.word ?? Localized(verbatim: "")
      let time = phrasing.time(end.at)
      return (
        .revoked,
        Localized(
          en: "No: \(id) was revoked \(time) by \(by) (\(cause.english))\(left.english).",
          sv: "Nej: \(id) återkallades \(time) av \(by) (\(cause.swedish))\(left.swedish).")
      )
    case .affiliationEnded:
      let person = grant.person.map { phrasing.person($0) } ?? "\(id)"
      return (
        .personLeft,
        Localized(
          en: "No: \(person) left \(when.english), and \(id) ended with that\(left.english).",
          sv:
            "Nej: \(person) slutade \(when.swedish), och därmed upphörde \(id)\(left.swedish).")
      )
    case .transferred:
      let person = grant.person.map { phrasing.person($0) } ?? "\(id)"
      return (
        .personMoved,
        Localized(
          en:
            "No: \(person) moved, nobody confirmed \(id) for the new place, and it ended \(when.english)\(left.english).",
          sv:
            "Nej: \(person) flyttade, ingen bekräftade \(id) för den nya platsen, och den upphörde \(when.swedish)\(left.swedish)."
        )
      )
    case .systemClosed:
      let system = grant.entitlement.system
      return (
        .systemClosed,
        Localized(
          en: "No: \(system) was closed \(when.english), and \(id) ended with that\(left.english).",
          sv:
            "Nej: \(system) avvecklades \(when.swedish), och därmed upphörde \(id)\(left.swedish).")
      )
    }
  }

  /// What is still to be done in the system.
  private var remaining: Localized {
    guard state == .ending else { return Localized(verbatim: "") }
    return Localized(
      en: "; it is not yet removed from the system", sv: "; den är ännu inte borttagen ur systemet")
  }
}
