public import Diagnostics

/// Every rule by its code, for `liggare explain` and for the documentation.
public enum RuleCatalogue {
  public static let codes: [DiagnosticCode] = [
    AcceptedNeed.code,
    NoSelfDecision.code,
    TwoPersons.code,
    ValidAuthority.code,
    OneDecider.code,
    Backdating.code,
    BoundedTime.code,
    LongestValidity.code,
    ActiveAffiliation.code,
    SystemReady.code,
    OneOpenGrant.code,
    ExecutionWithinDecision.code,
    TerminalStates.code,
    ReducingIsFree.code,
    NoSelfReview.code,
    OnceOnly.code,
    DeterministicReplay.code,
    KnownTypes.code,
    NoPersonalData.code,
    ForwardTime.code,
    NationalSecurityStaysOutside.code,
    RefusalsAreCounted.code,
    EntitledRecorder.code,
    DeputyIsAnother.code,
    OneSteward.code,
    KeeperRemains.code,
    BoundedAffiliation.code,
    OneAffiliationPerUnit.code,
    EndorserIsManager.code,
    ShownDecision.code,
    OrderedPeriod.code,
    StatedNeed.code,
  ]
}
