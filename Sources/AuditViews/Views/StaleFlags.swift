import AccessModel
import Chronology
public import Diagnostics
import Events
import Projections

/// The flags that stand at a moment, by rule and by what they are about.
public enum StaleFlags: RegisterView {
  private static let flag = Column.identifier("flag", FlagSubject.capitalised)
  private static let rule = Column.identifier("rule", Localized(en: "Rule", sv: "Regel"))
  private static let what = Column(key: "what", title: Localized(en: "What", sv: "Vad"))
  private static let about = Column.identifier("about", Localized(en: "About", sv: "Gäller"))
  private static let since = Column(key: "since", title: Localized(en: "Since", sv: "Sedan"))
  private static let days = Column.number("days", Localized(en: "Days", sv: "Dagar"))
  private static let facts = Column(key: "facts", title: Localized(en: "Facts", sv: "Fakta"))
  private static let answerers = Column.identifier(
    "answered_by", Localized(en: "To be answered by", sv: "Besvaras av"))
  private static let expires = Column(
    key: "expires", title: Localized(en: "Access ends", sv: "Åtkomst upphör"))

  public static let description = ViewDescription(
    "stale",
    title: Localized(en: "Flags on stale access", sv: "Flaggor om inaktuell åtkomst"),
    question: Localized(
      en:
        "Which access, or what it rests on, is stale or risky, since when, and who has to answer?",
      sv:
        "Vilken åtkomst, eller grund för den, är inaktuell eller riskabel, sedan när, och vem ska svara?"
    ),
    controls: [.followUp, .accessRights, .identities],
    columns: [
      flag, rule, what, about, .system, .person, .name, .state, since, days, .due, expires,
      answerers, facts,
    ], key: ["flag"],
    filters: [.system, .person, .unit],
    remark: Localized(
      en: "With --with-ended of liggare stale list those that are resolved too.",
      sv: "Med --with-ended i liggare stale list även de som är avgjorda."))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.flags().map { flag, standing in
      let flagged = flag.flagged
      return [
        .id(flag.id), .text(flagged.rule.title), .localized(flagged.rule.word),
        .text(flagged.about.id), .id(flagged.system), .id(flagged.person),
        question.nameCell(flagged.person), .word(code: standing.state.code, standing.state.word),
        .instant(flagged.since),
        .integer(
          Int(question.asOf.milliseconds - flagged.since.milliseconds) / 86_400_000),
        .end(orEmpty: standing.state.isOpen ? standing.due : nil),
        .end(orEmpty: standing.state.isOpen ? flagged.expires : nil),
        .list(question.answerers(of: flag).map { "\($0)" }),
        .localized(question.phrasing.words(of: flagged.evidence)),
      ]
    }
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "No flag stands", sv: "Ingen flagga är satt")
  }
}

extension ViewQuestion {
  /// The flags that the filter lets through, with where they stand: by rule, then by what they are about.
  func flags() -> [(flag: FlagRow, standing: FlagRow.Standing)] {
    register.flags.rows.compactMap { flag -> (flag: FlagRow, standing: FlagRow.Standing)? in
      guard let standing = flag.standing(at: asOf),
        filter.staleRules.isEmpty || filter.staleRules.contains(flag.flagged.rule),
        filter.includesEnded || standing.state != .resolved,
        filter.admits(flag.flagged.system), filter.admits(flag.flagged.person),
        admits(unitOf: flag.flagged.person)
      else { return nil }
      return (flag, standing)
    }.sorted { one, other in
      let (left, right) = (one.flag.flagged, other.flag.flagged)
      if left.rule != right.rule { return left.rule.number < right.rule.number }
      return left.flag.comesBefore(right.flag)
    }
  }

  /// The open flags on a grant, or on its holder, its account or its system, in the order in which they were raised.
  func openFlags(concerning grant: GrantRow) -> [(flag: FlagRow, standing: FlagRow.Standing)] {
    let things: Set<FlaggedThing> = Set(
      [
        .grant(grant.id), .system(grant.entitlement.system), grant.person.map { .person($0) },
        grant.account.map { .account($0) }, grant.request.map { .request($0) },
      ].compactMap(\.self))
    return register.flags.rows.compactMap { flag in
      guard things.contains(flag.flagged.about), let standing = flag.standing(at: asOf),
        standing.state != .resolved
      else { return nil }
      return (flag, standing)
    }
  }

  /// Who is to answer a flag: the manager of whose it is, else the steward, the deputy or the owner of the system, never whom it is about.
  func answerers(of flag: FlagRow) -> [PersonID] {
    let flagged = flag.flagged
    var found: [PersonID] = []
    if let person = flagged.person { found = register.managers(of: person, at: asOf) }
    if found.isEmpty, let system = flagged.system {
      for role in [Role.steward, .deputy, .owner] {
        found = register.holders(of: role, for: system, at: asOf).map(\.holder)
          .filter { $0 != flagged.person }
        if !found.isEmpty { break }
      }
    }
    return found
  }
}
