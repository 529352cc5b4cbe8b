/// Anything somebody can ask the ledger to record.
///
/// A wish for one step; what people type as one command may be several steps, recorded together or not at all.
public enum AccessCommand: Sendable {
  case unit(UnitCommand)
  case person(PersonCommand)
  case role(RoleCommand)
  case secrecy(SecrecyCommand)
  case key(KeyCommand)
  case logKey(LogKeyCommand)
  case system(SystemCommand)
  case request(RequestCommand)
  case grant(GrantCommand)
  case delegation(DelegationCommand)
  case policy(PolicyCommand)
  case separation(SeparationCommand)
  case observation(ObservationCommand)
  case stale(StaleCommand)
  case correct(CorrectEvent)
  case restore(RestoreLedger)
  case disposal(DisposalCommand)
  case disclosure(DisclosureCommand)
  case review(ReviewCommand)
  case incident(IncidentCommand)
}
