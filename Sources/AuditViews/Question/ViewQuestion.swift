public import AccessModel
public import Chronology
public import Diagnostics
public import Projections

/// What is asked, of what was known, about which moment.
///
/// The register is folded up to the moment of knowledge; `asOf` chooses the moment the answer is about. Names and texts
/// come from outside the log, and may be missing because they were erased.
public struct ViewQuestion {
  /// Everything known, already folded up to `knownAt`.
  public var register: Register
  /// The moment the answer is about.
  public var asOf: Instant { didSet { resolveClasses() } }
  /// The moment at which the fold stopped; `nil` for everything there is.
  public var knownAt: Instant?
  /// What the answer is limited to.
  public var filter: ViewFilter { didSet { resolveClasses() } }
  public var names: (PersonID) -> String?
  /// What a person logs in as.
  public var userNames: (PersonID) -> String?
  public var accountNames: (AccountID) -> String?
  public var texts: (Commitment) -> OpenedText
  /// Why a name is not shown; `nil` for a person whose name may be.
  public var masks: (PersonID) -> MaskedIdentity? = { _ in nil }
  /// Tells whose names and which texts will be asked for next, so that they can be looked up together.
  public var lookUp: ([PersonID], [Commitment]) -> Void = { _, _ in }
  /// Tells at which positions events will be asked for next, so that they can be read together.
  public var expectEvents: ([UInt64]) -> Void = { _ in }
  /// Who asks, by the key at hand; `nil` when there is none that the ledger knows.
  public var askedBy: PersonID?
  /// The language that names in sentences are put in words in, where there is no name.
  public var language = Language.english
  /// The zone in which people read days and times.
  public var zone: TimeZoneRules
  /// Whether events are read as they were first recorded, and not as corrected.
  public var isOriginal = false
  /// The corrections that were known.
  public private(set) var corrections: Corrections
  /// Who reads the answer. Where a view promises programs an order by bytes, people get the numbers in their order.
  public var reader = Column.Audience.everybody

  public init(
    register: Register, asOf: Instant, knownAt: Instant? = nil, filter: ViewFilter = ViewFilter(),
    names: @escaping (PersonID) -> String? = { _ in nil },
    userNames: @escaping (PersonID) -> String? = { _ in nil },
    accountNames: @escaping (AccountID) -> String? = { _ in nil },
    texts: @escaping (Commitment) -> OpenedText = { _ in .missing }, zone: TimeZoneRules = .utc
  ) {
    self.register = register
    corrections = Corrections(register.corrections)
    self.asOf = asOf
    self.knownAt = knownAt
    self.filter = filter
    self.names = names
    self.userNames = userNames
    self.accountNames = accountNames
    self.texts = texts
    self.zone = zone
    resolveClasses()
  }

  /// Finds the systems that are classified as the filter demands, by what is known, at the moment that the answer is about.
  private mutating func resolveClasses() {
    guard !filter.classes.isEmpty || filter.classed != nil else { return }
    let found: Set<SystemID>? =
      filter.classes.isEmpty
      ? nil
      : Set(
        register.systems.rows.filter { system in
          system.classification(at: asOf).map { present in
            filter.classes.allSatisfy { $0.isMet(by: present) }
          } ?? false
        }.map(\.id))
    // Setting it asks for this again, which then finds the same.
    if filter.classed != found { filter.classed = found }
  }

  /// The same question to what was known at another moment.
  public func asked(of register: Register, knownAt moment: Instant) -> ViewQuestion {
    var question = self
    question.register = register
    question.corrections = Corrections(register.corrections)
    question.knownAt = moment
    question.resolveClasses()
    return question
  }

  /// How persons, accounts and moments are written in sentences.
  public var phrasing: Phrasing {
    var phrasing = Phrasing(names: names, accountNames: accountNames, zone: zone)
    phrasing.masks = masks
    phrasing.language = language
    return phrasing
  }
}
