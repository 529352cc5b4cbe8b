public import AccessModel

/// How long grants may run and how often they are looked at again, by what is at stake.
///
/// Days, not calendar months: 12 months are 366 days, so that a grant to the same date next year fits in a leap year too.
public struct AccessPolicy: Sendable {
  /// What a grant may and must, for one combination of stakes.
  public struct Terms: Hashable, Sendable {
    /// The longest time a grant may run, in days; `nil` when only reviews bound it.
    public var validityDaysMax: Int64?
    /// The longest time between reviews, in days.
    public var reviewDaysMax: Int64
  }

  /// The terms by level, 0 to 4: the higher of confidentiality and integrity.
  public var byLevel: [Terms]
  /// The terms of a privileged entitlement, whatever the level.
  public var privileged: Terms
  /// The terms of external persons and suppliers.
  public var external: Terms
  /// The terms of temporary staff and students.
  public var temporary: Terms

  /// The strictest terms of those that apply.
  public func terms(level: Int, privilege: Privilege, category: PersonCategory) -> Terms {
    var terms = byLevel[min(max(level, 0), byLevel.count - 1)]
    if privilege == .privileged { terms = stricter(terms, privileged) }
    switch category {
    case .external, .supplier: terms = stricter(terms, external)
    case .temporary, .student: terms = stricter(terms, temporary)
    case .employee, .elected, .service: break
    }
    return terms
  }

  private func stricter(_ one: Terms, _ other: Terms) -> Terms {
    let validity =
      switch (one.validityDaysMax, other.validityDaysMax) {
      case (let days?, let others?): min(days, others)
      case (let days, nil): days
      case (nil, let days): days
      }
    return Terms(
      validityDaysMax: validity, reviewDaysMax: min(one.reviewDaysMax, other.reviewDaysMax))
  }
}

extension AccessPolicy {
  /// The terms that hold where the organisation has adopted none of its own.
  public static let standard = AccessPolicy(
    byLevel: [
      Terms(validityDaysMax: nil, reviewDaysMax: 731),
      Terms(validityDaysMax: 1_096, reviewDaysMax: 366),
      Terms(validityDaysMax: 731, reviewDaysMax: 366),
      Terms(validityDaysMax: 366, reviewDaysMax: 184),
      Terms(validityDaysMax: 184, reviewDaysMax: 92),
    ],
    privileged: Terms(validityDaysMax: 366, reviewDaysMax: 92),
    external: Terms(validityDaysMax: 184, reviewDaysMax: 92),
    temporary: Terms(validityDaysMax: 366, reviewDaysMax: 366))
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
