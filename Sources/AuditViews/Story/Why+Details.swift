import AccessModel
import Chronology
import Diagnostics
import EventSourcing
import Events
import Projections

extension Why {
  /// What a reader wants to know of an event besides its sentence.
  func details(of recorded: Recorded<AccessEvent>) -> [Story.Detail] {
    switch recorded.event {
    case .request(.submitted(let request)):
      return need(request)
    case .request(.endorsed(let endorsed)):
      return managership(endorsed, at: recorded.effective)
    case .request(.approved(let approved)):
      return authority(
        approved.authority, approved.assignment, approved.delegation, of: approved.request,
        hasEvidence: approved.evidence != nil, at: recorded.effective)
        + (approved.conditions.map {
          [.init(Localized(en: "Conditions", sv: "Villkor"), question.texts($0).words)]
        } ?? [])
    case .request(.denied(let denied)):
      return authority(
        denied.authority, denied.assignment, denied.delegation, of: denied.request,
        hasEvidence: denied.evidence != nil, at: recorded.effective)
    case .grant(.provisioned(let provisioned)):
      return execution(provisioned)
    case .incident(.reported(let incident)):
      return [
        .init(
          Localized(en: "What happened", sv: "Vad som hände"),
          question.words(of: incident.what, in: incident.incident))
      ]
    case .request(.amended(let amended)):
      return [
        .init(Localized(en: "Need", sv: "Behov"), question.texts(amended.need).words)
      ]
    case .grant(.emergencyReviewed(let reviewed)):
      guard let measures = reviewed.measures else { return [] }
      return [.init(Localized(en: "Measures", sv: "Åtgärder"), question.texts(measures).words)]
    case .separation(.exceptionApproved(let exception)):
      return [
        .init(
          Localized(en: "Compensating control", sv: "Kompenserande kontroll"),
          question.texts(exception.control).words)
      ]
    case .grant(.takenOver), .grant(.revoked), .grant(.removalConfirmed), .grant(.suspended),
      .grant(.resumed), .grant(.narrowed), .grant(.expired), .grant(.emergencyActivated),
      .request(.withdrawn), .request(.returned), .review, .incident, .ledger, .key,
      .unit, .person, .role, .delegation, .separation(.ruleAdopted), .policy, .system, .usage,
      .reconciliation, .stale:
      // The sentence says it all.
      return []
    }
  }

  private func need(_ request: RequestSubmitted) -> [Story.Detail] {
    var details: [Story.Detail] = []
    if let duty = request.duty {
      details.append(.init(Localized(en: "Duty", sv: "Arbetsuppgift"), question.texts(duty).words))
    }
    details.append(.init(Localized(en: "Need", sv: "Behov"), question.texts(request.need).words))
    details.append(.init(Localized(en: "Purpose", sv: "Ändamål"), request.purpose.word))
    if let alternative = request.alternative {
      details.append(
        .init(
          Localized(en: "Alternative considered", sv: "Övervägt alternativ"),
          question.texts(alternative).words))
    }
    if let analysis = request.analysis {
      details.append(
        .init(Localized(en: "Analysis", sv: "Analys"), Localized(verbatim: "\(analysis)")))
    }
    return details
  }

  private func managership(_ endorsed: RequestEndorsed, at moment: Instant) -> [Story.Detail] {
    guard let person = question.register.requests[endorsed.request]?.person,
      let assignment = question.register.endorsingAuthority(
        of: endorsed.endorser, over: person, at: moment)?.assignment
        .flatMap({ question.register.assignments[$0] })
    else { return [] }
    return [.init(Localized(en: "As", sv: "I egenskap av"), words(of: assignment))]
  }

  private func authority(
    _ kind: AuthorityKind, _ assignment: AssignmentID?, _ delegation: DelegationID?,
    of request: RequestID, hasEvidence: Bool, at moment: Instant
  ) -> [Story.Detail] {
    let register = question.register
    var text = kind.word
    if let row = assignment.flatMap({ register.assignments[$0] }) {
      let held = words(of: row)
      text.english += ", as \(held.english)"
      text.swedish += ", som \(held.swedish)"
    }
    if let row = delegation.flatMap({ register.delegations[$0] }) {
      let line = question.words(of: row)
      text.english += ", by \(line.english)"
      text.swedish += ", enligt \(line.swedish)"
    }
    var details = [Story.Detail(Localized(en: "Authority", sv: "Befogenhet"), text)]
    if let entitlement = register.requests[request]?.entitlement,
      let system = register.systems[entitlement.system]
    {
      let levels =
        system.classification(at: moment).map { Localized(verbatim: "\($0) (K/R/T)") }
        ?? Localized(en: "not classified", sv: "inte klassat")
      details.append(
        .init(
          Localized(
            en: "\(entitlement.system) was then", sv: "\(entitlement.system) var då"),
          Localized(
            en: "\(system.status(at: moment).word.english), \(levels.english)",
            sv: "\(system.status(at: moment).word.swedish), \(levels.swedish)")))
    }
    if hasEvidence {
      details.append(
        .init(
          Localized(en: "Evidence", sv: "Underlag"),
          Localized(en: "a document, by its digest", sv: "en handling, genom dess kontrollsumma")))
    }
    return details
  }

  private func execution(_ provisioned: GrantProvisioned) -> [Story.Detail] {
    let phrasing = question.phrasing
    var details = [
      Story.Detail(
        Localized(en: "Works", sv: "Fungerar"),
        phrasing.period(from: max(provisioned.at, provisioned.from), until: provisioned.until))
    ]
    if let account = provisioned.account {
      details.append(
        .init(AccountSubject.word.capitalised, Localized(verbatim: phrasing.account(account))))
    }
    return details
  }

  /// `system steward for Name (S-1) since 2026-01-01, appointed by Name (U-1) (D-1) [7]`.
  private func words(of assignment: AssignmentRow) -> Localized {
    let register = question.register
    let place =
      assignment.system.map { id in
        register.systems[id].map { "\($0.name(at: question.asOf)) (\(id))" } ?? "\(id)"
      }
      ?? assignment.unit.map { id in register.units[id].map { "\($0.name) (\(id))" } ?? "\(id)" }
    let since = question.phrasing.start(assignment.from)
    let end = "(\(assignment.id)) [\(assignment.assigned.position)]"
    let body = assignment.appointedBy.map { unit in
      register.units[unit].map { "\($0.name) (\(unit))" } ?? "\(unit)"
    }
    return Localized(
      en:
        "\(assignment.role.word.english)\(place.map { " for \($0)" } ?? "") since \(since)\(body.map { ", appointed by \($0)" } ?? "") \(end)",
      sv:
        "\(assignment.role.word.swedish)\(place.map { " för \($0)" } ?? "") sedan \(since)\(body.map { ", utsedd av \($0)" } ?? "") \(end)"
    )
  }
}
