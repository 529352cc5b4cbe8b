public import AccessModel
public import Chronology
public import Diagnostics

/// What keeps somebody's role or delegation from covering a decision.
public enum AuthorityMiss: Hashable, Sendable {
  /// The holder does not work here then.
  case holderAbsent
  /// The assignment or the delegation begins later.
  case notBegun(Instant)
  /// The assignment was over.
  case ended(Instant)
  /// The delegation was over, and how.
  case lapsed(DelegationState, Instant)
  /// The decider does not have the position then, where the delegation says that it must be.
  case otherPosition(PositionCode)
  /// The unit it is for does not contain the person's.
  case otherUnit(UnitID)
  /// The delegation is another body's than the system's.
  case otherSystem(body: UnitID)
  /// The delegation does not cover the person's legal entity.
  case otherEntity(UnitID)
  /// A committee's power over a company's grant, or the reverse (INV-09).
  case otherLegalForm(UnitID)
  /// The delegation reaches up to a lower level.
  case levelAbove(Int64)
  /// The delegation is for other kinds of account.
  case otherAccount(AccountKind)
  /// The entitlement is decided on delegation, and this is a role.
  case decidedOnDelegation(MatterCode)
  /// The rules let access be decided on delegation alone where that power is, and this is a role.
  case decidedOnDelegationAlone(UnitID)
  /// The role was not given by the company whose power it is.
  case appointedByAnother(company: UnitID)
  /// A deputy for a post that nobody holds.
  case nobodyToActFor(UnitID)

  /// What it is, in one clause; `time` writes moments.
  public func words(_ time: (Instant) -> String = { "\($0)" }) -> Localized {
    switch self {
    case .holderAbsent:
      Localized(en: "the holder did not work here then", sv: "innehavaren arbetade inte här då")
    case .notBegun(let from):
      Localized(en: "it begins at \(time(from))", sv: "den börjar gälla \(time(from))")
    case .ended(let at):
      Localized(en: "it ended at \(time(at))", sv: "den upphörde \(time(at))")
    case .lapsed(let state, let at):
      Localized(
        en: "the delegation: \(state.word.english) since \(time(at))",
        sv: "delegationen: \(state.word.swedish) sedan \(time(at))")
    case .otherPosition(let position):
      Localized(
        en: "the decider did not have the position \(position) there then",
        sv: "beslutsfattaren hade inte befattningen \(position) där då")
    case .otherUnit(let unit):
      Localized(
        en: "the person does not work in \(unit)", sv: "personen arbetar inte i \(unit)")
    case .otherSystem(let body):
      Localized(
        en: "the system is not one of \(body)'s", sv: "systemet är inte ett av \(body):s")
    case .otherEntity(let entity):
      Localized(
        en: "it does not cover the people of \(entity)", sv: "den omfattar inte \(entity):s folk")
    case .otherLegalForm(let entity):
      Localized(
        en: "a committee's power does not reach a company's people, nor the reverse: \(entity)",
        sv: "en nämnds beslutanderätt når inte ett bolags folk, eller tvärtom: \(entity)")
    case .levelAbove(let most):
      Localized(
        en: "it reaches up to level \(most)", sv: "den sträcker sig till nivå \(most)")
    case .otherAccount(let kind):
      Localized(
        en: "it does not cover a \(kind.word.english)", sv: "den omfattar inte \(kind.word.swedish)"
      )
    case .decidedOnDelegation(let matter):
      Localized(
        en: "it is decided on delegation, in the matters \(matter)",
        sv: "det beslutas på delegation, i ärendegruppen \(matter)")
    case .decidedOnDelegationAlone(let entity):
      Localized(
        en: "the rules let access be decided on delegation alone in \(entity)",
        sv: "reglerna låter behörighet beslutas bara på delegation i \(entity)")
    case .appointedByAnother(let company):
      Localized(
        en: "the role was not given by the company \(company)",
        sv: "rollen gavs inte av bolaget \(company)")
    case .nobodyToActFor(let unit):
      Localized(
        en: "nobody leads \(unit) for the deputy to act for",
        sv: "ingen leder \(unit) som ersättaren kan träda in för")
    }
  }

  /// What it is, as a fact of a refusal, whose edge writes the moment.
  var fact: Diagnostic.Fact {
    switch self {
    case .notBegun(let from):
      Diagnostic.Fact(en: "the authority begins", sv: "befogenheten börjar", at: from)
    case .ended(let at):
      Diagnostic.Fact(en: "the authority ended", sv: "befogenheten upphörde", at: at)
    case .lapsed(let state, let at):
      Diagnostic.Fact(
        en: "the delegation is \(state.word.english) since",
        sv: "delegationen är \(state.word.swedish) sedan", at: at)
    case .holderAbsent, .otherPosition, .otherUnit, .otherSystem, .otherEntity, .otherLegalForm,
      .levelAbove, .otherAccount, .decidedOnDelegation, .decidedOnDelegationAlone,
      .appointedByAnother,
      .nobodyToActFor:
      Diagnostic.Fact(en: "why", sv: "varför", localized: words())
    }
  }
}
