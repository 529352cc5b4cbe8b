public import AccessModel

/// Everything the organisation may set about access, as one value: what holds at a moment at a place.
///
/// What a document writes, and which way each value is stricter, stands in `PolicyKey`.
public struct AccessPolicy: Hashable, Sendable {
  /// What a grant may and must, for one class of access.
  public struct Terms: Hashable, Sendable {
    /// The longest time between reviews.
    public var review: TimeLimit
    /// The longest time a grant may run; none when only reviews bound it.
    public var validity: TimeLimit
    /// Whether endorser and decider are two persons. (INV-03)
    public var needsTwoPersons: Bool
    /// How soon access must be gone from the system after its end.
    public var removal: TimeLimit

    public init(
      review: TimeLimit, validity: TimeLimit, needsTwoPersons: Bool = false,
      removal: TimeLimit = .none
    ) {
      self.review = review
      self.validity = validity
      self.needsTwoPersons = needsTwoPersons
      self.removal = removal
    }

    /// The longest time a grant may run, in whole days at most; `nil` when only reviews bound it.
    public var validityDaysMax: Int64? { validity.daysMax }
    /// The longest time between reviews, in whole days at most.
    public var reviewDaysMax: Int64 { review.daysMax ?? Int64(TimeSpan.daysMax) }

    /// Both terms at once.
    func and(_ other: Terms) -> Terms {
      Terms(
        review: review.and(other.review), validity: validity.and(other.validity),
        needsTwoPersons: needsTwoPersons || other.needsTwoPersons,
        removal: removal.and(other.removal))
    }
  }

  /// The terms of each class, in the order of `AccessClass`.
  var byClass: [Terms]
  /// Whether systems at level 4 may be registered at all. (INV-59)
  public var isLevel4Enabled = false

  /// The longest time emergency access lasts.
  public var emergencyValidity: TimeLimit
  /// How soon the use of emergency access is followed up.
  public var emergencyFollowUp: TimeLimit
  /// How soon access from an earlier post is confirmed after a transfer.
  public var transferWithin: TimeLimit
  /// What becomes of it otherwise.
  public var transferEffect = TransferEffect.end
  /// How long access that was taken over may stay undecided.
  public var legacyWithin: TimeLimit
  /// How soon access is gone from the system when an employment is broken off.
  public var immediateRemoval: TimeLimit
  /// How soon a decision is carried out in the system.
  public var execution: TimeLimit

  /// What follows when a system has no steward or no deputy. (INV-14)
  public var vacancy = VacancyEffect.block
  /// How long a classification holds before it is made again.
  public var classificationValidity: TimeLimit
  /// How long a needs-and-risk analysis is in force after it was made. (NED-06)
  public var analysisValidity: TimeLimit
  /// Whether access whose training has lapsed is suspended, and not listed alone. (PER-08)
  public var lapsedTrainingSuspends = false
  /// After how long an absence access is suspended.
  public var absenceSuspendsAfter: TimeLimit
  /// How long after the fact it may be recorded without a reason. (INV-10)
  public var backdating: TimeLimit
  /// How long a request may wait for its decision.
  public var requestLapse: TimeLimit
  /// The fewest characters that say a need.
  public var needCharactersMin = StatedNeed.charactersMin
  /// Whether a need in the very words of an earlier one is refused.
  public var refusesRepeatedNeeds = false

  /// How soon delegated decisions are reported to the body that delegated. (INV-07)
  public var delegationReport: TimeLimit
  /// How many times power may be passed on below the head. (INV-06)
  public var subdelegationDepthMax = 1
  /// Groups of matters that no employee decides. (INV-08)
  public var nonDelegable: Set<MatterCode> = []
  /// On what routine access is decided, by the kind of legal entity.
  var authorities: [UnitKind: AuthorityKind] = [:]

  /// The parts that two persons must play.
  public var keptApart: Set<ProcessPair> = []
  /// In units with fewer persons than this, one person may play both parts.
  public var smallUnitBelow = 0
  /// How often access that one person has both decided and carried out is reviewed instead.
  public var compensatingReview: TimeLimit
  /// The questions whose every reading is logged, by their names. (INV-56)
  public var loggedReadings: Set<String> = ["secrecy-markings"]
  /// What answers mask for whom.
  public var disclosure = DisclosureTerms()
  /// When access is stale, and what follows.
  public var stale: StaleTerms
  /// The types of event that need a case number.
  public var caseRequired: Set<String> = []
  /// When whoever must act is told of it.
  public var reminders = ReminderLadder()
  /// How access is reviewed.
  public var reviews: ReviewRules

  /// The terms of a class.
  public subscript(access: AccessClass) -> Terms {
    get { byClass[access.index] }
    set { byClass[access.index] = newValue }
  }

  /// On what routine access is decided in a kind of legal entity.
  public subscript(authorityOf kind: UnitKind) -> AuthorityKind {
    get { authorities[kind] ?? .role }
    set { authorities[kind] = newValue }
  }

  /// The terms by level, 0 to 4: the higher of confidentiality and integrity.
  public var byLevel: [Terms] { (0...4).map { self[.level($0)] } }

  /// All the terms that hold for what is at stake, together.
  public func terms(for stakes: Stakes) -> Terms {
    stakes.classes.dropFirst().reduce(self[.level(stakes.level)]) { $0.and(self[$1]) }
  }

  /// The strictest terms of those that apply to a personal account.
  public func terms(level: Int, privilege: Privilege, category: PersonCategory) -> Terms {
    terms(for: Stakes(level: level, privilege: privilege, category: category))
  }
}

extension PersonCategory {
  /// Whether everybody on this footing is here for a limited time (INV-11).
  public var isTemporary: Bool {
    switch self {
    case .employee, .service: false
    case .temporary, .elected, .external, .supplier, .student: true
    }
  }
}
