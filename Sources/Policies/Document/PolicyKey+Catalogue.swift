import AccessModel
import Diagnostics

extension PolicyKey {
  /// Everything a document may set, in the order in which documents are printed.
  public static let all: [PolicyKey] =
    AccessClass.allCases.flatMap(terms) + special + process + review + reminder + authority + stale
    + disclosure

  /// Where the key stands in `all`, by section and name.
  static let places: [String: Int] = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1.path, $0) })

  /// The sections, in order.
  public static let sections: [String] = all.reduce(into: []) { sections, key in
    if sections.last != key.section { sections.append(key.section) }
  }

  private static func terms(of access: AccessClass) -> [PolicyKey] {
    let section = "\(access.code)"
    let (en, sv) = (access.word.english, access.word.swedish)
    let isLevel: Bool =
      switch access {
      case .level0, .level1, .level2, .level3, .level4: true
      case .privileged, .external, .temporary, .elected, .care, .protectedIdentities,
        .sharedAccount, .serviceAccount, .separationException:
        false
      }
    var keys: [PolicyKey] = [
      .limit(
        section, "review", \.[access].review, mayBeNone: !isLevel,
        Localized(
          en: "\(en): longest time between reviews", sv: "\(sv): längsta tid mellan granskningar")),
      .limit(
        section, "validity", \.[access].validity, mayBeNone: true,
        Localized(
          en: "\(en): longest time a grant runs", sv: "\(sv): längsta tid en tilldelning löper")),
      .flag(
        section, "two-persons", \.[access].needsTwoPersons,
        Localized(
          en: "\(en): endorser and decider are two persons",
          sv: "\(sv): tillstyrkare och beslutsfattare är två personer")),
      .limit(
        section, "removal", \.[access].removal, mayBeNone: !isLevel,
        Localized(
          en: "\(en): how soon access is removed after its end",
          sv: "\(sv): hur snart behörigheten tas bort efter sitt slut")),
    ]
    if access == .level4 {
      keys.insert(
        .flag(
          section, "enabled", \.isLevel4Enabled, stricter: false,
          Localized(
            en: "whether systems at level 4 may be registered",
            sv: "om system på nivå 4 får registreras")), at: 0)
    }
    return keys
  }

  private static let special: [PolicyKey] = [
    .limit(
      "emergency", "validity", \.emergencyValidity,
      Localized(en: "longest time emergency access lasts", sv: "längsta tid för nödåtkomst")),
    .limit(
      "emergency", "follow-up", \.emergencyFollowUp,
      Localized(
        en: "how soon its use is followed up", sv: "hur snart användningen följs upp")),
    .limit(
      "transfer", "within", \.transferWithin,
      Localized(
        en: "how soon access from the earlier post is confirmed",
        sv: "hur snart behörighet från den förra tjänsten bekräftas")),
    .choice(
      "transfer", "unconfirmed", \.transferEffect, [.end, .flag], isOrdered: true,
      Localized(
        en: "what becomes of access that nobody confirmed",
        sv: "vad som händer med behörighet som ingen bekräftat")),
    .limit(
      "legacy", "within", \.legacyWithin,
      Localized(
        en: "how long access that was taken over may stay undecided",
        sv: "hur länge övertagen behörighet får vara obeslutad")),
    .limit(
      "removal", "immediate", \.immediateRemoval,
      Localized(
        en: "how soon access is removed when an employment is broken off",
        sv: "hur snart behörighet tas bort när en anställning avbryts")),
    .limit(
      "execution", "within", \.execution,
      Localized(
        en: "how soon a decision is carried out in the system",
        sv: "hur snart ett beslut verkställs i systemet")),
  ]

  private static let process: [PolicyKey] = [
    .limit(
      "request", "lapse", \.requestLapse,
      Localized(
        en: "how long a request may wait for its decision",
        sv: "hur länge en begäran får vänta på beslut")),
    .number(
      "request", "need-characters", \.needCharactersMin, 1...1_000, isMoreStricter: true,
      Localized(en: "the fewest characters that say a need", sv: "minsta antal tecken i ett behov")),
    .flag(
      "request", "refuse-repeated-needs", \.refusesRepeatedNeeds,
      Localized(
        en: "whether a need in the words of an earlier one is refused",
        sv: "om ett behov med samma ord som ett tidigare avvisas")),
    .limit(
      "recording", "backdating", \.backdating, mayBeZero: true,
      Localized(
        en: "how late a fact may be recorded without a reason",
        sv: "hur sent något får registreras utan skäl")),
    .names(
      "recording", "case-number", \.caseRequired, .events, { $0 },
      Localized(
        en: "types of event that need a case number",
        sv: "typer av händelser som kräver diarienummer")),
    loggedReadings,
    .limit(
      "absence", "suspends-after", \.absenceSuspendsAfter, mayBeZero: true,
      Localized(
        en: "after how long an absence access is suspended",
        sv: "efter hur lång frånvaro behörighet spärras")),
    .flag(
      "training", "lapse-suspends", \.lapsedTrainingSuspends,
      Localized(
        en: "whether access is suspended while a training that it asks for has lapsed",
        sv: "om behörighet spärras medan en utbildning som den kräver har upphört att gälla")),
    .choice(
      "system", "vacancy", \.vacancy, [.block, .flag], isOrdered: true,
      Localized(
        en: "what follows when steward or deputy is missing",
        sv: "vad som följer när förvaltare eller ersättare saknas")),
    .limit(
      "system", "classification-validity", \.classificationValidity,
      Localized(
        en: "how long a classification holds before it is made again",
        sv: "hur länge en klassning gäller innan den görs om")),
    .limit(
      "system", "analysis-validity", \.analysisValidity,
      Localized(
        en: "how long a needs-and-risk analysis is in force after it was made",
        sv: "hur länge en behovs- och riskanalys gäller efter att den gjorts")),
    .names(
      "separation", "keep-apart", \.keptApart, .processPairs, { ProcessPair($0) },
      Localized(
        en: "parts that two persons must play", sv: "roller som två personer måste ha")),
    .number(
      "separation", "small-unit-below", \.smallUnitBelow, 0...100, isMoreStricter: false,
      Localized(
        en: "in units with fewer persons, one may play both parts",
        sv: "i enheter med färre personer får en person ha båda rollerna")),
    .limit(
      "separation", "compensating-review", \.compensatingReview,
      Localized(
        en: "how often such access is reviewed instead",
        sv: "hur ofta sådan behörighet granskas i stället")),
  ]

  /// The questions whose reading is logged. (INV-56)
  public static let loggedReadings = PolicyKey.names(
    "reading", "logged", \.loggedReadings, .questions, { $0 },
    Localized(
      en: "views and questions of which each reading leaves a line in reads.log",
      sv: "vyer och frågor där varje läsning lämnar en rad i reads.log"))

  private static let authority: [PolicyKey] =
    [
      .limit(
        "delegation", "report-within", \.delegationReport,
        Localized(
          en: "how soon delegated decisions are reported",
          sv: "hur snart delegationsbeslut anmäls")),
      .number(
        "delegation", "depth", \.subdelegationDepthMax, 0...5, isMoreStricter: false,
        Localized(
          en: "how many times power may be passed on below the head",
          sv: "hur många gånger befogenhet får vidaredelegeras under förvaltningschefen")),
      .names(
        "delegation", "non-delegable", \.nonDelegable, .matters, { MatterCode($0) },
        Localized(
          en: "groups of matters that no employee decides",
          sv: "ärendegrupper som ingen anställd beslutar i")),
    ] + [UnitKind.council, .board, .committee, .company].map(authorityKind)

  private static func authorityKind(of kind: UnitKind) -> PolicyKey {
    // The power of a company is its own; nobody else can use it.
    .choice(
      "authority", "\(kind.code)", \.[authorityOf: kind],
      kind == .company ? [.role, .delegation, .company] : [.role, .delegation],
      isOrdered: false,
      Localized(
        en: "\(kind.word.english): on what routine access is decided",
        sv: "\(kind.word.swedish): vad rutinbeslut om behörighet vilar på"))
  }
}
