public import AccessModel
import Chronology
public import Diagnostics
public import Projections

/// Yes or no to a person's use of an entitlement, and why.
public struct AccessAnswer: Hashable, Sendable {
  /// What decides the answer.
  public enum Ground: Hashable, Sendable, CaseIterable {
    case inEffect
    case neverRequested
    case awaitingEndorsement
    case notEndorsed
    case awaitingDecision
    case returned
    case denied
    case withdrawn
    case lapsed
    case notCarriedOut
    case notBegun
    case suspended
    case expired
    case revoked
    case personLeft
    /// The person moved, and nobody confirmed the access in time.
    case personMoved
    case systemClosed
    /// It is gone from the system, and nothing is known to have ended it.
    case removed
    case undecided

    /// What programs read.
    public var code: String {
      switch self {
      case .inEffect: GrantState.inEffect.code
      case .neverRequested: "never-requested"
      case .awaitingEndorsement: RequestState.awaitingEndorsement.code
      case .notEndorsed: RequestState.notEndorsed.code
      case .awaitingDecision: RequestState.awaitingDecision.code
      case .returned: RequestState.returned.code
      case .denied: RequestState.denied.code
      case .withdrawn: RequestState.withdrawn.code
      case .lapsed: RequestState.lapsed.code
      case .notCarriedOut: "not-carried-out"
      case .notBegun: "not-begun"
      case .suspended: GrantState.suspended.code
      case .expired: GrantEnd.Cause.expired.code
      case .revoked: GrantEnd.Cause.revoked.code
      case .personLeft: GrantEnd.Cause.affiliationEnded.code
      case .personMoved: GrantEnd.Cause.transferred.code
      case .systemClosed: GrantEnd.Cause.systemClosed.code
      case .removed: "removed"
      case .undecided: GrantState.undecided.code
      }
    }
  }

  public var isYes: Bool { ground == .inEffect }
  public var ground: Ground
  /// The answer in one sentence.
  public var reason: Localized
  /// The request it rests on, or that is not granted.
  public var request: RequestID?
  /// The grant it rests on, or that is not in effect.
  public var grant: GrantID?
  /// What ends or ended the grant.
  public var end: GrantEnd?
}

extension AccessAnswer {
  /// The answer with what it rests on, for programs.
  public var card: Card {
    Card(
      name: "can", title: reason,
      fields: [
        .init("is_yes", Localized(en: "May", sv: "Får"), .flag(isYes)),
        .init("ground", Localized(en: "Ground", sv: "Grund"), .text(ground.code)),
        .init("reason", Localized(en: "Reason", sv: "Skäl"), .localized(reason)),
        .init(.request, .id(request)), .init(.grant, .id(grant)),
        .init(.ends, .end(orEmpty: end?.at)),
        .init(
          .endCause,
          isYes ? .empty : end.map { .word(code: $0.cause.code, $0.cause.word) } ?? .empty),
      ])
  }
}

/// Whether a person may use an entitlement at a moment.
///
/// The caller has made sure that both are known. Of several grants one in effect decides; else what is about to begin, else what is
/// asked for, else what ended last.
public enum Can {
  public static let description = ViewDescription(
    "can",
    title: Localized(en: "Whether a person has access", sv: "Om en person har åtkomst"),
    question: Localized(
      en: "May a person use an entitlement, and why or why not?",
      sv: "Får en person använda en behörighet, och varför eller varför inte?"),
    controls: [.accessRights, .authorisedUsers], filters: [.person, .entitlement], form: .answer)

  public static func answer(
    person: PersonID, entitlement: EntitlementID, _ question: ViewQuestion
  ) -> AccessAnswer {
    let matter = AccessMatter(person: person, entitlement: entitlement, question)
    if let (grant, state) = matter.grant {
      return GrantReason(grant, state, question).answer
    }
    if let (request, state) = matter.request {
      return answer(request, state, question)
    }
    let name = question.phrasing.person(person)
    return AccessAnswer(
      ground: .neverRequested,
      reason: Localized(
        en: "No: nobody has asked for \(entitlement) for \(name).",
        sv: "Nej: ingen har begärt \(entitlement) åt \(name)."))
  }

  private static func answer(
    _ request: RequestRow, _ state: RequestState, _ question: ViewQuestion
  ) -> AccessAnswer {
    let phrasing = question.phrasing
    let id = request.id
    let ground: AccessAnswer.Ground
    let reason: Localized
    switch state {
    case .awaitingEndorsement:
      ground = .awaitingEndorsement
      reason = Localized(
        en: "No: the request \(id) waits for a manager to endorse the need.",
        sv: "Nej: begäran \(id) väntar på att en chef ska tillstyrka behovet.")
    case .notEndorsed:
      ground = .notEndorsed
      let who = request.endorsement.map { phrasing.person($0.endorser) } ?? ""
      reason = Localized(
        en: "No: the need in the request \(id) was not endorsed by \(who), and nothing is decided.",
        sv: "Nej: behovet i begäran \(id) är avstyrkt av \(who), och inget är beslutat.")
    case .awaitingDecision:
      ground = .awaitingDecision
      reason = Localized(
        en: "No: the request \(id) is endorsed and waits for a decision.",
        sv: "Nej: begäran \(id) är tillstyrkt och väntar på beslut.")
    case .returned:
      ground = .returned
      let due = request.returned.map { phrasing.last($0.due) } ?? ""
      reason = Localized(
        en: "No: the request \(id) was sent back with a question, to be answered by \(due).",
        sv: "Nej: begäran \(id) är återsänd för komplettering senast \(due).")
    case .lapsed:
      ground = .lapsed
      let when = phrasing.time(question.register.lapse(of: request, at: question.asOf))
      reason = Localized(
        en: "No: the request \(id) lapsed \(when), because nobody had decided it.",
        sv: "Nej: begäran \(id) förföll \(when), eftersom ingen hade beslutat den.")
    case .withdrawn:
      ground = .withdrawn
      let when = request.withdrawn.map { phrasing.time($0.effective) } ?? ""
      reason = Localized(
        en: "No: the request \(id) was withdrawn \(when).",
        sv: "Nej: begäran \(id) togs tillbaka \(when).")
    case .denied:
      ground = .denied
      let who = request.decision.map { phrasing.person($0.decider) } ?? ""
      let when = request.decision.map { phrasing.time($0.fact.effective) } ?? ""
      reason = Localized(
        en: "No: the request \(id) was denied by \(who) \(when).",
        sv: "Nej: begäran \(id) avslogs av \(who) \(when).")
    case .approved:
      // Approved, and no grant has begun: history that names the grant first when it is carried out.
      ground = .notCarriedOut
      reason = Localized(
        en: "No: the request \(id) is approved and not yet carried out in the system.",
        sv: "Nej: begäran \(id) är bifallen men ännu inte verkställd i systemet.")
    }
    return AccessAnswer(
      ground: ground, reason: reason, request: id, grant: request.decision?.grant)
  }
}
