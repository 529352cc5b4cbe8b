import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import Events
import Projections
import Testing

@Suite struct `The life of a request` {
  private func question(_ town: inout Scenario) {
    town.given(
      sendBack(due: day("2026-03-10")), by: steward, reason: "Which area, and until when?")
  }

  @Test func `a question is answered before the request goes on`() {
    var town = Scenario.endorsed()
    question(&town)
    #expect(town.requestState() == .returned)
    town.when(endorse(), by: manager).thenRejected("REQ-05")
    town.when(approve(), by: steward).thenRejected("REQ-05")
    town.when(deny(), by: steward, reason: "Not shown.").thenRejected("REQ-05")
    town.when(sendBack(due: day("2026-03-11")), by: steward, reason: "And which?")
      .thenRejected("REQ-05")
    // The opinion was on the need as it was.
    town.given(amend(until: day("2026-05-01")), by: employee)
    #expect(town.requestState() == .awaitingEndorsement)
    town.when(approve(), by: steward).thenRejected("INV-01")
    town.given(endorse(), by: manager)
    town.given(approve(), by: steward)
    #expect(town.grant()?.terms(at: town.now).until == day("2026-05-01"))
  }

  @Test func `what is refused says what is needed next`() {
    var town = Scenario.endorsed()
    question(&town)
    guard case .rejected(let rejection) = town.when(approve(), by: steward) else {
      Issue.record("It was approved.")
      return
    }
    for language in [Language.english, .swedish] {
      #expect(rejection.violations[0].text(in: language).contains("liggare request amend R-1"))
    }
  }

  @Test func `a question that nobody answered in time may be answered by a denial`() {
    var town = Scenario.endorsed()
    question(&town)
    town.now = day("2026-03-10")
    town.when(approve(), by: steward).thenRejected("REQ-05")
    town.when(deny(), by: steward, reason: "Not shown.").thenRecorded()
  }

  @Test func `a question is asked with words and a day to come`() {
    var town = Scenario.endorsed()
    town.when(sendBack(due: day("2026-03-10")), by: steward).thenRejected("REF-04")
    town.when(sendBack(due: town.now), by: steward, reason: "Which area?").thenRejected("REQ-03")
  }

  @Test func `after thirty days without a decision it is over, counted from the need as it stands`()
  {
    var town = Scenario.endorsed()
    let asked = town.now
    func after(_ days: Int64, _ milliseconds: Int64 = 0) -> Instant {
      asked.advanced(byMilliseconds: days * 86_400_000 + milliseconds)
    }
    #expect(town.requestState(at: after(30, -1)) == .awaitingDecision)
    #expect(town.requestState(at: after(30)) == .lapsed)
    var late = town
    late.now = after(30)
    for (command, person) in [
      (approve(), steward), (deny(), steward), (endorse(), manager), (withdraw(), employee),
      (amend(), employee),
    ] {
      #expect(
        late.when(command, by: person, reason: "Too late.").codes == ["INV-22"], "\(command)")
    }
    // It stands in nobody's way, and a new one is another.
    late.when(submit(2, from: late.now), by: employee).thenRecorded()
    town.now = after(20)
    town.given(amend(), by: employee)
    #expect(town.requestState(at: after(30)) == .awaitingEndorsement)
    #expect(town.requestState(at: after(50)) == .lapsed)
    #expect(town.requestState(at: after(19)) == .awaitingEndorsement)
  }

  @Test func `what is over is not opened again`() {
    for end in 0..<3 {
      var town = Scenario.endorsed()
      switch end {
      case 0: town.given(approve(), by: steward)
      case 1: town.given(deny(), by: steward, reason: "Not shown.")
      default: town.given(withdraw(), by: employee)
      }
      for (command, person) in [
        (approve(), steward), (deny(), steward), (endorse(), manager), (withdraw(), employee),
        (amend(), employee), (sendBack(due: day("2026-03-10")), steward),
      ] {
        #expect(
          town.when(command, by: person, reason: "Once more.").codes.contains("INV-22"),
          "\(command) after \(end)")
      }
    }
  }

  @Test func `where two persons are needed the endorser declares to have no interest`() {
    var town = Scenario.town
    town.given(submit(1, employee, admin, until: day("2026-06-01")), by: employee)
    func endorse(_ outcome: EndorsementOutcome, _ hasNoInterest: Bool) -> AccessCommand {
      .request(
        .endorse(
          EndorseRequest(
            request: .init(number: 1), endorser: manager, outcome: outcome,
            hasNoInterest: hasNoInterest)))
    }
    town.when(endorse(.supported, false), by: manager).thenRejected("REQ-07")
    town.when(endorse(.notSupported, false), by: manager).thenRecorded()
    town.when(endorse(.supported, true), by: manager).thenRecorded()
    town.given(submit(2), by: employee)
    town.when(
      .request(
        .endorse(
          EndorseRequest(request: .init(number: 2), endorser: manager, outcome: .supported))),
      by: manager
    ).thenRecorded()
  }

  @Test func `conditions, alternatives and analyses are kept with the request`() throws {
    var town = Scenario.town
    town.given(
      .request(
        .submit(
          SubmitRequest(
            request: .init(number: 1), person: employee, entitlement: read, from: town.now,
            requester: employee, purpose: .publicTask, need: "Handles cases.",
            alternative: "A printed list, which is out of date."))), by: employee)
    town.given(endorse(), by: manager)
    town.given(
      .request(
        .approve(
          ApproveRequest(
            request: .init(number: 1), grant: .init(number: 1), deciders: [steward],
            conditions: "Only from the office."))), by: steward)
    let request = try #require(town.register.requests[.init(number: 1)])
    #expect(request.alternative != nil && request.decision?.conditions != nil)
  }

  @Test func `a denial names its ground`() throws {
    var town = Scenario.endorsed()
    for ground in DenialGround.allCases where ground != .unstated {
      var copy = town
      copy.given(
        .request(
          .deny(
            DenyRequest(request: .init(number: 1), deciders: [steward], ground: ground))),
        by: steward, reason: "As the ground says.")
      #expect(copy.register.requests[.init(number: 1)]?.decision?.ground == ground)
    }
    town.when(deny(), by: steward).thenRejected("REF-06")
  }
}
