public import Commands
import Diagnostics
public import EventSourcing
public import Events
public import Projections

/// Decides any command: the decider of its subject says what follows, and the rules judge it.
public enum AccessDecider: Decider {
  public static func decide(
    _ command: AccessCommand, given state: Register, in context: DecisionContext
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let drafting = Drafting(context: context)
    let drafts =
      switch command {
      case .unit(let command):
        try OrganisationDecider.decide(command, given: state, drafting)
      case .person(let command):
        try OrganisationDecider.decide(command, given: state, drafting)
      case .role(let command): try OrganisationDecider.decide(command, given: state, drafting)
      case .secrecy(let command): try SecrecyDecider.decide(command, given: state, drafting)
      case .key(let command): try KeyDecider.decide(command, given: state, drafting)
      case .logKey(let command): try LogKeyDecider.decide(command, given: state, drafting)
      case .system(let command): try SystemDecider.decide(command, given: state, drafting)
      case .request(let command): try RequestDecider.decide(command, given: state, drafting)
      case .delegation(let command):
        try DelegationDecider.decide(command, given: state, drafting)
      case .grant(let command): try GrantDecider.decide(command, given: state, drafting)
      case .policy(let command): try PolicyDecider.decide(command, given: state, drafting)
      case .separation(let command):
        try SeparationDecider.decide(command, given: state, drafting)
      case .observation(let command):
        try ObservationDecider.decide(command, given: state, drafting)
      case .stale(let command): try StaleDecider.decide(command, given: state, drafting)
      case .correct(let command): try CorrectionDecider.decide(command, given: state, drafting)
      case .disposal(let command): try DisposalDecider.decide(command, given: state, drafting)
      case .disclosure(let command): try DisclosureDecider.decide(command, given: state, drafting)
      case .restore(let command): try RestorationDecider.decide(command, given: state, drafting)
      case .review(let command): try ReviewDecider.decide(command, given: state, drafting)
      case .incident(let command): try IncidentDecider.decide(command, given: state, drafting)
      }
    return drafts
  }
}
