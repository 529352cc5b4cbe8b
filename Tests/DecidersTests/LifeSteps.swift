import AccessModel
import Chronology
import Commands
import Events
import Projections
import Testing

// The steps of a grant's life, each about grant 1 unless another number is said.

func suspend(
  _ cause: SuspensionCause = .risk, until: Instant? = nil, by person: PersonID = steward
) -> AccessCommand {
  .grant(
    .suspend(SuspendGrant(grant: .init(number: 1), by: person, cause: cause, until: until)))
}

func resume(by person: PersonID = steward) -> AccessCommand {
  .grant(.resume(ResumeGrant(grant: .init(number: 1), by: person)))
}

func narrow(
  scope: ScopeName? = nil, until: Instant? = nil, reviewDays: Int64? = nil,
  by person: PersonID = steward
) -> AccessCommand {
  .grant(
    .narrow(
      NarrowGrant(
        grant: .init(number: 1), by: person, scope: scope, until: until, reviewDays: reviewDays)))
}

func noteExpiry(_ number: Int = 1) -> AccessCommand {
  .grant(.noteExpiry(NoteExpiry(grant: .init(number: number))))
}

/// Request 2, of more time or of a change, for grant 1.
func submitChange(
  _ kind: RequestKind, _ number: Int = 2, scope: ScopeName? = nil, from: Instant,
  until: Instant?, person: PersonID = employee, _ right: EntitlementID = read
) -> AccessCommand {
  .request(
    .submit(
      SubmitRequest(
        request: .init(number: number), kind: kind, grant: .init(number: 1), person: person,
        entitlement: right, scope: scope, from: from, until: until, requester: person,
        purpose: .publicTask, duty: "Case officer", need: "Goes on with the cases.")))
}

func sendBack(_ number: Int = 1, due: Instant) -> AccessCommand {
  .request(.sendBack(ReturnRequest(request: .init(number: number), by: steward, due: due)))
}

func amend(
  _ number: Int = 1, need: String = "Handles the cases of the north.", until: Instant? = nil
) -> AccessCommand {
  .request(.amend(AmendRequest(request: .init(number: number), need: need, until: until)))
}

func activate(
  _ number: Int = 1, _ person: PersonID = employee, _ right: EntitlementID = read,
  _ kind: EmergencyKind = .real, hours: Int64 = 24, notified: [Role] = [.steward]
) -> AccessCommand {
  .grant(
    .activateEmergency(
      ActivateEmergency(
        grant: .init(number: number), person: person, entitlement: right, kind: kind,
        hours: hours, notified: notified)))
}

func followUp(
  _ number: Int = 1, by reviewer: PersonID = steward,
  _ judgement: EmergencyJudgement = .justified, measures: String? = nil
) -> AccessCommand {
  .grant(
    .followUpEmergency(
      FollowUpEmergency(
        grant: .init(number: number), reviewer: reviewer, judgement: judgement,
        measures: measures)))
}

let north = ScopeName("north") ?? .init(number: 1)
let south = ScopeName("south") ?? .init(number: 2)

extension Scenario {
  /// Grant 1, in effect from noon on 2 March 2026 through May, of one part of the system when a scope is given.
  static func holding(scope: ScopeName? = nil) -> Scenario {
    var town = Scenario.town
    town.given(
      .request(
        .submit(
          SubmitRequest(
            request: .init(number: 1), person: employee, entitlement: read, scope: scope,
            from: town.now, until: day("2026-06-01"), requester: employee, purpose: .publicTask,
            need: "Handles cases."))), by: employee)
    town.given(endorse(), by: manager)
    town.given(approve(), by: steward)
    town.given(provision(), by: administrator)
    return town
  }

  /// The scenario with request 2 endorsed and approved.
  mutating func decideChange(until: Instant?? = nil) {
    given(endorse(2), by: manager)
    given(
      .request(
        .approve(
          ApproveRequest(
            request: .init(number: 2), grant: .init(number: 99), deciders: [steward],
            until: until))), by: steward)
  }

  /// Whether emergency access is open to the right that everybody reads by.
  mutating func openForEmergencies() {
    tell(
      .system(
        .entitlementChanged(
          EntitlementChanged(entitlement: read, conditions: .init(emergency: .yes)))),
      effective: day("2026-01-01"))
  }

  func grant(_ number: Int = 1) -> GrantRow? { register.grants[.init(number: number)] }

  func state(_ number: Int = 1, at moment: Instant? = nil) -> GrantState? {
    grant(number).flatMap { register.state(of: $0, at: moment ?? now) }
  }
}

extension Scenario {
  /// What suspends grant 1 at a moment.
  func suspensions(at moment: Instant) -> [Suspension] {
    grant().map { register.suspensions(of: $0, at: moment) } ?? []
  }

  func requestState(_ number: Int = 1, at moment: Instant? = nil) -> RequestState? {
    register.requests[.init(number: number)].flatMap {
      register.state(of: $0, at: moment ?? now)
    }
  }
}
