public import AccessModel
public import Diagnostics

/// Parts of the way to access that the rules keep apart are played by two persons; in a small unit by one, if the access is looked at more often. (POL-21)
public enum ProcessSeparation {
  public static let code = DiagnosticCode(
    "POL-21",
    Localized(
      en: "One person plays parts that the rules keep apart.",
      sv: "En person har roller som reglerna håller isär."),
    remedy: Localized(
      en:
        "Let another person do it. In a unit below the size that the rules name, the access must be reviewed as often as they say: --review-days.",
      sv:
        "Låt en annan person göra det. I en enhet under den storlek som reglerna anger måste behörigheten granskas så ofta som de säger: --review-days."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Whoever plays two parts on the way to access can give it alone. Where people are too few for two, looking more often takes its place.",
      sv:
        "Den som har två roller på vägen till en behörighet kan ge den ensam. Där det är för få personer för två träder tätare granskning i stället."
    ),
    source: Localized(en: "ISO 27001 5.3", sv: "ISO 27001 5.3"),
    refused: Localized(
      en:
        "liggare grant provision G-1 --by siv.dahl, who decided it, where decider/provisioner is kept apart",
      sv:
        "liggare grant provision G-1 --by siv.dahl, som beslutade den, när decider/provisioner hålls isär"
    ),
    allowed: Localized(
      en: "the same by another administrator",
      sv: "samma sak av en annan administratör"))

  /// - Parameters:
  ///   - players: who plays each part, as far as it is known.
  ///   - part: the part that is played now, which is compared with those played before.
  ///   - unitSize: how many persons work where the person does.
  ///   - reviewDays: how often the access is reviewed, in days; `nil` when never.
  public static func check(
    _ players: [ProcessPart: PersonID], playing part: ProcessPart, unitSize: @autoclosure () -> Int,
    reviewDays: Int64?, under policy: AccessPolicy
  ) -> Diagnostic? {
    guard let person = players[part] else { return nil }
    let broken = ProcessPair.all.filter { pair in
      policy.keptApart.contains(pair) && pair.second == part && players[pair.first] == person
    }
    guard let pair = broken.first else { return nil }
    let reviewDaysMax = policy.compensatingReview.daysMax ?? 0
    let unitSize = policy.smallUnitBelow > 0 ? unitSize() : 0
    if unitSize < policy.smallUnitBelow, let reviewDays, reviewDays <= reviewDaysMax { return nil }
    var facts: [Diagnostic.Fact] = [
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(
        en: "parts", sv: "roller",
        localized: Localized(
          en: "\(pair.first.word.english) and \(pair.second.word.english)",
          sv: "\(pair.first.word.swedish) och \(pair.second.word.swedish)")),
    ]
    if policy.smallUnitBelow > 0 {
      facts += [
        .init(en: "persons in the unit", sv: "personer i enheten", "\(unitSize)"),
        .init(
          en: "a small unit has fewer than", sv: "en liten enhet har färre än",
          "\(policy.smallUnitBelow)"),
        .init(
          en: "days between reviews at most", sv: "högst dagar mellan granskningar",
          "\(reviewDaysMax)"),
      ]
    }
    return code.diagnostic(facts: facts)
  }
}
