import AccessModel
import Diagnostics
import Policies
import Projections

/// The rules on the text of a need. They are tried when it is stated and never again: the text may be erased, the decision stays.
enum StatedNeeds {
  /// REQ-04 and NED-01 to NED-03; history that is taken over is as it was.
  ///
  /// - Parameter isOneOfMany: whether the need is that of a whole list, which is one text for many.
  static func check(
    _ need: String, for person: PersonID, of entitlement: EntitlementID, isOneOfMany: Bool,
    given state: Register, _ drafting: Drafting
  ) throws(Rejection) {
    // What cannot be recorded at all is refused where it is sealed.
    guard drafting.context.command.channel != .migration,
      Drafting.isRecordable(need) || need.isEmpty
    else { return }
    let policy = state.effectivePolicy(
      for: entitlement.system, person: person, at: drafting.context.moment,
      standard: drafting.context.policy
    ).policy
    if let violation = StatedNeed.check(need, charactersMin: policy.needCharactersMin) {
      throw Rejection(violation)
    }
    if let violation = NeedSubstance.check(need) { throw Rejection(violation) }
    let system = state.systems[entitlement.system]
    let names = [
      system?.name.text, system?.entitlement(entitlement.name)?.name.text,
    ].compactMap(\.self)
    if let violation = NeedSaysMore.check(need, entitlement: entitlement, names: names) {
      throw Rejection(violation)
    }
    guard !isOneOfMany else { return }
    let others = drafting.context.countOthersWithNeed(NeedWords.likeness(of: need), person)
    if let violation = NeedIsOwn.check(
      others: others, refusesRepeated: policy.refusesRepeatedNeeds)
    {
      throw Rejection(violation)
    }
  }
}
