import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Events
import Projections
import Testing
import Transparency

/// The codes of what is found, in order.
private func codes(_ chronicle: Chronicle, _ day: String) -> [String] {
  Findings.answer(chronicle.question(asOf: day)).column("code").sorted()
}

/// An organisation whose one system lacks nothing.
private func complete() -> Chronicle { Chronicle.organisation() }

private func system(_ event: SystemEvent) -> AccessEvent { .system(event) }

private func end(_ number: Int) -> AccessEvent {
  .person(
    .affiliationEnded(
      AffiliationEnded(affiliation: AffiliationID(number: number), person: p(number))))
}

@Suite struct `What the register lacks` {
  @Test func `a register that lacks nothing has no findings`() {
    #expect(codes(complete(), "2026-02-01") == [])
  }

  @Test func `a vacancy is found since the moment it began, with the command that fills it`() {
    var chronicle = complete()
    chronicle.add(.role(.ended(RoleEnded(assignment: .init(number: 3)))), at: "2026-03-01")
    chronicle.add(end(2), at: "2026-04-01")
    #expect(codes(chronicle, "2026-02-28") == [])
    let found = Findings.answer(chronicle.question(asOf: "2026-05-01"))
    #expect(found.column("code").sorted() == ["FND-01", "FND-03", "FND-11"])
    let since = zip(found.column("code"), found.column("since")).first { $0.0 == "FND-03" }?.1
    #expect(since == "2026-03-01T00:00:00.000Z")
    #expect(found.column("command").contains("liggare role assign steward PERSON --system S-1"))
    #expect(found.column("severity").first == "serious")
  }

  @Test func `a deputy who is the steward is found`() {
    var chronicle = complete()
    chronicle.add(
      .role(
        .assigned(
          RoleAssigned(
            assignment: .init(number: 50), role: .deputy, holder: p(3), system: s(1),
            from: moment("2026-02-01")))), at: "2026-02-01")
    #expect(codes(chronicle, "2026-02-01") == ["FND-05"])
  }

  @Test func `a class is too old after the time it names, or three years`() {
    var chronicle = complete()
    #expect(codes(chronicle, "2028-12-31") == [])
    #expect(codes(chronicle, "2029-01-01") == ["FND-06"])
    chronicle.add(
      system(
        .classified(
          SystemClassified(
            system: s(1), confidentiality: 3, integrity: 2, availability: 1,
            validUntil: moment("2026-06-01")))), at: "2026-03-01")
    #expect(codes(chronicle, "2026-05-31") == [] && codes(chronicle, "2026-06-01") == ["FND-06"])
  }

  @Test func `a system in use without a class, without rights, and unowned is found`() {
    var chronicle = complete()
    chronicle.add(
      system(
        .registered(
          SystemRegistered(system: s(2), name: l("Arkivet"), owner: u(2), ownership: .committee))),
      at: "2026-02-01")
    chronicle.add(
      system(.statusChanged(SystemStatusChanged(system: s(2), status: .inOperation))),
      at: "2026-02-02")
    #expect(codes(chronicle, "2026-02-01") == ["FND-01", "FND-02", "FND-03", "FND-04"])
    #expect(
      codes(chronicle, "2026-02-02") == ["FND-01", "FND-02", "FND-03", "FND-04", "FND-08"])
    chronicle.add(
      system(.statusChanged(SystemStatusChanged(system: s(2), status: .decommissioned))),
      at: "2026-03-01")
    #expect(codes(chronicle, "2026-03-01") == [])
  }

  @Test func `care without a needs-and-risk analysis is found, until there is one`() {
    var chronicle = complete()
    chronicle.add(
      system(.changed(SystemChanged(system: s(1), personalData: .sensitive, sector: .care))),
      at: "2026-02-01")
    chronicle.add(
      system(
        .riskAnalysed(
          RiskAnalysed(
            analysis: .init(number: 1), system: s(1), kind: .needsAndRisk,
            conducted: moment("2026-03-01"), method: l("Möte"), reference: l("SN 1"),
            residual: 1))), at: "2026-03-01")
    #expect(codes(chronicle, "2026-01-31") == [])
    #expect(codes(chronicle, "2026-02-01") == ["FND-07"])
    #expect(codes(chronicle, "2026-03-01") == [])
  }

  @Test func `a right told by a code, and a key of somebody who left, are found`() {
    var chronicle = complete()
    chronicle.add(
      system(
        .entitlementChanged(
          EntitlementChanged(entitlement: e(s(1), "read"), description: l("R17")))),
      at: "2026-02-01")
    #expect(codes(chronicle, "2026-01-31") == [] && codes(chronicle, "2026-02-01") == ["FND-13"])
    let key = KeyEnrolled(
      fingerprint: KeyFingerprint(digest: SHA256.digest(of: [1])),
      publicKey: l("ssh-ed25519 AAAA"), principal: p(9), kind: .person)
    chronicle.add(.key(.enrolled(key)), at: "2026-02-02")
    chronicle.add(end(9), at: "2026-03-01")
    #expect(codes(chronicle, "2026-02-28") == ["FND-13"])
    #expect(codes(chronicle, "2026-03-01") == ["FND-10", "FND-13"])
  }

  @Test func `a unit that is closed and not empty is found`() {
    var chronicle = complete()
    chronicle.add(.unit(.closed(UnitClosed(unit: u(2)))), at: "2026-03-01")
    #expect(codes(chronicle, "2026-03-01").contains("FND-12"))
    // What one other unit took over, with everybody in it, is that unit's.
    chronicle = complete()
    chronicle.add(
      .unit(.closed(UnitClosed(unit: u(2), successors: [u(1)]))), at: "2026-03-01")
    #expect(codes(chronicle, "2026-03-01") == [])
  }

  @Test func `an account that nobody answers for, and a secret that is due, are found`() {
    var chronicle = complete()
    func describe(_ day: String, members: [PersonID], days: Int64?) {
      chronicle.add(
        system(
          .accountDescribed(
            AccountDescribed(
              account: .init(number: 7), system: s(1), kind: .shared, owner: p(8),
              members: members, rotationDays: days))), at: day)
    }
    describe("2026-02-01", members: [], days: nil)
    describe("2026-03-01", members: [p(6), p(7)], days: 60)
    #expect(codes(chronicle, "2026-02-01") == ["FND-14"])
    #expect(codes(chronicle, "2026-03-01") == [])
    describe("2026-03-10", members: [p(6)], days: 60)
    #expect(codes(chronicle, "2026-03-10") == ["FND-16"])
    chronicle.add(
      system(.accountRotated(AccountRotated(account: .init(number: 7), system: s(1)))),
      at: "2026-03-11")
    #expect(codes(chronicle, "2026-03-11") == [])
    chronicle.add(end(8), at: "2026-03-12")
    #expect(codes(chronicle, "2026-03-12") == ["FND-15"])
  }

  @Test func `what is held of a right that widened, retired or asks for more is found`() {
    var chronicle = complete()
    chronicle.grant(1, p(6), e(s(1), "read"))
    chronicle.add(
      system(
        .entitlementChanged(
          EntitlementChanged(
            entitlement: e(s(1), "read"), description: l("lets you read everything")))),
      at: "2026-03-01")
    #expect(codes(chronicle, "2026-02-28") == [] && codes(chronicle, "2026-03-01") == ["FND-21"])
    chronicle.add(
      .review(
        .itemDecided(
          ReviewItemDecided(
            review: .init(number: 1), grant: .init(number: 1), reviewer: p(3), outcome: .keep))),
      at: "2026-03-02")
    #expect(codes(chronicle, "2026-03-02") == [])
    var demanding = EntitlementChanged(entitlement: e(s(1), "read"))
    demanding.conditions.courses = [.init(number: 1)]
    chronicle.add(system(.entitlementChanged(demanding)), at: "2026-03-03")
    #expect(codes(chronicle, "2026-03-03") == ["FND-22"])
    chronicle.add(
      system(.entitlementRetired(EntitlementRetired(entitlement: e(s(1), "read")))),
      at: "2026-03-04")
    #expect(codes(chronicle, "2026-03-04") == ["FND-22", "FND-23"])
  }

  @Test func `broken segregation is found, and otherwise when an exception has ended`() {
    var chronicle = complete()
    chronicle.grant(1, p(6), e(s(1), "read"))
    chronicle.grant(2, p(6), e(s(1), "write"))
    chronicle.add(
      .separation(
        .ruleAdopted(
          SeparationRuleAdopted(
            rule: .init(number: 1), kind: .conflict, severity: .exception,
            first: [e(s(1), "read")], second: [e(s(1), "write")], rationale: l("why not"),
            from: moment("2026-03-01")))), at: "2026-03-01")
    let control = chronicle.text(.present("checked"))
    chronicle.add(
      .separation(
        .exceptionApproved(
          SeparationExceptionApproved(
            exception: .init(number: 1), rule: .init(number: 1), person: p(6), control: control,
            decider: p(2), from: moment("2026-04-01"), until: moment("2026-06-01")))),
      at: "2026-04-01")
    #expect(codes(chronicle, "2026-02-28") == [])
    #expect(codes(chronicle, "2026-03-01") == ["FND-19"])
    #expect(codes(chronicle, "2026-04-01") == [])
    #expect(codes(chronicle, "2026-06-01") == ["FND-20"])
    let conflicts = SeparationConflicts.answer(chronicle.question(asOf: "2026-04-01"))
    #expect(conflicts.column("exception") == ["SX-1"] && conflicts.column("grant") == ["G-1"])
    let events = chronicle.events
    let why = Why(chronicle.question(asOf: "2026-05-01"), events: { events[Int($0)] })
    let types = why.story(person: p(6), entitlement: e(s(1), "write")).steps.map(\.type)
    #expect(types.contains("separation.exception-approved"))
    #expect(types.contains("separation.rule-adopted"))
    let early = Why(chronicle.question(asOf: "2026-03-01"), events: { events[Int($0)] })
    let before = early.story(person: p(6), entitlement: e(s(1), "write")).steps.map(\.type)
    #expect(!before.contains("separation.exception-approved"))
  }

  @Test func `an emergency nobody followed up, and a delegated decision not reported, are found`() {
    var chronicle = complete()
    chronicle.add(
      .grant(
        .emergencyActivated(
          EmergencyActivated(
            grant: .init(number: 9), person: p(6), entitlement: e(s(1), "read"),
            kind: .real, from: moment("2026-02-01"), until: moment("2026-02-02")))),
      at: "2026-02-01")
    #expect(codes(chronicle, "2026-02-04") == [] && codes(chronicle, "2026-02-05") == ["FND-17"])
    chronicle.add(
      .grant(
        .emergencyReviewed(
          EmergencyReviewed(grant: .init(number: 9), reviewer: p(2), judgement: .justified))),
      at: "2026-02-05")
    #expect(codes(chronicle, "2026-02-05") == [])
    chronicle.grant(1, p(6), e(s(1), "write"), on: "2026-02-10", upTo: .endorsed)
    chronicle.add(
      .request(
        .approved(
          RequestApproved(
            request: .init(number: 1), grant: .init(number: 1), decider: p(3),
            authority: .delegation, from: moment("2026-02-10"), until: moment("2026-12-01")))),
      at: "2026-02-10")
    #expect(codes(chronicle, "2026-04-10") == [] && codes(chronicle, "2026-04-11") == ["FND-18"])
    guard let meeting = Day("2026-04-12") else { return }
    chronicle.add(
      .delegation(
        .reported(
          DelegationReported(
            body: u(1), meeting: meeting, from: moment("2026-02-01"),
            until: moment("2026-04-01"), requests: [.init(number: 1)], minutes: l("KS 5")))),
      at: "2026-04-12")
    #expect(codes(chronicle, "2026-04-12") == [])
  }

  @Test func `rules past their time are found, until newer ones begin`() {
    var chronicle = complete()
    func adopt(_ id: String, from: String, reviewBy: String) {
      guard let policy = PolicyID(id), let text = DocumentText(lines: ["rules"]) else {
        Issue.record("\(id) is no document.")
        return
      }
      chronicle.add(
        .policy(
          .adopted(
            PolicyAdopted(
              policy: policy, level: .group, body: u(1), from: moment(from),
              reviewBy: moment(reviewBy), document: text, digest: SHA256.digest(of: [1])))),
        at: from)
    }
    adopt("rules-1", from: "2026-01-01", reviewBy: "2026-06-01")
    adopt("rules-2", from: "2026-07-01", reviewBy: "2027-07-01")
    #expect(codes(chronicle, "2026-05-31") == [] && codes(chronicle, "2026-06-01") == ["FND-09"])
    #expect(codes(chronicle, "2026-07-01") == [])
  }

  @Test func `findings are told in both languages and limited to a system`() {
    var chronicle = complete()
    chronicle.addSystem(s(2), "Arkivet")
    let question = chronicle.question(asOf: "2026-02-01") { $0.systems = [s(2)] }
    let found = Findings.all(question)
    #expect(found.map(\.code.code) == ["FND-01", "FND-03", "FND-04"])
    for finding in found {
      #expect(finding.code.statement.english != finding.code.statement.swedish)
      #expect(finding.since != nil && finding.command.hasPrefix("liggare "))
    }
    #expect(Findings.all(chronicle.question(asOf: "2026-02-01") { $0.systems = [s(1)] }) == [])
    for code in FindingCatalogue.codes { #expect(!code.remedy.swedish.isEmpty) }
  }
}

@Suite struct `What a change makes of the grants` {
  private func chronicle() -> Chronicle {
    var chronicle = Chronicle.organisation()
    chronicle.add(
      system(
        .classified(
          SystemClassified(system: s(1), confidentiality: 1, integrity: 1, availability: 1))),
      at: "2026-01-05")
    chronicle.grant(1, p(6), e(s(1), "read"), until: "2027-12-01")
    chronicle.grant(2, p(7), e(s(1), "write"), until: "2026-06-01")
    return chronicle
  }

  private func impact(_ chronicle: Chronicle, _ day: String) -> AuditViews.Table {
    Impact.answer(chronicle.question(asOf: day) { $0.systems = [s(1)] })
  }

  @Test func `a change that is thought of lists exactly the grants it breaks, and records nothing`()
  {
    let chronicle = chronicle()
    let question = chronicle.question(asOf: "2026-03-01") { $0.systems = [s(1)] }
    let higher = SystemEvent.classified(
      SystemClassified(system: s(1), confidentiality: 3, integrity: 1, availability: 1))
    let found = Impact.answer(question, supposing: higher)
    #expect(found.column("grant") == ["G-1"] && found.column("shortfall") == ["validity"])
    #expect(found.column("effect") == ["new"])
    #expect(found.column("before") == [""])
    #expect(found.column("after") == ["668 days; at most 366"])
    #expect(impact(chronicle, "2026-03-01").isEmpty)
    let right = EntitlementChanged(entitlement: e(s(1), "write"), privilege: .privileged)
    let privileged = Impact.answer(question, supposing: .entitlementChanged(right))
    #expect(privileged.column("grant") == ["G-2"] && privileged.column("shortfall") == ["account"])
    let decided = EntitlementChanged(entitlement: e(s(1), "write"), decidedBy: .owner)
    #expect(
      Impact.answer(question, supposing: .entitlementChanged(decided)).column("after") == [
        "decided by system steward, not system owner"
      ])
  }

  @Test func `a change that is recorded is told as of each day`() {
    var chronicle = chronicle()
    chronicle.add(
      system(
        .classified(
          SystemClassified(system: s(1), confidentiality: 3, integrity: 1, availability: 1))),
      at: "2026-04-01")
    #expect(impact(chronicle, "2026-03-31").isEmpty)
    let after = impact(chronicle, "2026-04-02")
    #expect(after.column("grant") == ["G-1"] && after.column("effect") == ["new"])
    #expect(after.column("since") == ["2026-04-01T00:00:00.000Z"])
    let question = chronicle.question(asOf: "2026-04-02") { $0.systems = [s(1)] }
    let lower = SystemEvent.classified(
      SystemClassified(system: s(1), confidentiality: 1, integrity: 1, availability: 1))
    #expect(Impact.answer(question, supposing: lower).column("effect") == ["repaired"])
  }
}

@Suite struct `Systems as they were` {
  @Test func `lists and dossiers tell the details of their day`() throws {
    var chronicle = Chronicle.organisation()
    chronicle.add(
      system(
        .changed(
          SystemChanged(
            system: s(1), name: l("Nya journalen"), owner: u(2), ownership: .committee,
            supplier: l("Firman")))), at: "2026-03-01")
    for (day, name, owner) in [
      ("2026-02-28", "Journalen", "U-1"), ("2026-03-01", "Nya journalen", "U-2"),
    ] {
      let question = chronicle.question(asOf: day)
      let list = Systems.answer(question)
      #expect(list.column("system_name") == [name] && list.column("owner") == [owner])
      let row = try #require(chronicle.register.systems[s(1)])
      let card = SystemCard.card(row, question)
      #expect(card["system_name"] == .text(name) && card["owner"]?.verbatim == owner)
      #expect(Set(Roles.answer(question).column("system_name")).contains(name))
    }
  }
}
