import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  /// DISC-01 and DISC-02, on what is given out of the register.
  func violations(of disclosed: RecordDisclosed, in proposal: Proposal) -> [Diagnostic] {
    var found = disclosureViolations(by: disclosed.decider, in: proposal)
    found.add(
      DisclosedPast.check(size: disclosed.size, position: Int64(clamping: position)))
    return found
  }

  /// DISC-01, on what is not given out.
  func violations(of denied: DisclosureDenied, in proposal: Proposal) -> [Diagnostic] {
    disclosureViolations(by: denied.decider, in: proposal)
      + [
        NoPersonalData.check(
          denied.provision.text, field: .init(en: "provision", sv: "bestämmelse"))
      ].compactMap(\.self)
  }

  private func disclosureViolations(
    by decider: PersonID, in proposal: Proposal
  ) -> [Diagnostic] {
    let isEntitled = assignments(of: decider, at: proposal.effective).contains {
      EntitledDiscloser.roles.contains($0.role)
    }
    return [
      EntitledDiscloser.check(decider: decider, at: proposal.effective, isEntitled: isEntitled),
      shown(proposal, by: decider, hasEvidence: false),
    ].compactMap(\.self)
  }
}
