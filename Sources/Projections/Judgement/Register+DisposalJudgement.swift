import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  /// How many grants and requests are told that a disposal may not touch.
  private static let obstaclesToldMax = 20

  /// INV-53 of a decision on disposal.
  func violations(of decided: DisposalDecided, in proposal: Proposal) -> [Diagnostic] {
    [
      GovernedDisposal.check(
        decidingBody: units[decided.body]?.kind, keepMonths: decided.keepMonths,
        hasCase: proposal.hasCase)
    ].compactMap(\.self)
  }

  /// INV-53 of a disposal. What is destroyed is destroyed when it is recorded, so that all is judged at that moment.
  func violations(of disposed: RecordsDisposed, in proposal: Proposal) -> [Diagnostic] {
    let moment = proposal.recorded
    var found: [Diagnostic] = []
    let decision = disposal(disposed.disposal)
    found.add(
      GovernedDisposal.check(
        disposed.disposal, from: decision.map { max($0.decided.from, $0.fact.effective) },
        at: moment))
    found.add(
      GovernedDisposal.check(
        principal: proposal.actor.principal, approver: disposed.approver,
        isArchivist: assignments(of: disposed.approver, at: moment).contains {
          $0.role == .archivist && $0.system == nil
        }))
    found.add(shown(proposal, by: disposed.approver, hasEvidence: false))
    guard let decision else { return found }
    let scope = scope(of: decision.decided, at: moment, in: proposal.zone)
    var obstacles: [Diagnostic] = []
    var behind: Set<RequestID> = []
    for grant in disposed.grants {
      let row = grants[grant]
      if let row { behind.formUnion(requests(behind: row)) }
      obstacles.add(
        GovernedDisposal.check("\(grant)", row.map { obstacle(to: scope, $0) } ?? .outside))
    }
    for request in disposed.requests where !behind.contains(request) {
      let row = requests[request]
      obstacles.add(
        GovernedDisposal.check("\(request)", row.map { obstacle(to: scope, $0) } ?? .outside))
    }
    return found + obstacles.prefix(Register.obstaclesToldMax)
  }

  /// DSP-01.
  func violations(of set: HoldSet, in proposal: Proposal) -> [Diagnostic] {
    let isHere: Bool =
      switch set.target.kind {
      case .person: persons.contains(set.target.identifier(PersonID.self))
      case .system: systems.contains(set.target.identifier(SystemID.self))
      case .grant: grants.contains(set.target.identifier(GrantID.self))
      case .request: requests.contains(set.target.identifier(RequestID.self))
      case .ledger, .principal, .unit, .role, .review, .incident, .delegation, .separation,
        .policy, .flag:
        false
      }
    return [
      HoldOrder.check(
        setting: set.hold, on: isHere ? set.target : nil,
        isOpen: holds.contains { $0.hold == set.hold }, hasReason: proposal.hasReason)
    ].compactMap(\.self)
  }

  /// DSP-01.
  func violations(of lifted: HoldLifted, in proposal: Proposal) -> [Diagnostic] {
    [
      HoldOrder.check(
        lifting: lifted.hold,
        isOpen: holds.contains { $0.hold == lifted.hold && $0.lifted == nil },
        hasReason: proposal.hasReason)
    ].compactMap(\.self)
  }
}
