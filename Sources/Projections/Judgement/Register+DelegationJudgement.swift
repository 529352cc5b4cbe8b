import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  func violations(
    of event: DelegationEvent, in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    switch event {
    case .granted(let line):
      found.add(
        NoPersonalData.check(
          line.order.text, field: .init(en: "order", sv: "delegationsordning")))
      found.add(UndelegableMatter.check(matter: line.matter, nonDelegable: policy.nonDelegable))
      found.add(
        LaterVersion.check(
          order: line.order, version: line.version,
          latest: latestVersion(
            of: DelegationOrder(
              body: line.body, name: line.order, isDelegatedOn: line.parent != nil))))
      if let parent = line.parent {
        found.add(
          SoundSubdelegation.check(
            delegation: line.delegation, parent: parent,
            faults: faults(
              of: line, from: parent, at: proposal.effective,
              depthMax: Int64(policy.subdelegationDepthMax))))
      } else if let body = units[line.body] {
        found.add(
          OwnPower.check(body: body.id, kind: body.kind, canDelegate: body.kind.canDelegate))
      }
      guard proposal.channel != .migration else { break }
      found.add(
        ForwardDelegation.check(
          delegation: line.delegation, from: line.from, decided: proposal.effective))
    case .revoked(let revoked):
      guard proposal.channel != .migration else { break }
      found.add(
        ForwardDelegation.check(
          delegation: revoked.delegation, revoked: revoked.until ?? proposal.effective,
          recorded: proposal.recorded))
    case .reported(let report):
      found.add(OrderedPeriod.check(from: report.from, until: report.until))
      let decisions = Set(
        delegatedDecisions(of: report.body, from: report.from, until: report.until).map(\.id))
      let reported = reportedRequests(at: proposal.recorded)
      let named = report.requests + report.left
      found.add(ReportedOnce.check(again: named.filter(reported.contains)))
      found.add(
        WholeReport.check(
          body: report.body,
          missing: decisions.subtracting(reported).subtracting(named).sorted(),
          foreign: named.filter { !decisions.contains($0) }))
    }
    return found
  }

  /// What is wrong with a line that is delegated on (INV-06).
  private func faults(
    of line: DelegationGranted, from parent: DelegationID, at moment: Instant, depthMax: Int64
  ) -> [SoundSubdelegation.Fault] {
    guard parent != line.delegation, let above = delegations[parent] else {
      return [.unknownParent]
    }
    var faults: [SoundSubdelegation.Fault] = []
    if !isInForce(above, at: max(line.from, above.line.from)) || line.from < above.line.from {
      faults.append(.parentNotInForce)
    }
    if above.line.maySubdelegate != .yes { faults.append(.notAllowed) }
    let depth = depth(of: above) + 1
    if depth > depthMax { faults.append(.tooDeep(depth)) }
    faults += excess(of: line, over: above.line, at: moment).map { .wider($0) }
    let isHead =
      line.delegatedBy.map { person in
        isHolder(person, of: above, at: moment)
          && assignments(of: person, at: moment).contains { row in
            row.role == .head && row.unit.map { isUnit($0, within: line.body, at: moment) } ?? false
          }
      } ?? false
    if !isHead { faults.append(.notByHead) }
    return faults
  }

  /// How many times a line was delegated on, 0 for one that the body decided.
  private func depth(of row: DelegationRow) -> Int {
    var depth = 0
    var place = row
    while let parent = place.line.parent, let above = delegations[parent], depth < 100 {
      depth += 1
      place = above
    }
    return depth
  }

  /// In what a line reaches further than the one it comes from.
  private func excess(of line: DelegationGranted, over above: DelegationGranted, at moment: Instant)
    -> [Localized]
  {
    var found: [Localized] = []
    func add(_ isWider: Bool, _ english: String, _ swedish: String) {
      if isWider { found.append(Localized(en: english, sv: swedish)) }
    }
    func isWithin<Element: Hashable>(_ some: [Element], _ all: [Element]) -> Bool {
      all.isEmpty || !some.isEmpty && Set(some).isSubset(of: Set(all))
    }
    add(line.body != above.body, "body", "organ")
    add(line.matter != above.matter, "group of matters", "ärendegrupp")
    let place = above.unit ?? above.body
    add(!isUnit(line.unit ?? line.body, within: place, at: moment), "unit", "enhet")
    add(above.levelMax.map { line.levelMax ?? 4 > $0 } ?? false, "level", "nivå")
    add(!isWithin(line.accounts, above.accounts), "kinds of account", "kontoslag")
    let own = [legalEntity(of: above.body, at: moment)]
    add(
      !isWithin(
        line.entities.isEmpty ? own : line.entities, above.entities.isEmpty ? own : above.entities),
      "entities", "juridiska enheter")
    add(
      above.reporting == .reported && line.reporting == .notReported, "no reporting duty",
      "ingen anmälningsplikt")
    add(above.until.map { end in line.until.map { $0 > end } ?? true } ?? false, "time", "tid")
    return found
  }
}
