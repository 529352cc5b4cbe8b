public import AccessModel
public import Chronology
public import Policies

/// The question which access is stale at a moment, with what the rules look up in common.
public struct StaleInquiry {
  public let register: Register
  /// The moment that is asked about.
  public let moment: Instant
  /// The ledger's zone, in which days and months are counted.
  public let zone: TimeZoneRules
  /// The rules that hold where no document is adopted.
  let standard: AccessPolicy
  /// A need in the form in which two are compared; `nil` where its text is not at hand.
  let needWords: (Commitment) -> String?
  /// How many grants worked at the moment.
  public private(set) var workingCount = 0
  /// What one pass over the grants gathers for the rules that look at many together.
  var gathered = Gathered()

  public init(
    _ register: Register, at moment: Instant, in zone: TimeZoneRules,
    standard: AccessPolicy = .standard,
    needWords: @escaping (Commitment) -> String? = { _ in nil }
  ) {
    self.register = register.readyForAllGrants()
    self.moment = moment
    self.zone = zone
    self.standard = standard
    self.needWords = needWords
  }

  /// What the rules find: by rule, and within each by what it is about; each thing once for each rule.
  ///
  /// - Parameter rules: the rules that are asked; all when `nil`.
  public mutating func findings(of rules: Set<StaleRule>? = nil) -> [StaleFinding] {
    func isAsked(_ check: any StaleCheck.Type) -> Bool { rules?.contains(check.rule) ?? true }
    let grantChecks = StaleCatalogue.grantChecks.filter { isAsked($0) }
    var found: [StaleFinding] = []
    gathered = Gathered(register, at: moment)
    var gathering = gathered
    var working = 0
    // One copy for all grants and rules, where asking by way of `self` would make one for each.
    let inquiry = self
    inquiry.forEachGrant { held in
      if held.isWorking { working += 1 }
      gathering.take(held, at: inquiry.moment, in: inquiry.register)
      for check in grantChecks {
        if let finding = check.finding(of: held, in: inquiry) { found.append(finding) }
      }
    }
    workingCount = working
    gathered = gathering
    for check in StaleCatalogue.registerChecks where isAsked(check) {
      found += check.findings(in: self)
    }
    var seen: Set<FlagMatter> = []
    return found.filter { seen.insert(FlagMatter(rule: $0.rule, about: $0.about)).inserted }
      .enumerated().sorted { one, other in
        let (left, right) = (one.element.rule.number, other.element.rule.number)
        return left == right ? one.offset < other.offset : left < right
      }.map(\.element)
  }

  /// Hands out every grant that had begun, in the order of the log.
  func forEachGrant(_ body: (HeldGrant) -> Void) {
    var known: [RulePlace: AccessPolicy] = [:]
    for row in register.grants.rows {
      guard let state = register.state(of: row, at: moment),
        let system = register.systems[row.entitlement.system],
        let entitlement = system.entitlement(row.entitlement.name)
      else { continue }
      let person = register.holder(of: row)
      let place = RulePlace(
        system: system.id,
        units: person.map { register.workplaces(of: $0.id, at: moment) } ?? [])
      let rules: AccessPolicy
      if let present = known[place] {
        rules = present
      } else {
        rules =
          register.effectivePolicy(
            for: place.system, units: place.units, at: moment, standard: standard
          ).policy
        known[place] = rules
      }
      body(
        HeldGrant(
          row: row, state: state, rules: rules, person: person, system: system,
          entitlement: entitlement))
    }
  }

  /// The rules in force for a system, or for all of the organisation.
  func rules(for system: SystemID?, unit: UnitID? = nil) -> AccessPolicy {
    register.policy(for: system, unit: unit, at: moment, standard: standard)
  }

  /// The moment so many days after another, by the calendar of the zone.
  func days(_ count: Int64, after start: Instant) -> Instant {
    TimeLimit(.days(UInt16(clamping: count))).deadline(after: start, in: zone) ?? .latest
  }

  /// When a limit that began at a moment is over; the last moment of all when nothing bounds it.
  func end(of limit: TimeLimit, from start: Instant) -> Instant {
    limit.deadline(after: start, in: zone) ?? .latest
  }

  /// A place that the same rules hold for.
  private struct RulePlace: Hashable {
    var system: SystemID
    var units: [UnitID]
  }
}

extension StaleRule {
  /// Its place among the rules, from 0.
  public var number: Int { StaleRule.allCases.firstIndex(of: self) ?? 0 }
}
