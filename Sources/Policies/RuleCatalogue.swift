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
    Rule(code: OneRoot.code, ground: OneRoot.ground),
    Rule(code: AcyclicUnits.code, ground: AcyclicUnits.ground),
    Rule(code: OpenUnit.code, ground: OpenUnit.ground),
    Rule(code: SucceededUnit.code, ground: SucceededUnit.ground),
    Rule(code: PeopleInClosedUnit.code, ground: PeopleInClosedUnit.ground),
    Rule(code: SponsoredExternal.code, ground: SponsoredExternal.ground),
    Rule(code: ActiveSponsor.code, ground: ActiveSponsor.ground),
    Rule(code: UnsponsoredExternal.code, ground: UnsponsoredExternal.ground),
    Rule(code: CauselessAbsence.code, ground: CauselessAbsence.ground),
    Rule(code: OneAbsenceAtATime.code, ground: OneAbsenceAtATime.ground),
    Rule(code: PresentPlace.code, ground: PresentPlace.ground),
    Rule(code: UnsuspendedAbsence.code, ground: UnsuspendedAbsence.ground),
    Rule(code: LapsedTraining.code, ground: LapsedTraining.ground),
    Rule(code: ConfirmedTransfer.code, ground: ConfirmedTransfer.ground),
    Rule(code: DutiesOfTheAbsent.code, ground: DutiesOfTheAbsent.ground),
    Rule(code: ErasureByTwo.code, ground: ErasureByTwo.ground),
    Rule(code: ErasableIdentity.code, ground: ErasableIdentity.ground),
    Rule(code: ErasedForGood.code, ground: ErasedForGood.ground),
    Rule(code: CompletedTraining.code, ground: CompletedTraining.ground),
    Rule(code: SecrecyTarget.code, ground: SecrecyTarget.ground),
    Rule(code: SecrecyOrder.code, ground: SecrecyOrder.ground),
    Rule(code: EndorserIsManager.code, ground: EndorserIsManager.ground),
    Rule(code: ShownDecision.code, ground: ShownDecision.ground),
    Rule(code: OrderedPeriod.code, ground: OrderedPeriod.ground),
    Rule(code: StatedNeed.code, ground: StatedNeed.ground),
    Rule(code: PolicyTightens.code, ground: PolicyTightens.ground),
    Rule(code: PolicyBody.code, ground: PolicyBody.ground),
    Rule(code: PolicyPlace.code, ground: PolicyPlace.ground),
    Rule(code: PolicyPeriod.code, ground: PolicyPeriod.ground),
    Rule(code: OnePolicyName.code, ground: OnePolicyName.ground),
    Rule(code: PolicyTextHolds.code, ground: PolicyTextHolds.ground),
    Rule(code: CitedPolicies.code, ground: CitedPolicies.ground),
    Rule(code: RequiredCase.code, ground: RequiredCase.ground),
    Rule(code: ProcessSeparation.code, ground: ProcessSeparation.ground),
    Rule(code: BoardOwnedSystem.code, ground: BoardOwnedSystem.ground),
    Rule(code: NamedSupplier.code, ground: NamedSupplier.ground),
    Rule(code: FunctionContact.code, ground: FunctionContact.ground),
    Rule(code: LoweredClass.code, ground: LoweredClass.ground),
    Rule(code: SystemLife.code, ground: SystemLife.ground),
    Rule(code: RaisedLevel.code, ground: RaisedLevel.ground),
    Rule(code: PlainDescription.code, ground: PlainDescription.ground),
    Rule(code: TighteningAnalysis.code, ground: TighteningAnalysis.ground),
    Rule(code: OpenEntitlement.code, ground: OpenEntitlement.ground),
    Rule(code: StatedReason.code, ground: StatedReason.ground),
    Rule(code: MetPrerequisites.code, ground: MetPrerequisites.ground),
    Rule(code: SeparatedDuties.code, ground: SeparatedDuties.ground),
    Rule(code: SeparatedSets.code, ground: SeparatedSets.ground),
    Rule(code: ExceptionAuthority.code, ground: ExceptionAuthority.ground),
    Rule(code: BoundedException.code, ground: BoundedException.ground),
    Rule(code: OpenToException.code, ground: OpenToException.ground),
    Rule(code: SeparateAccount.code, ground: SeparateAccount.ground),
    Rule(code: AnsweredAccount.code, ground: AnsweredAccount.ground),
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
