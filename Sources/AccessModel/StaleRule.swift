public import Diagnostics

/// A rule that finds access, or what access rests on, gone stale or risky.
///
/// The code is that of `liggare explain`, in small letters.
public enum StaleRule: CodedValue {
  case reviewOverdue
  case removalUnconfirmed
  case affiliationEnded
  case movedUnconfirmed
  case unused
  case absentNotSuspended
  case trainingLapsed
  case invalidAuthority
  case rolesVacant
  case classificationOld
  case unknownAccount
  case notCarriedOut
  case dutiesConflict
  case emergencyUnreviewed
  case undecidedTooLong
  case withoutSponsor
  case sharedUnanswered
  case decisionUnreported
  case heldAfterEnd
  case unlikePeers
  case needRepeated
  case reviewsRushed
  case policyOverdue
  case onePersonChain
  case protectedIdentities

  public var code: StaticString {
    switch self {
    case .reviewOverdue: "st-01"
    case .removalUnconfirmed: "st-02"
    case .affiliationEnded: "st-03"
    case .movedUnconfirmed: "st-04"
    case .unused: "st-05"
    case .absentNotSuspended: "st-06"
    case .trainingLapsed: "st-07"
    case .invalidAuthority: "st-08"
    case .rolesVacant: "st-09"
    case .classificationOld: "st-10"
    case .unknownAccount: "st-11"
    case .notCarriedOut: "st-12"
    case .dutiesConflict: "st-13"
    case .emergencyUnreviewed: "st-14"
    case .undecidedTooLong: "st-15"
    case .withoutSponsor: "st-16"
    case .sharedUnanswered: "st-17"
    case .decisionUnreported: "st-18"
    case .heldAfterEnd: "st-19"
    case .unlikePeers: "st-20"
    case .needRepeated: "st-21"
    case .reviewsRushed: "st-22"
    case .policyOverdue: "st-23"
    case .onePersonChain: "st-24"
    case .protectedIdentities: "st-25"
    }
  }

  public var word: Localized {
    switch self {
    case .reviewOverdue: Localized(en: "review overdue", sv: "granskning försenad")
    case .removalUnconfirmed:
      Localized(en: "ended, removal unconfirmed", sv: "upphörd, borttag inte bekräftat")
    case .affiliationEnded: Localized(en: "the holder has left", sv: "innehavaren har slutat")
    case .movedUnconfirmed:
      Localized(en: "moved, access unconfirmed", sv: "flyttad, åtkomst obekräftad")
    case .unused: Localized(en: "unused", sv: "oanvänd")
    case .absentNotSuspended: Localized(en: "away, not suspended", sv: "frånvarande, inte spärrad")
    case .trainingLapsed: Localized(en: "training lapsed", sv: "utbildning har upphört att gälla")
    case .invalidAuthority:
      Localized(en: "decided without authority", sv: "beslutad utan befogenhet")
    case .rolesVacant:
      Localized(en: "steward or deputy vacant", sv: "förvaltare eller ersättare saknas")
    case .classificationOld: Localized(en: "classification too old", sv: "klassning för gammal")
    case .unknownAccount: Localized(en: "unknown account", sv: "okänt konto")
    case .notCarriedOut: Localized(en: "decided, not carried out", sv: "beslutad, inte verkställd")
    case .dutiesConflict: Localized(en: "duties in conflict", sv: "arbetsuppgifter i konflikt")
    case .emergencyUnreviewed:
      Localized(en: "emergency use not followed up", sv: "nödåtkomst inte uppföljd")
    case .undecidedTooLong: Localized(en: "undecided too long", sv: "obeslutad för länge")
    case .withoutSponsor:
      Localized(
        en: "external without sponsor or contract", sv: "extern utan uppdragsgivare eller avtal")
    case .sharedUnanswered:
      Localized(en: "shared account unanswered for", sv: "delat konto utan ansvarig eller byte")
    case .decisionUnreported:
      Localized(en: "delegated decision not reported", sv: "delegationsbeslut inte anmält")
    case .heldAfterEnd:
      Localized(en: "held after the right ended", sv: "innehavd efter behörighetens slut")
    case .unlikePeers: Localized(en: "unlike peers", sv: "avviker från kollegor")
    case .needRepeated: Localized(en: "need repeated word for word", sv: "behov upprepat ordagrant")
    case .reviewsRushed: Localized(en: "reviews rushed", sv: "granskningar i hast")
    case .policyOverdue: Localized(en: "rules past their review", sv: "regelverk förbi översyn")
    case .onePersonChain: Localized(en: "one-person chain", sv: "enmanskedja")
    case .protectedIdentities:
      Localized(
        en: "protected identities, long interval", sv: "skyddade uppgifter, långt intervall")
    }
  }

  public static let codes = CodeTable<StaleRule>()

  /// The code as people write it: `ST-05`.
  public var title: String { "\(code)".uppercased() }
}
