import AccessModel
import Events

/// The families that say what may be decided, by whom and under which rules.
extension Register {
  mutating func apply(_ event: DelegationEvent, _ fact: Fact) {
    switch event {
    case .granted(let line):
      delegations.add(DelegationRow(line: line, granted: fact))
    case .revoked(let revoked):
      delegations.change(revoked.delegation) { $0.revoked = fact }
    case .reported(let report):
      delegationReports.append(DelegationReportRow(report: report, fact: fact))
    }
  }

  mutating func apply(_ event: SeparationEvent, _ fact: Fact) {
    switch event {
    case .ruleAdopted(let rule):
      guard separationRules.contains(rule.rule) else {
        separationRules.add(
          SeparationRuleRow(
            id: rule.rule, versions: [SeparationVersionRow(rule: rule, fact: fact)]))
        return
      }
      separationRules.change(rule.rule) {
        $0.versions.append(SeparationVersionRow(rule: rule, fact: fact))
      }
    case .exceptionApproved(let exception):
      separationExceptions.add(
        SeparationExceptionRow(exception: exception, fact: fact))
    }
  }

  mutating func apply(_ event: PolicyEvent, _ fact: Fact) {
    switch event {
    case .adopted(let adopted):
      // A name means the document that bore it first.
      guard !policies.contains(adopted.policy) else { break }
      policies.add(PolicyRow(adopted: adopted, fact: fact))
    }
  }
}
