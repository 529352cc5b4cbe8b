import AccessModel
import Chronology
import Commands
import Events
import Projections
import Transparency

private let rights = [read, admin, seal, lead, visit, clients, files, leases, plans]

// The steps of requests and of grants.
extension PlayedHistory {
  mutating func stepOfRequest() {
    let waiting = register.requests.rows.suffix(24).filter {
      switch register.state(of: $0, at: now) {
      case .awaitingEndorsement, .awaitingDecision, .returned, .notEndorsed: true
      case .approved, .denied, .withdrawn, .lapsed, nil: false
      }
    }
    guard waiting.count > 2, !random.once(in: 4), let request = some(waiting) else {
      submitNew()
      return
    }
    switch (register.state(of: request, at: now), random.below(20)) {
    case (.awaitingEndorsement, 0..<17): endorseSome(request)
    case (.awaitingDecision, 0..<17), (.awaitingEndorsement, 17): decide(request)
    case (.returned, 0..<14), (.notEndorsed, 0..<10): amendSome(request)
    case (.notEndorsed, 10..<14), (_, 18): withdrawSome(request)
    case (_, _): sendBackSome(request)
    }
  }

  private mutating func submitNew() {
    let person = isHostile() ? someone() : somebodyHere()
    let from = now.advanced(byMilliseconds: Int64(random.below(6) - 1) * 86_400_000)
    var until: Instant? = random.once(in: 3) ? nil : later(days: 200)
    if isHostile() { until = later(days: 900) }
    let right = some(rights) ?? read
    if right == admin || right == lead || right == visit, random.below(8) > 0 {
      until = later(days: right == visit ? 25 : 200)
    }
    let requester = random.once(in: 3) ? somebodyHere() : person
    ask(
      .request(
        .submit(
          SubmitRequest(
            request: new(), person: person, entitlement: right,
            scope: random.once(in: 6) ? some([north, south]) : nil, from: from, until: until,
            requester: requester,
            purpose: random.once(in: 30) ? .unstated : .publicTask,
            duty: random.once(in: 12) ? nil : "Case officer",
            need: random.once(in: 30) ? "." : "Handles the cases of round \(step)."))),
      by: recorder(for: requester), effective: moment(), reason: reason())
  }

  private mutating func endorseSome(_ request: RequestRow) {
    let able = register.persons.ids.filter {
      $0 != request.person
        && register.endorsingAuthority(of: $0, over: request.person, at: now) != nil
    }
    let endorser = isHostile() ? someone() : some(able) ?? manager
    ask(
      .request(
        .endorse(
          EndorseRequest(
            request: request.id, endorser: endorser,
            outcome: random.once(in: 10) ? .notSupported : .supported,
            hasNoInterest: !random.once(in: 10)))),
      by: recorder(for: endorser), effective: moment(), isShown: !random.once(in: 8),
      reason: reason())
  }

  private mutating func decide(_ request: RequestRow) {
    let right = register.systems[request.entitlement.system]?.entitlement(request.entitlement.name)
    let able = register.persons.ids.filter { person in
      right.flatMap {
        register.authority(of: person, over: $0, for: request.person, at: now)
      } != nil
    }
    let decider = isHostile() ? someone() : some(able) ?? steward
    let deciders = random.once(in: 40) ? [decider, someone()] : [decider]
    let by = recorder(for: decider)
    if random.once(in: 10) {
      ask(
        .request(
          .deny(DenyRequest(request: request.id, deciders: deciders, ground: .needNotShown))),
        by: by, effective: moment(), isShown: !random.once(in: 8), reason: reason())
      return
    }
    // What was found is decided on now and then.
    let found = register.grants.rows.filter {
      $0.isUndecided && $0.person == request.person && $0.entitlement == request.entitlement
    }
    let grant = some(found)?.id ?? new()
    var until: Instant??
    if random.once(in: 6) { until = random.once(in: 3) ? .some(nil) : later(days: 150) }
    ask(
      .request(
        .approve(
          ApproveRequest(
            request: request.id, grant: grant, deciders: deciders,
            from: random.once(in: 5) ? later(days: 40) : nil, until: until,
            reviewDays: random.once(in: 8) ? Int64(1 + random.below(400)) : nil))),
      by: by, effective: moment(), isShown: !random.once(in: 8), reason: reason())
  }

  private mutating func amendSome(_ request: RequestRow) {
    ask(
      .request(
        .amend(
          AmendRequest(
            request: request.id, need: "Handles the other cases of round \(step).",
            until: random.once(in: 2) ? later(days: 90) : nil))),
      by: recorder(for: request.requester), reason: reason())
  }

  private mutating func withdrawSome(_ request: RequestRow) {
    ask(
      .request(.withdraw(WithdrawRequest(request: request.id))),
      by: isHostile() ? someone() : request.requester, reason: reason())
  }

  private mutating func sendBackSome(_ request: RequestRow) {
    ask(
      .request(
        .sendBack(ReturnRequest(request: request.id, by: steward, due: later(days: 20)))),
      by: recorder(for: steward), reason: reason())
  }

  mutating func stepOfGrant() {
    guard let grant = someGrant() else {
      takeOverSome()
      return
    }
    let state = register.state(of: grant, at: now)
    switch (state, random.below(20)) {
    case (.decided, 0..<16): provisionSome(grant)
    case (.ending, 0..<12):
      ask(
        .grant(.confirmRemoval(ConfirmRemoval(grant: grant.id, by: administrator))),
        by: recorder(for: administrator), effective: moment(), reason: reason())
    case (.ending, 12..<16):
      ask(.grant(.noteExpiry(NoteExpiry(grant: grant.id))), reason: reason())
    case (.suspended, 0..<8):
      let by = recorder(for: steward)
      ask(
        .grant(.resume(ResumeGrant(grant: grant.id, by: steward))), by: by, effective: moment(),
        reason: reason())
    case (_, 0..<3): suspendSome(grant)
    case (_, 3..<5): narrowSome(grant)
    case (_, 5..<9): submitChange(of: grant)
    case (_, 9): revokeSome(grant)
    case (_, 11): provisionSome(grant)
    case (_, 12): takeOverSome()
    case (_, 13..<16): emergency()
    case (_, _): confirmSome(grant)
    }
  }

  /// One of the last grants that began, most often one that goes on.
  private mutating func someGrant() -> GrantRow? {
    let recent = register.grants.rows.suffix(60)
    let waiting = recent.filter { $0.provisioned == nil && $0.ending == nil && !$0.isUndecided }
    if random.once(in: 2), let grant = some(waiting.suffix(8)) { return grant }
    let open = recent.filter { $0.removal == nil }
    return random.once(in: 8) ? some(recent) : some(open)
  }

  private mutating func provisionSome(_ grant: GrantRow) {
    var account: AccountID?
    if grant.entitlement == admin || grant.entitlement == lead, !isHostile() {
      let new: AccountID = new()
      ask(
        .system(
          .findAccount(
            FindAccount(
              account: new, system: grant.entitlement.system, kind: .admin, person: grant.person))))
      account = new
    }
    ask(
      .grant(
        .provision(
          ProvisionGrant(
            grant: grant.id, by: administrator, at: random.once(in: 10) ? moment() : nil,
            until: random.once(in: 10) ? .some(later(days: 60)) : nil,
            accountUntil: random.once(in: 10) ? later(days: 30) : nil, account: account))),
      by: recorder(for: administrator), effective: moment(), isShown: !random.once(in: 8),
      reason: reason())
  }

  private mutating func suspendSome(_ grant: GrantRow) {
    let causes: [SuspensionCause] = [.risk, .risk, .absence, .trainingLapsed, .incident]
    let by = recorder(for: grant.person ?? steward)
    ask(
      .grant(
        .suspend(
          SuspendGrant(
            grant: grant.id, by: random.once(in: 2) ? steward : manager,
            cause: some(causes) ?? .risk, until: random.once(in: 2) ? later(days: 20) : nil))),
      by: by, effective: moment(), reason: reason())
  }

  private mutating func narrowSome(_ grant: GrantRow) {
    ask(
      .grant(
        .narrow(
          NarrowGrant(
            grant: grant.id, by: steward, scope: random.once(in: 3) ? some([north, south]) : nil,
            until: random.once(in: 2) ? later(days: 60) : nil,
            reviewDays: random.once(in: 4) ? Int64(1 + random.below(200)) : nil))),
      by: recorder(for: steward), effective: moment(), reason: reason())
  }

  private mutating func submitChange(of grant: GrantRow) {
    guard let holder = grant.person else { return }
    let isRenewal = random.once(in: 2)
    let terms = grant.terms(at: now)
    ask(
      .request(
        .submit(
          SubmitRequest(
            request: new(), kind: isRenewal ? .renew : .change, grant: grant.id,
            person: isHostile() ? someone() : holder, entitlement: grant.entitlement,
            scope: isRenewal ? terms.scope : some([north, south]), from: now,
            until: random.once(in: 5) ? terms.until : later(days: 300), requester: holder,
            purpose: .publicTask, duty: "Case officer", need: "Goes on with round \(step)."))),
      by: recorder(for: holder), effective: moment(), reason: reason())
  }

  private mutating func revokeSome(_ grant: GrantRow) {
    let causes: [RevocationCause] = [.needEnded, .incident, .needEnded]
    ask(
      .grant(
        .revoke(
          RevokeGrant(
            grant: grant.id, by: random.once(in: 3) ? manager : steward,
            cause: some(causes) ?? .needEnded,
            lastDay: random.once(in: 4) ? someDay() : nil))),
      by: recorder(for: grant.person ?? steward), effective: moment(), reason: reason())
  }

  private mutating func confirmSome(_ grant: GrantRow) {
    let leaders = register.persons.ids.filter { person in
      grant.person.flatMap { register.managership(of: person, over: $0, at: now) } != nil
    }
    let by = isHostile() ? someone() : some(leaders) ?? manager
    ask(
      .person(.confirm(ConfirmAccess(grant: grant.id, by: by))), by: recorder(for: by),
      effective: moment(), reason: reason())
  }

  private mutating func takeOverSome() {
    let right = some(rights) ?? read
    let person = random.once(in: 6) ? nil : somebodyHere()
    let account: AccountID = new()
    ask(
      .system(
        .findAccount(
          FindAccount(account: account, system: right.system, kind: .personal, person: person))))
    ask(
      .grant(
        .takeOver(
          TakeOverGrant(
            grant: new(), entitlement: right, account: account, person: person,
            source: .init(bytes: .init())))), effective: moment(), reason: reason())
  }

  private mutating func emergency() {
    let open = register.grants.rows.filter { $0.emergency.map { $0.review == nil } ?? false }
    if let grant = some(open), random.once(in: 2) {
      let reviewer = isHostile() ? someone() : steward
      ask(
        .grant(
          .followUpEmergency(
            FollowUpEmergency(
              grant: grant.id, reviewer: reviewer,
              judgement: random.once(in: 3) ? .unjustified : .justified, measures: nil))),
        by: recorder(for: reviewer), effective: moment(), reason: reason())
      return
    }
    let person = somebodyHere()
    ask(
      .grant(
        .activateEmergency(
          ActivateEmergency(
            grant: new(), person: person, entitlement: isHostile() ? some(rights) ?? read : read,
            kind: random.once(in: 3) ? .exercise : .real, hours: Int64(1 + random.below(26)),
            notified: isHostile() ? [] : [.steward]))),
      by: random.once(in: 2) ? otherSteward : person, effective: moment(), reason: reason())
  }
}
