import AccessModel
import Chronology
import Commands
import Diagnostics
import Events
import Policies
import Projections
import Testing
import Transparency

extension PolicyStory {
  /// A story for every key that is not one of the terms of a class.
  static let others: [PolicyStory] =
    access + process + organisation + authority + reviews + stale + disclosure

  private static let situation = "The duty officer cannot be reached."
  private static let place = AffiliationID(number: 7)

  private static let move = AccessCommand.person(
    .move(MovePerson(affiliation: place, unit: UnitID(number: 4))))

  private static let access: [PolicyStory] = [
    PolicyStory("level-4.enabled", "yes", "INV-59", "recorded") { town in
      town.when(classified("4/2/1"), by: steward).said
    },
    PolicyStory("emergency.validity", "PT8H", "recorded", "EMG-02") { town in
      town.openForEmergencies()
      return town.when(activate(hours: 9), by: employee, reason: situation).said
    },
    PolicyStory(
      "emergency.follow-up", "P1D", "2026-03-05T20:00:00.000Z", "2026-03-03T20:00:00.000Z"
    ) { town in
      town.openForEmergencies()
      town.given(activate(hours: 8), by: employee, reason: situation)
      return town.grant().flatMap { town.register.followUpDue(of: $0, at: town.now) }
        .map { "\($0)" } ?? ""
    },
    PolicyStory(
      "transfer.within", "P7D", "2026-03-17T00:00:00.000Z", "2026-03-10T00:00:00.000Z"
    ) { town in
      town.hold()
      town.now = day("2026-03-03")
      town.given(move)
      return town.grant().flatMap { town.register.end(of: $0, at: town.now) }.map { "\($0.at)" }
        ?? ""
    },
    PolicyStory("transfer.unconfirmed", "flag", "ending", "inEffect") { town in
      town.hold()
      town.now = day("2026-03-03")
      town.given(move)
      return town.state(at: day("2026-03-17")).map { "\($0)" } ?? ""
    },
    PolicyStory(
      "legacy.within", "P10D", "2026-05-31T12:00:00.000Z", "2026-03-12T12:00:00.000Z"
    ) { town in
      town.tell(
        .grant(
          .takenOver(
            GrantTakenOver(
              grant: .init(number: 1), entitlement: read, account: .init(number: 1),
              person: employee, source: Digest(blank: ())))))
      return town.grant().map { "\(town.register.undecidedDue(of: $0, at: town.now).due)" } ?? ""
    },
    PolicyStory(
      "removal.immediate", "PT30M", "2026-03-02T13:00:00.000Z", "2026-03-02T12:30:00.000Z"
    ) { town in
      town.hold()
      town.given(.person(.leave(EndAffiliation(affiliation: place))))
      return town.removal()
    },
    PolicyStory(
      "execution.within", "P5D", "2026-03-04T00:00:00.000Z", "2026-03-07T12:00:00.000Z"
    ) { town in
      town.given(submit(), by: employee)
      town.given(endorse(), by: manager)
      town.given(approve(), by: steward)
      return town.grant().map {
        "\(town.register.executionDue(of: $0, decided: town.now, in: .utc))"
      } ?? ""
    },
  ]

  private static let process: [PolicyStory] = [
    PolicyStory("request.lapse", "P7D", "recorded", "INV-22") { town in
      town.given(submit(), by: employee)
      town.given(endorse(), by: manager)
      town.now = day("2026-03-09", hour: 12)
      return town.when(approve(), by: steward).said
    },
    PolicyStory("request.need-characters", "30", "recorded", "REQ-04") { town in
      town.when(submit(), by: employee).said
    },
    PolicyStory("request.refuse-repeated-needs", "yes", "recorded", "NED-03") { town in
      town.when(submit(), by: employee, othersWithNeed: 1).said
    },
    PolicyStory("recording.backdating", "P1D", "recorded", "INV-10") { town in
      town.when(
        .unit(
          .register(
            RegisterUnit(unit: UnitID(number: 9), name: "Late", kind: .unit, parent: top))),
        effective: day("2026-03-01")
      ).said
    },
    PolicyStory("recording.case-number", "request.submitted", "recorded", "POL-20") { town in
      town.when(submit(), by: employee).said
    },
    PolicyStory(
      "reading.logged", "person, secrecy-markings", "secrecy-markings", "person, secrecy-markings"
    ) { town in
      town.register.loggedReadings(at: town.now).sorted().joined(separator: ", ")
    },
    PolicyStory("separation.keep-apart", "decider/provisioner", "recorded", "POL-21") { town in
      town.given(submit(), by: employee)
      town.given(endorse(), by: manager)
      town.given(approve(), by: steward)
      return town.when(
        .grant(.provision(ProvisionGrant(grant: .init(number: 1), by: steward))),
        by: administrator, caseNumber: "IT 1"
      ).said
    },
    PolicyStory("separation.small-unit-below", "3", "recorded", "ROL-11") { town in
      town.given(submit(), by: employee)
      town.given(endorse(), by: manager)
      return town.when(smallUnit, by: steward, reason: "Five people work here.").said
    },
    PolicyStory(
      "separation.compensating-review", "P7D", "2026-04-02T12:00:00.000Z ROL-12",
      "2026-03-09T12:00:00.000Z ROL-12"
    ) { town in
      town.given(submit(), by: employee)
      town.given(endorse(), by: manager)
      town.given(smallUnit, by: steward, reason: "Five people work here.")
      town.given(provision(), by: administrator)
      guard let due = town.register.compensatedGrants(at: town.now).first?.due else { return "" }
      let early = town.register.overdueDuties(at: due.advanced(byMilliseconds: -1))
      let late = town.register.overdueDuties(at: due).map(\.violation.code)
      return "\(due) " + (early.isEmpty ? late.joined(separator: " ") : "early")
    },
  ]

  private static let smallUnit = AccessCommand.request(
    .approve(
      ApproveRequest(
        request: .init(number: 1), grant: .init(number: 1), deciders: [steward],
        isSmallUnit: true)))

  private static let organisation: [PolicyStory] = [
    PolicyStory("absence.suspends-after", "P7D", "keep PER-07 after 30", "suspend PER-07 after 7") {
      town in
      town.hold()
      var other = town
      func absent(_ until: Instant?, _ effect: AbsenceEffect?) -> AccessCommand {
        .person(
          .startAbsence(
            StartAbsence(affiliation: place, from: town.now, expectedUntil: until, effect: effect)))
      }
      town.given(absent(day("2026-03-20"), nil))
      other.given(absent(nil, .keep))
      let effect = town.register.absence(of: employee, at: town.now)?.effect
      let days = (1...60).first { days in
        let moment = town.now.advanced(byMilliseconds: Int64(days) * 86_400_000)
        return other.register.organisationFindings(at: moment).contains {
          $0.finding.code == "PER-07"
        }
      }
      return "\(effect?.code ?? "") PER-07 after \(days ?? 0)"
    },
    PolicyStory("training.lapse-suspends", "yes", "inEffect", "suspended trainingLapsed") { town in
      guard let course = CourseCode("records") else { return "" }
      town.tell(
        .system(
          .entitlementChanged(
            EntitlementChanged(entitlement: read, conditions: .init(courses: [course])))),
        effective: day("2026-01-01"))
      town.tell(
        .person(
          .trainingCompleted(
            TrainingCompleted(
              person: employee, course: course, completed: day("2026-01-01"),
              validUntil: day("2026-04-01")))))
      town.hold()
      let before = town.state(at: day("2026-03-31"))
      guard before == .inEffect, let state = town.state(at: day("2026-04-01")) else { return "" }
      return (["\(state)"] + town.suspensions(at: day("2026-04-01")).map { "\($0.cause)" })
        .joined(separator: " ")
    },
    PolicyStory("system.vacancy", "flag", "INV-14", "recorded") { town in
      town.given(endRole(5), reason: "Other duties.")
      return town.when(submit(), by: employee).said
    },
    PolicyStory(
      "system.classification-validity", "P6M", "2029-03-02T12:00:00.000Z",
      "2026-09-02T12:00:00.000Z"
    ) { town in
      town.given(classified("2/2/2"), by: steward)
      guard let row = town.register.systems[system] else { return "" }
      let end = town.register.classificationEnd(of: row, at: town.now, in: .utc)
      // What is stated and what the rules allow are the same when nobody says otherwise.
      return end == row.presentClassification(at: town.now)?.ground.validUntil
        ? end.map { "\($0)" } ?? "" : "not as stated"
    },
    PolicyStory("system.analysis-validity", "P1M", "recorded", "NED-06") { town in
      town.tell(
        .system(
          .riskAnalysed(
            RiskAnalysed(
              analysis: .init(number: 1), system: system, kind: .needsAndRisk,
              conducted: day("2026-01-15"), method: Label(blank: ()), reference: Label(blank: ()),
              residual: 1))))
      return town.when(
        .request(
          .submit(
            SubmitRequest(
              request: .init(number: 1), person: employee, entitlement: read, from: town.now,
              requester: employee, purpose: .publicTask, duty: "Case officer",
              need: "Handles cases.", analysis: .init(number: 1)))), by: employee
      ).said
    },
  ]

  private static let authority: [PolicyStory] = [
    PolicyStory(
      "delegation.report-within", "P10D", "2026-05-01T12:00:00.000Z INV-07",
      "2026-03-12T12:00:00.000Z INV-07", in: .wanted()
    ) { town in
      town.given(line())
      town.given(approve(1, head), by: head)
      guard let due = town.register.unreportedDecisions(at: town.now).first?.due else { return "" }
      let early = town.register.overdueDuties(at: due.advanced(byMilliseconds: -1))
      let late = town.register.overdueDuties(at: due).map(\.violation.code)
      return "\(due) " + (early.isEmpty ? late.joined(separator: " ") : "early")
    },
    PolicyStory("delegation.depth", "0", "recorded", "INV-06", in: .committeeTown) { town in
      town.given(line(1) { $0.maySubdelegate = true })
      return town.when(
        line(2, position: "officer") {
          $0.parent = DelegationID(number: 1)
          $0.delegatedBy = head
        }
      ).said
    },
    PolicyStory(
      "delegation.non-delegable", "access-care", "recorded", "INV-08", in: .committeeTown
    ) { town in town.when(line()).said },
    PolicyStory("authority.council", "delegation", "recorded", "INV-04", in: .endorsed()) { town in
      let council = UnitID(number: 60)
      town.given(
        .unit(.register(RegisterUnit(unit: council, name: "Council", kind: .council, parent: top)))
      )
      town.tell(.system(.changed(SystemChanged(system: system, owner: council))))
      return town.when(approve(), by: steward).said
    },
    PolicyStory("authority.board", "delegation", "recorded", "INV-04", in: .endorsed()) { town in
      town.when(approve(), by: steward).said
    },
    PolicyStory(
      "authority.committee", "delegation", "recorded", "INV-04", in: .wanted(plans)
    ) { town in town.when(approve(1, head), by: head).said },
    PolicyStory(
      "authority.company", "role", "INV-04", "recorded",
      in: .wanted(leases, for: landlord, by: director)
    ) { town in
      // A steward whom nobody says that the company appointed.
      town.given(endRole(151), reason: "Other duties.")
      town.given(role(159, .steward, landSteward, system: landSystem, from: town.now))
      return town.when(approve(1, landSteward), by: landSteward).said
    },
  ]
}

extension Scenario {
  /// Grant 1, in effect from now on.
  fileprivate mutating func hold() {
    given(submit(), by: employee)
    given(endorse(), by: manager)
    given(approve(), by: steward)
    given(provision(), by: administrator)
  }
}
