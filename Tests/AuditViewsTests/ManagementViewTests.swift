import AccessModel
import AuditViews
import Chronology
import Events
import Projections
import Testing
import Transparency

/// The views that management and auditors follow up with, against a register made by hand.
@Suite struct ManagementViewTests {
  private func rows(_ table: Table, _ keys: String...) -> [String] {
    let columns = keys.map { table.column($0) }
    return table.rows.indices.map { row in columns.map { $0[row] }.joined(separator: "|") }
  }

  private static func separated() -> Chronicle {
    var chronicle = Chronicle.organisation()
    chronicle.add(
      .separation(
        .ruleAdopted(
          SeparationRuleAdopted(
            rule: SeparationRuleID(number: 1), kind: .conflict, severity: .exception,
            first: [e(s(1), "read")], second: [e(s(1), "write")], rationale: l("two eyes"),
            from: moment("2026-01-02")))), at: "2026-01-02")
    for (number, person, name) in [
      (1, 6, "read"), (2, 6, "write"), (3, 7, "read"), (4, 7, "write"), (5, 8, "read"),
    ] {
      chronicle.grant(number, p(person), e(s(1), name))
    }
    let control = chronicle.text(.present("checked weekly"))
    chronicle.add(
      .separation(
        .exceptionApproved(
          SeparationExceptionApproved(
            exception: SeparationExceptionID(number: 1), rule: SeparationRuleID(number: 1),
            person: p(7), control: control, decider: p(2), assignment: AssignmentID(number: 2),
            from: moment("2026-02-01"), until: moment("2026-07-01")))), at: "2026-02-01", by: p(2))
    return chronicle
  }

  @Test func `each separated pair tells how many hold both, with and without an exception`() {
    let chronicle = Self.separated()
    func matrix(_ day: String) -> [String] {
      rows(
        SeparationMatrix.answer(chronicle.question(asOf: day)), "rule", "entitlement",
        "other_entitlement", "holders", "other_holders", "holders_of_both", "with_exception",
        "without_exception")
    }
    #expect(matrix("2026-06-01") == ["SD-1|S-1/read|S-1/write|3|2|2|1|1"])
    #expect(matrix("2026-08-01") == ["SD-1|S-1/read|S-1/write|3|2|2|0|2"])
    let other = chronicle.question(asOf: "2026-06-01") { $0.systems = [s(2)] }
    #expect(SeparationMatrix.answer(other).isEmpty)
  }

  @Test func `a system tells how long its class holds and what it lacks`() {
    var chronicle = Chronicle.organisation()
    chronicle.add(
      .system(
        .registered(
          SystemRegistered(system: s(2), name: l("Arkivet"), owner: u(1), ownership: .common))),
      at: "2026-01-01")
    func status(_ day: String) -> [String] {
      rows(
        ClassificationStatus.answer(chronicle.question(asOf: day)), "system", "state", "k", "r",
        "t",
        "valid_until", "left")
    }
    #expect(
      status("2026-01-11")
        == [
          "S-1|valid|3|2|1|2029-01-01T00:00:00.000Z|1086", "S-2|unclassified||||||",
        ].map { $0.replacing("||||||", with: "|||||") })
    #expect(
      status("2029-01-11").first == "S-1|too-old|3|2|1|2029-01-01T00:00:00.000Z|-10")
    let table = ClassificationStatus.answer(chronicle.question(asOf: "2026-01-11"))
    #expect(table.column("missing")[1] == "FND-01; FND-03; FND-04; FND-02")
    let demanding = chronicle.question(asOf: "2026-01-11") {
      $0.classes = [ClassDemand(.confidentiality, atLeast: 3)]
    }
    #expect(ClassificationStatus.answer(demanding).column("system") == ["S-1"])
  }

  @Test func `training is valid, lapses, has lapsed or is missing, by what access asks for`() {
    var chronicle = Chronicle.organisation()
    let course = CourseCode(number: 1)
    chronicle.add(
      .system(
        .entitlementChanged(
          EntitlementChanged(
            entitlement: e(s(1), "read"), conditions: EntitlementConditions(courses: [course])))),
      at: "2026-01-02")
    for person in 6...8 { chronicle.grant(person, p(person), e(s(1), "read")) }
    for (person, until) in [(6, nil), (7, "2026-05-01")] as [(Int, String?)] {
      chronicle.add(
        .person(
          .trainingCompleted(
            TrainingCompleted(
              person: p(person), course: course, completed: moment("2026-01-15"),
              validUntil: until.map(moment)))), at: "2026-01-15")
    }
    func status(_ day: String) -> [String] {
      rows(
        TrainingStatus.answer(chronicle.question(asOf: day)), "person", "state", "left",
        "required_by")
    }
    #expect(
      status("2026-04-01") == [
        "P-6|valid||S-1/read", "P-7|lapses|30|S-1/read", "P-8|missing||S-1/read",
      ])
    #expect(status("2026-05-11")[1] == "P-7|lapsed|-10|S-1/read")
    // Nothing is asked of whoever holds nothing.
    #expect(status("2026-12-02") == [])
  }

  @Test func `an extract has what is about a person and what they did, and of nobody else`() {
    let chronicle = Self.separated()
    func extract(_ person: Int) -> [String] {
      rows(
        PersonExtract.answer(
          chronicle.question(asOf: "2026-06-01") { $0.persons = [p(person)] }), "kind", "subject",
        "state")
    }
    #expect(
      extract(7) == [
        "affiliation|A-7|active", "request|R-3|approved", "request|R-4|approved",
        "grant|G-3|in-effect", "grant|G-4|in-effect", "separation-exception|SX-1|active",
        "decision-about|R-3|approved", "decision-about|R-4|approved",
      ])
    #expect(
      extract(5) == ["affiliation|A-5|active", "role|D-5|active"]
        + (1...5).map { "carried-out-by|G-\($0)|" })
    #expect(
      extract(3) == ["affiliation|A-3|active", "role|D-3|active"]
        + (1...5).map { "decision-by|R-\($0)|approved" })
    #expect(extract(2).last == "decision-by|SX-1|")
    let all = PersonExtract.answer(chronicle.question(asOf: "2026-06-01"))
    #expect(Set(all.column("person")).count == 9)
  }

  @Test func `a head sees the unit and all below it, and the group is told entity by entity`() {
    var chronicle = Self.separated()
    chronicle.add(
      .unit(
        .registered(
          UnitRegistered(unit: u(3), name: l("Bolaget"), kind: .company, parent: u(1)))),
      at: "2026-01-02")
    chronicle.add(
      .system(
        .registered(
          SystemRegistered(system: s(2), name: l("Lönen"), owner: u(3), ownership: .common))),
      at: "2026-01-02")
    chronicle.add(
      .role(
        .assigned(
          RoleAssigned(
            assignment: AssignmentID(number: 6), role: .head, holder: p(2), unit: u(1),
            appointedBy: u(1), from: moment("2026-01-02")))), at: "2026-01-02")
    chronicle.add(
      .stale(
        .flagged(
          StaleFlagged(
            flag: FlagID(number: 1), rule: .unused, about: .grant(GrantID(number: 1)), person: p(6),
            system: s(1), since: moment("2026-05-01"), evidence: [], due: moment("2026-05-20")))),
      at: "2026-05-02")
    let question = chronicle.question(asOf: "2026-06-01")
    #expect(
      rows(
        HeadFollowUp.answer(question), "unit", "role", "head", "persons", "grants_in_effect",
        "flags", "flags_late") == [
          "U-1|head|P-2|9|5|1|1", "U-2|manager|P-1|8|5|1|1", "U-3|||0|0|0|0",
        ])
    #expect(
      HeadFollowUp.answer(chronicle.question(asOf: "2026-06-01") { $0.persons = [p(1)] })
        .column("unit") == ["U-2"])
    #expect(
      rows(
        GroupConsolidation.answer(question), "scope", "unit", "persons", "systems", "classified",
        "stewarded", "grants_in_effect", "flags") == [
          "entity|U-1|9|1|1|1|5|1", "entity|U-3|0|1|0|0|0|0", "group|U-1|9|2|1|1|5|1",
        ])
  }

  @Test func `cost is of what is held and unused, and what nobody knows is not called unused`() {
    var chronicle = Chronicle.organisation()
    chronicle.add(
      .system(
        .entitlementChanged(
          EntitlementChanged(
            entitlement: e(s(1), "read"), conditions: EntitlementConditions(yearlyCost: 1_200)))),
      at: "2026-01-02")
    for person in 6...8 { chronicle.grant(person, p(person), e(s(1), "read"), until: nil) }
    chronicle.grant(9, p(9), e(s(1), "write"), until: nil)
    let table = CostAndBenefit.answer(chronicle.question(asOf: "2026-06-01"))
    #expect(
      rows(
        table, "entitlement", "yearly_cost", "grants_in_effect", "held_cost", "unused",
        "unused_cost", "used", "use_unknown") == [
          "read|1200|3|3600|0|0|0|3", "write||1||0||0|1",
        ])
    chronicle.add(
      .system(
        .accountFound(
          AccountFound(account: AccountID(number: 1), system: s(1), kind: .personal, person: p(6)))),
      at: "2026-01-03")
    func told(lastUse: String?) -> [String] {
      var fed = chronicle
      let use = AccountUse(account: AccountID(number: 1), last: lastUse.map(moment))
      fed.add(
        .usage(
          .imported(
            UsageImported(
              system: s(1), from: moment("2026-01-15"), until: moment("2026-06-01"),
              source: SHA256.digest(of: [4]), rows: 1, uses: [use]))), at: "2026-06-01")
      return rows(
        CostAndBenefit.answer(fed.question(asOf: "2026-06-01")), "entitlement", "unused",
        "unused_cost", "used", "use_unknown")
    }
    #expect(told(lastUse: "2026-05-30") == ["read|0|0|3|0", "write|0||1|0"])
    #expect(told(lastUse: nil) == ["read|3|3600|0|0", "write|1||0|0"])
  }
}
