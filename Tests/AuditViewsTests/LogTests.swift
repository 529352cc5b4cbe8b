import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventSourcing
import Events
import Projections
import Testing
import Transparency

@Suite struct LogTests {
  private func positions(_ chronicle: Chronicle, _ change: (inout LogFilter) -> Void) -> [String] {
    var filter = LogFilter()
    change(&filter)
    var log = EventLog(chronicle.question(asOf: "2026-12-01"), filter)
    for event in chronicle.events { log.add(event) }
    return log.table.column("type")
  }

  @Test func `events are found by person, system, grant, request, type, position and time`() {
    var chronicle = Chronicle.organisation()
    let first = UInt64(chronicle.events.count)
    chronicle.grant(1, p(6), e(s(1), "read"))
    chronicle.revoke(1, on: "2026-04-01")
    chronicle.grant(2, p(7), e(s(1), "write"), on: "2026-05-01", upTo: .endorsed)
    #expect(positions(chronicle) { _ in }.count == chronicle.events.count)
    let chain = [
      "request.submitted", "request.endorsed", "request.approved", "grant.provisioned",
      "grant.revoked",
    ]
    #expect(positions(chronicle) { $0.grants = [GrantID(number: 1)] } == chain)
    #expect(positions(chronicle) { $0.requests = [RequestID(number: 1)] } == chain)
    #expect(
      positions(chronicle) { $0.persons = [p(6)] } == [
        "person.registered", "person.affiliation-started",
      ] + chain)
    #expect(
      positions(chronicle) {
        $0.persons = [p(5)]
        $0.typePrefix = "grant."
      } == [
        "grant.provisioned"
      ])
    #expect(
      positions(chronicle) {
        $0.systems = [s(1)]
        $0.fromPosition = first
      }.count == 7)
    #expect(positions(chronicle) { $0.systems = [s(2)] } == [])
    #expect(
      positions(chronicle) {
        $0.fromPosition = first
        $0.toPosition = first + 1
      } == [
        "request.submitted", "request.endorsed",
      ])
    #expect(
      positions(chronicle) {
        $0.from = moment("2026-04-01")
        $0.to = moment("2026-05-01")
      } == [
        "grant.revoked"
      ])
  }

  @Test func `every type of event has a line in both languages`() {
    let digest = SHA256.digest(of: [1])
    let key = KeyFingerprint(digest: digest)
    let text = Commitment(digest)
    let (request, grant) = (RequestID(number: 1), GrantID(number: 1))
    let start = moment("2026-01-01")
    let events: [AccessEvent] =
      [
        .ledger(
          .opened(
            LedgerOpened(
              origin: l("o.example"), timeZone: l("UTC"), logKey: l("o.example+00000000+AA==")))),
        .ledger(
          .tailQuarantined(
            TailQuarantined(segment: l("0001"), offset: 0, length: 9, digest: digest))),
        .ledger(.clockStepped(ClockStepped(lastRecorded: start, clock: start))),
        .key(
          .enrolled(
            KeyEnrolled(
              fingerprint: key, publicKey: l("ssh-ed25519 AAAA"), principal: p(1), kind: .person))),
        .key(.revoked(KeyRevoked(fingerprint: key, principal: p(1)))),
        .unit(.registered(UnitRegistered(unit: u(1), name: l("En"), kind: .unit, parent: u(2)))),
        .person(.registered(PersonRegistered(person: p(1), category: .supplier))),
        .person(
          .affiliationStarted(
            AffiliationStarted(
              affiliation: AffiliationID(number: 1), person: p(1), unit: u(1), from: start))),
        .person(
          .affiliationEnded(
            AffiliationEnded(
              affiliation: AffiliationID(number: 1), person: p(1), lastDay: Day(number: 20_000)))),
        .role(
          .assigned(
            RoleAssigned(
              assignment: AssignmentID(number: 1), role: .steward, holder: p(1), system: s(1),
              from: start))),
        .role(.ended(RoleEnded(assignment: AssignmentID(number: 1)))),
        .system(
          .registered(
            SystemRegistered(system: s(1), name: l("Ett"), owner: u(1), ownership: .common))),
        .system(
          .classified(
            SystemClassified(system: s(1), confidentiality: 1, integrity: 2, availability: 3))),
        .system(.statusChanged(SystemStatusChanged(system: s(1), status: .pilot))),
        .system(
          .entitlementDefined(
            EntitlementDefined(
              entitlement: e(s(1), "read"), name: l("Läsa"), description: l("läser"),
              account: .personal, privilege: .ordinary, decidedBy: .steward))),
        .system(
          .accountFound(
            AccountFound(account: AccountID(number: 1), system: s(1), kind: .shared))),
        .request(
          .submitted(
            RequestSubmitted(
              request: request, kind: .new, person: p(1), entitlement: e(s(1), "read"),
              scope: ScopeName("ward-3"), from: start, requester: p(2), purpose: .audit,
              need: text))),
        .request(
          .endorsed(RequestEndorsed(request: request, endorser: p(2), outcome: .notSupported))),
        .request(.withdrawn(RequestWithdrawn(request: request))),
        .request(
          .approved(
            RequestApproved(
              request: request, grant: grant, decider: p(3), actingFor: p(4), authority: .role,
              from: start))),
        .request(
          .denied(
            RequestDenied(request: request, decider: p(3), authority: .role, ground: .unstated))
        ),
        .grant(
          .provisioned(
            GrantProvisioned(grant: grant, request: request, by: p(5), at: start, from: start))),
        .grant(.revoked(GrantRevoked(grant: grant, by: p(5), cause: .incident))),
        .grant(.removalConfirmed(RemovalConfirmed(grant: grant, by: p(5)))),
        .grant(
          .takenOver(
            GrantTakenOver(
              grant: grant, entitlement: e(s(1), "read"), account: AccountID(number: 1),
              source: digest))),
        .review(
          .itemDecided(
            ReviewItemDecided(
              review: ReviewID(number: 1), grant: grant, reviewer: p(1), outcome: .cannotJudge))),
        .incident(
          .reported(
            IncidentReported(
              incident: IncidentID(number: 1), noticed: start, systems: [s(1)], entitlements: [],
              grants: [], personalData: .unknown, severity: 3, reporter: p(1), what: text))),
        .incident(.closed(IncidentClosed(incident: IncidentID(number: 1), by: p(1)))),
      ]
      + lifeEvents(grant: grant, request: request, text: text, digest: digest, start: start)
      + IncidentEvents.afterReport(text: text, digest: digest, at: start)
    #expect(events.map(EventLine.type) == EventKind.allCases.map { "\($0.name)" })
    let phrasing = Phrasing(zone: .utc)
    var register = Register()
    for (position, event) in events.enumerated() {
      let line = EventLine.summary(event, phrasing, register: register)
      let isGood =
        !line.english.isEmpty && line.english != line.swedish && !line.swedish.hasSuffix(".")
        && !line.swedish.contains("  ") && !line.english.contains("  ")
        && !line.english.contains("Optional")
      #expect(isGood, "\(line)")
      register.apply(
        Recorded(
          position: UInt64(position), recorded: start, id: UniqueID(high: 0, low: 0), revision: 0,
          effective: start, actor: Actor(principal: p(1)),
          command: CommandStamp(
            id: UniqueID(high: 0, low: UInt64(position)), channel: .commandLine),
          caseNumber: nil, reason: nil, event: event))
    }
    #expect(
      EventLine.summary(events[19], phrasing).swedish
        == "P-3, som ersättare för P-4, biföll R-1 som G-1 från 2026-01-01 tills vidare")
  }

  private func lifeEvents(
    grant: GrantID, request: RequestID, text: Commitment, digest: Digest, start: Instant
  ) -> [AccessEvent] {
    let affiliation = AffiliationID(number: 1)
    let right = e(s(1), "read")
    let rule = SeparationRuleID(number: 1)
    let account = AccountID(number: 1)
    let delegation = DelegationID(number: 1)
    return [
      .unit(.renamed(UnitRenamed(unit: u(1), name: l("Ny")))),
      .unit(.moved(UnitMoved(unit: u(1), parent: u(3)))),
      .unit(.closed(UnitClosed(unit: u(1), successors: [u(2)]))),
      .person(
        .affiliationChanged(AffiliationChanged(affiliation: affiliation, person: p(1), unit: u(2)))),
      .person(
        .absenceStarted(
          AbsenceStarted(affiliation: affiliation, person: p(1), from: start, effect: .suspend))),
      .person(.absenceEnded(AbsenceEnded(affiliation: affiliation, person: p(1)))),
      .person(
        .trainingCompleted(
          TrainingCompleted(person: p(1), course: CourseCode(number: 1), completed: start))),
      .person(.identityChanged(IdentityChanged(person: p(1), details: [.name, .email]))),
      .person(
        .identityErased(
          IdentityErased(person: p(1), basis: .left, approver: p(2), receipt: digest))),
      .delegation(
        .granted(
          DelegationGranted(
            delegation: delegation, order: l("Order"), version: 1, body: u(1),
            position: PositionCode(number: 1), matter: MatterCode(number: 1), maySubdelegate: .no,
            reporting: .reported, from: start))),
      .delegation(.revoked(DelegationRevoked(delegation: delegation))),
      .delegation(
        .reported(
          DelegationReported(
            body: u(1), meeting: Day(number: 20_000), from: start, until: start,
            requests: [request], minutes: l("§ 1")))),
      .system(.changed(SystemChanged(system: s(1), name: l("Annat")))),
      .system(
        .riskAnalysed(
          RiskAnalysed(
            analysis: AnalysisID(number: 1), system: s(1), kind: .general, conducted: start,
            method: l("M"), reference: l("R"), residual: 1))),
      .system(
        .entitlementChanged(EntitlementChanged(entitlement: right, conditions: .init(level: 3)))),
      .system(.entitlementRetired(EntitlementRetired(entitlement: right))),
      .system(
        .accountDescribed(
          AccountDescribed(account: account, system: s(1), kind: .shared, owner: p(1)))),
      .system(.accountRotated(AccountRotated(account: account, system: s(1)))),
      .separation(
        .ruleAdopted(
          SeparationRuleAdopted(
            rule: rule, kind: .conflict, severity: .block, first: [right], second: [e(s(1), "pay")],
            rationale: l("Why"), from: start))),
      .separation(
        .exceptionApproved(
          SeparationExceptionApproved(
            exception: SeparationExceptionID(number: 1), rule: rule, person: p(1), control: text,
            decider: p(2), from: start, until: start))),
      .policy(
        .adopted(
          PolicyAdopted(
            policy: PolicyID(number: 1), level: .group, body: u(1), from: start, reviewBy: start,
            document: DocumentText("# Regler\n") ?? DocumentText(blank: ()), digest: digest))),
      .request(.amended(RequestAmended(request: request, need: text))),
      .request(.returned(RequestReturned(request: request, by: p(2), due: start))),
      .grant(.suspended(GrantSuspended(grant: grant, by: p(2), cause: .absence))),
      .grant(.resumed(GrantResumed(grant: grant, by: p(2)))),
      .grant(.narrowed(GrantNarrowed(grant: grant, by: p(2)))),
      .grant(.expired(GrantExpired(grant: grant, expired: start, cause: .period))),
      .grant(
        .emergencyActivated(
          EmergencyActivated(
            grant: GrantID(number: 2), person: p(1), entitlement: right, kind: .real, from: start,
            until: start))),
      .grant(
        .emergencyReviewed(
          EmergencyReviewed(grant: GrantID(number: 2), reviewer: p(2), judgement: .justified))),
      .ledger(
        .eventCorrected(
          EventCorrected(
            target: 3, event: UniqueID(high: 1, low: 2), field: l("until"), decider: p(2)))),
      .ledger(
        .secrecyMarked(
          SecrecyMarked(
            marking: .yes, person: p(1), provision: l("OSL 21:3"), isProtectedIdentity: .yes))),
      .ledger(
        .logKeyReplaced(
          LogKeyReplaced(logKey: l("o.example+2+BA=="), previous: l("o.example+1+AA==")))),
      .ledger(.logKeyRetired(LogKeyRetired(logKey: l("o.example+1+AA==")))),
      .ledger(
        .restored(
          LedgerRestored(
            size: 3, root: digest, seenSize: 5, seenBy: l("audit"), decider: p(2),
            origin: l("o.example/2"), previous: l("o.example")))),
      .ledger(.headRebuilt(HeadRebuilt(size: 3, digest: digest))),
      .ledger(
        .disposalDecided(
          DisposalDecided(
            disposal: DisposalID(number: 1), body: u(1), retention: .grants, keepMonths: 120,
            from: start))),
      .ledger(
        .recordsDisposed(
          RecordsDisposed(
            disposal: DisposalID(number: 1), approver: p(2), grants: [grant], requests: [request],
            count: 3, receipt: digest))),
      .ledger(
        .holdSet(HoldSet(hold: HoldID(number: 1), target: StreamID(.person, p(1))))),
      .ledger(.holdLifted(HoldLifted(hold: HoldID(number: 1)))),
      .ledger(
        .recordDisclosed(
          RecordDisclosed(
            request: l("KS 1"), view: l("who"), asOf: start, size: 1,
            root: digest, profile: .public, maskedCount: 3, recipient: .media,
            decider: p(1), ground: text, digest: digest))),
      .ledger(
        .disclosureDenied(
          DisclosureDenied(
            request: l("KS 2"), recipient: .anybody, provision: l("OSL 18:8"), decider: p(1),
            ground: text))),
    ] + observations(grant: grant, digest: digest, start: start)
  }

  private func observations(grant: GrantID, digest: Digest, start: Instant) -> [AccessEvent] {
    let flag = FlagID(number: 1)
    return [
      .usage(
        .imported(
          UsageImported(
            system: s(1), from: start, until: start, source: digest, rows: 1,
            uses: [AccountUse(account: AccountID(number: 1), last: start)]))),
      .reconciliation(
        .recorded(
          ReconciliationRecorded(
            reconciliation: ReconciliationID(number: 1), system: s(1), source: digest,
            taken: start, part: 1, matched: 3, missing: [grant], unknown: [], differing: []))),
      .reconciliation(
        .discrepancyResolved(
          DiscrepancyResolved(
            reconciliation: ReconciliationID(number: 1), system: s(1), number: 1,
            outcome: .removed, by: p(5)))),
      .stale(
        .flagged(
          StaleFlagged(
            flag: flag, rule: .unused, about: .grant(grant), person: p(1), system: s(1),
            since: start, evidence: [], due: start))),
      .stale(.notified(StaleNotified(flag: flag, notice: .notice, to: [p(2)]))),
      .stale(.reopened(StaleReopened(flag: flag, due: start))),
      .stale(
        .resolved(StaleResolved(flag: flag, outcome: .justified, by: p(2), until: start))),
    ] + reviewEvents(grant: grant, digest: digest, start: start)
  }

  /// One event of each kind that is about reviews, besides the answer.
  private func reviewEvents(grant: GrantID, digest: Digest, start: Instant) -> [AccessEvent] {
    let review = ReviewID(number: 1)
    var closed = ReviewCampaignClosed(blank: ())
    closed.review = review
    closed.by = p(1)
    closed.attester = p(2)
    return [
      .review(
        .campaignPlanned(
          ReviewCampaignPlanned(
            review: review, axis: .system, system: s(1), opens: start, due: start,
            reviewer: .steward, fallback: .owner, onNoResponse: .suspend, planner: p(1)))),
      .review(
        .campaignStarted(
          ReviewCampaignStarted(review: review, asOf: 3, items: 1, manifest: digest))),
      .review(
        .itemRouted(
          ReviewItemRouted(
            review: review, routing: .assign, grants: [grant], reviewer: p(1), role: .steward,
            cause: .started))),
      .review(
        .itemLapsed(
          ReviewItemLapsed(review: review, grants: [grant], effect: .suspend, due: start))),
      .review(.effectsReleased(ReviewEffectsReleased(review: review, by: p(1), items: 1))),
      .review(.campaignClosed(closed)),
      .review(
        .campaignAssessed(
          ReviewCampaignAssessed(review: review, auditor: p(2), outcome: .rejected, grants: []))),
    ]
  }
}
