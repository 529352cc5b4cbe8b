public import Diagnostics

/// Every rule by its code, for `liggare explain` and for the documentation.
public enum RuleCatalogue {
  public static let rules: [Rule] = [
    Rule(code: AcceptedNeed.code, ground: AcceptedNeed.ground),
    Rule(code: NoSelfDecision.code, ground: NoSelfDecision.ground),
    Rule(code: TwoPersons.code, ground: TwoPersons.ground),
    Rule(code: ValidAuthority.code, ground: ValidAuthority.ground),
    Rule(code: OneDecider.code, ground: OneDecider.ground),
    Rule(code: Backdating.code, ground: Backdating.ground),
    Rule(code: BoundedTime.code, ground: BoundedTime.ground),
    Rule(code: LongestValidity.code, ground: LongestValidity.ground),
    Rule(code: ActiveAffiliation.code, ground: ActiveAffiliation.ground),
    Rule(code: SystemReady.code, ground: SystemReady.ground),
    Rule(code: OneOpenGrant.code, ground: OneOpenGrant.ground),
    Rule(code: ExecutionWithinDecision.code, ground: ExecutionWithinDecision.ground),
    Rule(code: TerminalStates.code, ground: TerminalStates.ground),
    Rule(code: ReducingIsFree.code, ground: ReducingIsFree.ground),
    Rule(code: NoSelfReview.code, ground: NoSelfReview.ground),
    Rule(code: OnceOnly.code, ground: OnceOnly.ground),
    Rule(code: DeterministicReplay.code, ground: DeterministicReplay.ground),
    Rule(code: KnownTypes.code, ground: KnownTypes.ground),
    Rule(code: NoPersonalData.code, ground: NoPersonalData.ground),
    Rule(code: ForwardTime.code, ground: ForwardTime.ground),
    Rule(code: NationalSecurityStaysOutside.code, ground: NationalSecurityStaysOutside.ground),
    Rule(code: RefusalsAreCounted.code, ground: RefusalsAreCounted.ground),
    Rule(code: EntitledRecorder.code, ground: EntitledRecorder.ground),
    Rule(code: DeputyIsAnother.code, ground: DeputyIsAnother.ground),
    Rule(code: OneSteward.code, ground: OneSteward.ground),
    Rule(code: KeeperRemains.code, ground: KeeperRemains.ground),
    Rule(code: BoundedAffiliation.code, ground: BoundedAffiliation.ground),
    Rule(code: OneAffiliationPerUnit.code, ground: OneAffiliationPerUnit.ground),
    Rule(code: EndorserIsManager.code, ground: EndorserIsManager.ground),
    Rule(code: ShownDecision.code, ground: ShownDecision.ground),
    Rule(code: OrderedPeriod.code, ground: OrderedPeriod.ground),
    Rule(code: StatedNeed.code, ground: StatedNeed.ground),
    Rule(code: Resumption.code, ground: Resumption.ground),
    Rule(code: UndecidedAccess.code, ground: UndecidedAccess.ground),
    Rule(code: RequestOrder.code, ground: RequestOrder.ground),
    Rule(code: RenewalIsTimeOnly.code, ground: RenewalIsTimeOnly.ground),
    Rule(code: DeclaredInterest.code, ground: DeclaredInterest.ground),
    Rule(code: ChangesPresentGrant.code, ground: ChangesPresentGrant.ground),
    Rule(code: EmergencyEntitlement.code, ground: EmergencyEntitlement.ground),
    Rule(code: EmergencyPeriod.code, ground: EmergencyPeriod.ground),
    Rule(code: EmergencyNotice.code, ground: EmergencyNotice.ground),
    Rule(code: EmergencyRecorder.code, ground: EmergencyRecorder.ground),
    Rule(code: EmergencySituation.code, ground: EmergencySituation.ground),
    Rule(code: EmergencyFollowUp.code, ground: EmergencyFollowUp.ground),
    Rule(code: OverdueFollowUp.code, ground: OverdueFollowUp.ground),
    Rule(code: NeedSubstance.code, ground: NeedSubstance.ground),
    Rule(code: NeedSaysMore.code, ground: NeedSaysMore.ground),
    Rule(code: NeedIsOwn.code, ground: NeedIsOwn.ground),
    Rule(code: StatedDuty.code, ground: StatedDuty.ground),
    Rule(code: StatedPurpose.code, ground: StatedPurpose.ground),
    Rule(code: AnalysedNeed.code, ground: AnalysedNeed.ground),
  ]

  public static let codes: [DiagnosticCode] = rules.map(\.code)

  /// Why the rule with a code is there; `nil` when the code is no rule's.
  public static func ground(of code: String) -> Ground? {
    rules.first { $0.code.code == code }?.ground
  }
}

/// A rule: its code with what it says, and why it is there.
public struct Rule: Sendable {
  public var code: DiagnosticCode
  public var ground: Ground
}
