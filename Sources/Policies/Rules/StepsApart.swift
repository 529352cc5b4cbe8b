public import AccessModel
public import Diagnostics

/// Where the stakes are high, one person does not take two steps of a process that are to be apart. (ROL-10)
public enum StepsApart {
  public static let code = DiagnosticCode(
    "ROL-10",
    Localized(
      en: "The same person would take two steps that are to be apart.",
      sv: "Samma person skulle ta två steg som ska vara åtskilda."),
    remedy: Localized(
      en:
        "Let another person take one of them. In a small unit, decide with --small-unit and --reason; a compensating check is then due as often as the rules say.",
      sv:
        "Låt en annan person ta ett av dem. I en liten enhet, besluta med --small-unit och --reason; en kompenserande kontroll ska då göras så ofta som reglerna säger."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "One person alone should not be able to take powerful access the whole way from wish to use.",
      sv:
        "En enda person ska inte ensam kunna föra kraftfull åtkomst hela vägen från önskan till användning."
    ),
    source: Localized(
      en: "ISO 27001 5.3; NIST AC-5; NIS2 Article 21(2)(i)",
      sv: "ISO 27001 5.3; NIST AC-5; NIS2 artikel 21.2 i"),
    refused: Localized(
      en: "liggare grant provision G-1 --by siv.dahl, who decided it, for a privileged entitlement",
      sv:
        "liggare grant provision G-1 --by siv.dahl, som beslutade den, för en privilegierad behörighet"
    ),
    allowed: Localized(
      en: "the same --by lars.moberg",
      sv: "samma sak --by lars.moberg"))

  /// A step on the way from a need to access that is looked at again.
  public enum Step: Hashable, Sendable, CaseIterable {
    case request
    case endorsement
    case decision
    case execution
    case review

    public var word: Localized {
      switch self {
      case .request: Localized(en: "request", sv: "begäran")
      case .endorsement: Localized(en: "endorsement", sv: "tillstyrkan")
      case .decision: Localized(en: "decision", sv: "beslut")
      case .execution: Localized(en: "execution", sv: "verkställande")
      case .review: Localized(en: "review", sv: "granskning")
      }
    }
  }

  /// Two steps that one person does not both take.
  public struct Pair: Hashable, Sendable {
    public var first: Step
    public var second: Step

    public init(_ first: Step, _ second: Step) {
      self.first = first
      self.second = second
    }
  }

  /// What is kept apart where the organisation has said nothing else: for privileged entitlements, and from level 3.
  public static let pairs: [Pair] = [
    Pair(.decision, .execution), Pair(.decision, .review),
  ]

  /// What is kept apart besides the pairs that the rules in force name, which are judged by POL-21.
  public static func pairs(besides named: Set<ProcessPair>) -> [Pair] {
    pairs.filter { pair in
      !named.contains { $0.first.step == pair.first && $0.second.step == pair.second }
    }
  }

  /// The lowest level at which steps are kept apart.
  public static let levelMin: Int64 = 3

  /// - Parameters:
  ///   - step: the step that is taken now.
  ///   - person: who takes it.
  ///   - others: who took the steps before it.
  ///   - isSmallUnit: whether the decision says that the unit is too small to keep them apart.
  public static func check(
    _ step: Step, by person: PersonID, others: [Step: PersonID], privilege: Privilege,
    level: Int64, isSmallUnit: Bool, pairs: [Pair] = pairs, levelMin: Int64 = levelMin
  ) -> [Diagnostic] {
    guard !isSmallUnit, privilege == .privileged || level >= levelMin else { return [] }
    return pairs.compactMap { pair in
      let other =
        pair.second == step ? pair.first : pair.first == step ? pair.second : nil
      guard let other, others[other] == person else { return nil }
      return code.diagnostic(
        .init(PersonSubject.word, persons: ["\(person)"]),
        .init(en: "step", sv: "steg", localized: step.word),
        .init(en: "and", sv: "och", localized: other.word))
    }
  }
}

extension ProcessPart {
  /// The step that is the part's to take.
  fileprivate var step: StepsApart.Step {
    switch self {
    case .requester: .request
    case .endorser: .endorsement
    case .decider: .decision
    case .provisioner: .execution
    }
  }
}
