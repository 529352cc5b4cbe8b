import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  func violations(
    of event: RequestEvent, in proposal: Proposal, under effective: EffectivePolicy
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let policy = effective.policy
    switch event {
    case .submitted(let request):
      found.add(OrderedPeriod.check(from: request.from, until: request.until))
      guard proposal.channel != .migration else { break }
      found.add(presence(of: request.person, from: request.from))
      found.add(
        readiness(of: request.entitlement.system, at: request.from, vacancy: policy.vacancy))
      found.add(openness(of: request.entitlement, at: max(request.from, proposal.effective)))
      found += changeViolations(of: request, at: proposal.effective)
      found.add(
        OneOpenGrant.check(
          person: request.person, entitlement: request.entitlement,
          open: openRequest(for: request, at: proposal.effective)
            ?? openGrant(
              of: request.person, request.entitlement, request.scope, at: request.from,
              except: request.changedGrant)))
      found += needViolations(of: request, at: proposal.effective, under: policy)
    case .endorsed(let endorsed):
      guard let request = requests[endorsed.request] else { break }
      found.add(alreadyOver(request, in: proposal))
      found.add(awaitingAnswer(request, at: proposal.effective))
      found.add(interestViolation(of: endorsed, on: request, in: proposal, under: policy))
      found.add(
        EndorserIsManager.check(
          endorser: endorsed.endorser, subject: request.person,
          isManager: endorsingAuthority(
            of: endorsed.endorser, over: request.person, at: proposal.effective) != nil))
      found.add(shown(proposal, by: endorsed.endorser, hasEvidence: false))
    case .withdrawn(let withdrawn):
      found.add(requests[withdrawn.request].flatMap { alreadyOver($0, in: proposal) })
    case .amended(let amended):
      found += violations(of: amended, in: proposal, under: policy)
    case .returned(let returned):
      guard let request = requests[returned.request] else { break }
      found.add(alreadyOver(request, in: proposal))
      found.add(awaitingAnswer(request, at: proposal.effective))
      found.add(OrderedPeriod.check(from: proposal.effective, until: returned.due))
    case .approved(let approved):
      guard let request = requests[approved.request] else {
        found.add(AcceptedNeed.check(request: approved.request, isEndorsed: false))
        break
      }
      found.add(alreadyOver(request, in: proposal))
      found.add(awaitingAnswer(request, at: proposal.effective))
      found += changeViolations(of: request, approved, at: proposal.effective)
      found += decisionViolations(
        on: request, DecisionClaim(approved), in: proposal, under: policy)
      found.add(
        twoPersons(
          on: request, by: approved.decider, at: proposal.effective,
          exception: separationExceptionUsed(by: approved, on: request, in: proposal),
          under: policy))
      found.add(citation(approved.policies, in: proposal, under: effective))
      if proposal.channel != .migration {
        found += separation(
          of: request, decider: approved.decider, provisioner: nil,
          reviewDays: approved.reviewDays, at: proposal.effective, under: policy)
      }
      found.add(
        AcceptedNeed.check(
          request: request.id, isEndorsed: request.endorsement?.outcome == .supported))
      found.add(shown(proposal, by: approved.decider, hasEvidence: approved.evidence != nil))
      guard approved.grant != nil else { break }
      found.add(ReducingIsFree.check(present: request.until, proposed: approved.until))
      found += periodViolations(
        of: request, from: approved.from, until: approved.until, reviewDays: approved.reviewDays,
        notBefore: approved.from,
        exception: separationExceptionUsed(by: approved, on: request, in: proposal),
        under: policy, in: proposal.zone)
      found += separationViolations(of: request, by: approved, in: proposal)
      guard proposal.channel != .migration else { break }
      let moment = max(approved.from, proposal.effective)
      found.add(openness(of: request.entitlement, at: moment))
      found.add(prerequisiteViolation(of: request, at: moment))
      // Access that was found works already: with the decision it is carried out.
      if let grant = approved.grant.flatMap({ grants[$0] }), grant.isUndecided {
        found += accountViolations(
          of: request.person, request.entitlement, on: grant.account, at: moment)
      }
    case .denied(let denied):
      guard let request = requests[denied.request] else {
        found.add(AcceptedNeed.check(request: denied.request, isEndorsed: false))
        break
      }
      found.add(alreadyOver(request, in: proposal))
      // A question that was not answered in time may be answered by a denial.
      if let question = request.openQuestion(at: proposal.effective),
        proposal.effective < question.due
      {
        found.add(awaitingAnswer(request, at: proposal.effective))
      }
      found += decisionViolations(
        on: request, DecisionClaim(denied), in: proposal, under: policy)
      found.add(citation(denied.policies, in: proposal, under: effective))
      found.add(shown(proposal, by: denied.decider, hasEvidence: denied.evidence != nil))
    }
    return found
  }

  /// INV-22: a request is decided once, and not after it was taken back or nobody decided it in time.
  ///
  /// How late a decision came is no matter in history that is taken over.
  func alreadyOver(_ request: RequestRow, in proposal: Proposal) -> Diagnostic? {
    if let decision = request.decision {
      return TerminalStates.violation(
        of: .decidedRequest, "\(request.id)",
        state: decision.isApproval
          ? Localized(en: "approved", sv: "bifallen") : Localized(en: "denied", sv: "avslagen"),
        at: decision.fact.effective)
    }
    if let withdrawn = request.withdrawn {
      return TerminalStates.violation(
        of: .withdrawnRequest, "\(request.id)", state: RequestState.withdrawn.word,
        at: withdrawn.effective)
    }
    let lapse = lapse(of: request, at: proposal.effective)
    guard proposal.channel != .migration, lapse <= proposal.effective else { return nil }
    return TerminalStates.violation(
      of: .lapsedRequest, "\(request.id)", state: RequestState.lapsed.word, at: lapse)
  }

  /// INV-03: to grant takes two persons where the stakes are high; to deny takes one.
  private func twoPersons(
    on request: RequestRow, by decider: PersonID, at moment: Instant,
    exception: SeparationExceptionID?, under policy: AccessPolicy
  ) -> Diagnostic? {
    guard let system = systems[request.entitlement.system],
      let entitlement = system.entitlement(request.entitlement.name)
    else { return nil }
    let baseline = baseline(
      of: entitlement, for: persons[request.person]?.category ?? .employee, at: moment,
      under: policy, restsOnException: exception != nil)
    return TwoPersons.check(
      endorser: request.endorsement?.endorser, decider: decider, privilege: baseline.privilege,
      level: baseline.level,
      isNeeded: baseline.rules.needsTwoPersons, analysis: baseline.twoPersonsBy,
      exception: exception)
  }

  /// INV-11, INV-12, INV-13, INV-14 and INV-17 on a grant that is about to begin.
  ///
  /// - Parameter earliest: the moment before which nothing is asked of person and system. History dates a grant to the beginning of its
  ///   first day, which may be before the hour at which the person was registered.
  func periodViolations(
    of request: RequestRow, from: Instant, until: Instant?, reviewDays: Int64?,
    notBefore earliest: Instant, exception: SeparationExceptionID? = nil,
    under policy: AccessPolicy, in zone: TimeZoneRules
  ) -> [Diagnostic] {
    guard let system = systems[request.entitlement.system],
      let entitlement = system.entitlement(request.entitlement.name),
      let person = persons[request.person]
    else { return [] }
    let moment = max(from, earliest)
    var found: [Diagnostic] = []
    found.add(OrderedPeriod.check(from: from, until: until))
    let baseline = baseline(
      of: entitlement, for: person.category, at: moment, under: policy,
      restsOnException: exception != nil)
    let terms = entitlement.terms(at: moment)
    let needsEnd = BoundedTime.needsEnd(category: person.category, privilege: baseline.privilege)
    let limits = limits(
      for: person, of: terms, from: from, isEnding: until != nil || needsEnd, under: baseline,
      in: zone)
    found.add(
      BoundedTime.check(
        until: until, reviewDays: reviewDays ?? system.details(at: moment).reviewDays,
        reviewDaysMax: min(baseline.reviewDaysMax, terms.reviewDays ?? baseline.reviewDaysMax),
        category: person.category, privilege: baseline.privilege, latest: limits.map(\.at).min()))
    // Where an end is missing, one refusal asks for it and says how late it may be.
    if until != nil || !needsEnd {
      found.add(LongestValidity.check(until: until, limits: limits))
    }
    found.add(presence(of: request.person, from: moment))
    found.add(readiness(of: system.id, at: moment, vacancy: policy.vacancy))
    found.add(
      OneOpenGrant.check(
        person: request.person, entitlement: request.entitlement,
        open: openGrant(
          of: request.person, request.entitlement, request.scope, at: from,
          except: request.changedGrant)))
    return found
  }

  /// The most that the rules let a decision on a request give: the latest end, `nil` when nothing bounds it, and the longest time between
  /// reviews, in days.
  func bounds(
    of request: RequestRow, by approved: RequestApproved, in proposal: Proposal,
    under policy: AccessPolicy
  ) -> (latest: Instant?, reviewDays: Int64)? {
    guard
      let entitlement = systems[request.entitlement.system]?.entitlement(request.entitlement.name),
      let person = persons[request.person]
    else { return nil }
    let restsOnException =
      separationExceptionUsed(by: approved, on: request, in: proposal) != nil
    let baseline = baseline(
      of: entitlement, for: person.category, at: approved.from, under: policy,
      restsOnException: restsOnException)
    let limits = limits(
      for: person, of: entitlement.terms(at: approved.from), from: approved.from, isEnding: true,
      under: baseline, in: proposal.zone)
    return (
      limits.map(\.at).min(),
      reviewDays(
        of: entitlement, for: person.category, at: proposal.effective, under: policy,
        restsOnException: restsOnException)
    )
  }

  /// What bounds the end of a grant. An open end is bounded only by the person's own time and by what is decided for the entitlement.
  private func limits(
    for person: PersonRow, of entitlement: EntitlementTerms, from: Instant, isEnding: Bool,
    under terms: GrantBaseline, in zone: TimeZoneRules
  ) -> [LongestValidity.Limit] {
    var limits: [LongestValidity.Limit] = []
    if isEnding, let end = terms.rules.validity.latestEnd(from: from, in: zone) {
      let length = terms.rules.validity.phrase
      limits.append(
        LongestValidity.Limit(
          Localized(en: "the rules: \(length.english)", sv: "reglerna: \(length.swedish)"),
          at: end))
    }
    if let days = terms.analysedValidityDaysMax, isEnding {
      limits.append(
        LongestValidity.Limit(
          Localized(
            en: "the risk analysis: \(days) days", sv: "riskanalysen: \(days) dagar"),
          at: lastMoment(from: from, days: days)))
    }
    if let days = entitlement.validityDaysMax {
      limits.append(
        LongestValidity.Limit(
          Localized(
            en: "the entitlement: \(days) days", sv: "behörigheten: \(days) dagar"),
          at: lastMoment(from: from, days: days)))
    }
    if let end = person.presenceEnd(after: from), end > from {
      limits.append(
        LongestValidity.Limit(
          Localized(
            en: "the employment or assignment", sv: "anställningen eller uppdraget"), at: end))
    }
    return limits
  }

  /// The end of a period of so many days, whatever number the log or a command says.
  ///
  /// One more hour, so that a period counted in days across a change of the clocks is not a day too long.
  private func lastMoment(from: Instant, days: Int64) -> Instant {
    // Longer than the calendar is for ever, and its milliseconds still fit.
    let days = min(max(days, 0), 4_000_000)
    return from.advanced(byMilliseconds: days * 86_400_000 + 3_600_000)
  }

  func presence(of person: PersonID, from: Instant) -> Diagnostic? {
    ActiveAffiliation.check(
      person: person, from: from, isActiveAtStart: isPresent(person, at: from))
  }

  private func readiness(
    of system: SystemID, at moment: Instant, vacancy: VacancyEffect
  ) -> Diagnostic? {
    guard let row = systems[system] else { return nil }
    let missing = [Role.owner, .steward, .deputy].filter {
      holders(of: $0, for: system, at: moment).isEmpty
    }
    return SystemReady.check(
      system: system, status: row.status(at: moment),
      isClassified: row.classification(at: moment) != nil, missingRoles: missing,
      vacancy: vacancy)
  }

  /// SYS-09.
  private func openness(of id: EntitlementID, at moment: Instant) -> Diagnostic? {
    guard let row = systems[id.system]?.entitlement(id.name) else { return nil }
    return OpenEntitlement.check(
      entitlement: id, retired: row.retired?.effective, successor: row.successor, at: moment)
  }

  /// INV-15.
  private func prerequisiteViolation(of request: RequestRow, at moment: Instant) -> Diagnostic? {
    guard
      let row = systems[request.entitlement.system]?.entitlement(request.entitlement.name)
    else { return nil }
    let lacking = prerequisites(of: request.person, for: row, at: moment)
    return MetPrerequisites.check(
      person: request.person, entitlement: row.id, missingPosition: lacking.missingPosition,
      missingCourses: lacking.missingCourses,
      lapsed: lacking.lapsedCourses.map { ($0.course, $0.since) })
  }

  func shown(
    _ proposal: Proposal, by person: PersonID, hasEvidence: Bool
  ) -> Diagnostic? {
    guard proposal.channel != .migration else { return nil }
    return ShownDecision.check(
      principal: proposal.actor.principal, person: person,
      isShown: proposal.hasCase || hasEvidence)
  }

  /// A grant of the same right to the same person, in a scope that has something in common, that is not over at a moment.
  ///
  /// What nobody decided and what is used in an emergency stands in nobody's way.
  private func openGrant(
    of person: PersonID, _ entitlement: EntitlementID, _ scope: ScopeName?, at moment: Instant,
    except changed: GrantID?
  ) -> String? {
    guard let row = persons[person] else { return nil }
    for index in row.grants {
      let grant = grants[index]
      guard grant.entitlement == entitlement, grant.id != changed, !grant.isUndecided,
        grant.emergency == nil, GrantTerms.overlap(grant.terms(at: moment).scope, scope)
      else { continue }
      if let end = end(of: grant, at: moment), end.at <= moment { continue }
      if grant.removal != nil { continue }
      return "\(grant.id)"
    }
    return nil
  }

  private func openRequest(for request: RequestSubmitted, at moment: Instant) -> String? {
    (persons[request.person]?.requests ?? []).lazy.map { requests[$0] }.last {
      $0.entitlement == request.entitlement && GrantTerms.overlap($0.scope, request.scope)
        && $0.decision == nil && $0.withdrawn == nil && moment < lapse(of: $0, at: moment)
    }.map { "\($0.id)" }
  }
}
