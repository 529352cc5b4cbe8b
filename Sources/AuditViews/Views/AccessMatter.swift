import AccessModel
import Chronology
import Projections

/// The grant or request that decides what there is to say of a person and an entitlement at a moment.
struct AccessMatter {
  /// All grants of the entitlement that had begun, the first first.
  var grants: [(row: GrantRow, state: GrantState)] = []
  /// All requests for it that had been made, the first first.
  var requests: [(row: RequestRow, state: RequestState)] = []

  init(person: PersonID, entitlement: EntitlementID, _ question: ViewQuestion) {
    let register = question.register
    guard let row = register.persons[person] else { return }
    register.grants.expect(row.grants)
    register.requests.expect(row.requests)
    for index in row.grants {
      let grant = register.grants[index]
      if grant.entitlement == entitlement, let state = register.state(of: grant, at: question.asOf)
      {
        grants.append((grant, state))
      }
    }
    for index in row.requests {
      let request = register.requests[index]
      if request.entitlement == entitlement,
        let state = register.state(of: request, at: question.asOf)
      {
        requests.append((request, state))
      }
    }
  }

  /// The grant that decides the answer; `nil` when a later request does, or when there is none.
  var grant: (GrantRow, GrantState)? {
    for wanted in [GrantState.inEffect, .suspended, .undecided, .scheduled, .decided] {
      if let found = grants.last(where: { $0.state == wanted }) { return found }
    }
    guard let last = grants.last else { return nil }
    // A request that came after what is over is what there is to say now.
    if let request = requests.last, request.row.submitted.position > last.row.begun.position {
      return nil
    }
    return last
  }

  /// The latest request.
  var request: (RequestRow, RequestState)? { requests.last }
}
