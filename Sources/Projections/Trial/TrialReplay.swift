public import AccessModel
public import Chronology
import Diagnostics
public import EventSourcing
public import Events
public import Policies

/// The past judged twice: by the rules that held, and by a document tried in their place.
///
/// Each event of the window is judged on what was true before it, with all corrections; only the rules differ, so one event that would have
/// been refused does not make those after it fall. What decisions would have led to is folded apart, in ``tried``: there a decision that gave
/// more than the tried document allows gives what it allows, and one that gave the most that was allowed gives the most that would have been.
public struct TrialReplay {
  public let trial: PolicyTrial
  /// From the first moment of the document to the first after the window.
  public let window: Range<Instant>
  /// What is true, under the rules that held.
  public private(set) var now = Register()
  /// What would have been true.
  public private(set) var tried = Register()
  /// The events that are judged otherwise, in the order of the log.
  public private(set) var events: [JudgedEvent] = []
  /// How many events were judged.
  public private(set) var judgedCount = 0
  /// How many events the rules are against, by the unit they are counted for; `nil` for those of none.
  public private(set) var against: [UnitID?: TrialCount] = [:]
  /// How many needs could not be judged because their texts are not at hand.
  public private(set) var unreadNeeds = 0

  private let zone: TimeZoneRules
  private let standard: AccessPolicy
  private let corrections: Corrections
  private let needText: (Commitment) -> String?
  private var needs: StatedNeedCounts?

  /// - Parameters:
  ///   - until: the first moment after the window.
  ///   - corrections: those that are read; none to read the log as it was first recorded.
  ///   - adopted: the documents that were adopted, which may say that repeated needs are refused.
  ///   - needText: the text of a need; `nil` when it is not at hand.
  public init(
    of trial: PolicyTrial, until: Instant, in zone: TimeZoneRules, corrections: Corrections,
    adopted: Register, standard: AccessPolicy = .standard,
    needText: @escaping (Commitment) -> String? = { _ in nil }
  ) {
    self.trial = trial
    window = trial.from..<max(trial.from, until)
    self.zone = zone
    self.standard = standard
    self.corrections = corrections
    self.needText = needText
    tried.trial = trial
    let documents = adopted.policies.rows.compactMap(\.document) + [trial.document]
    if documents.contains(where: { $0.asksWhetherNeedsRepeat }) { needs = StatedNeedCounts() }
  }

  /// The last moment of the window, at which what has come of it is compared.
  public var last: Instant {
    window.isEmpty ? window.lowerBound : window.upperBound.advanced(byMilliseconds: -1)
  }

  /// Takes the next event of the log.
  ///
  /// - Parameter events: the event at a position, for corrections.
  public mutating func take(
    _ recorded: borrowing Recorded<AccessEvent>,
    events: (UInt64) -> Recorded<AccessEvent>? = { _ in nil }
  ) {
    guard let reading = corrections.reading(of: recorded) else {
      now.apply(recorded, by: corrections)
      tried.apply(recorded, by: corrections)
      return
    }
    let isInWindow = window.contains(reading.effective)
    if isInWindow { judge(reading, events: events) }
    noteNeed(reading)
    let followed = isInWindow ? following(reading) : reading
    now.apply(recorded, by: corrections)
    if recorded.event.correction == nil {
      tried.apply(followed)
    } else {
      tried.apply(recorded, by: corrections)
    }
  }

  private mutating func judge(
    _ recorded: Recorded<AccessEvent>, events positions: (UInt64) -> Recorded<AccessEvent>?
  ) {
    judgedCount += 1
    let standard = standard
    let proposal = Proposal(recorded, zone: zone, events: positions)
    var old = now.violations(of: proposal, under: standard)
    var new = now.trying(trial) { $0.violations(of: proposal, under: standard) }
    judgeNeed(proposal, &old, &new)
    // Which document a decision names says nothing of whether it would have been made.
    old.removeAll { $0.code == CitedPolicies.code.code }
    new.removeAll { $0.code == CitedPolicies.code.code }
    guard !old.isEmpty || !new.isEmpty else { return }
    let system = now.system(of: recorded.event)
    let unit =
      now.units(of: recorded.event, at: recorded.effective).first
      ?? system.flatMap { now.systems[$0] }?.owner(at: recorded.effective)
    let oldCodes = Set(old.map(\.code))
    let newCodes = Set(new.map(\.code))
    var count = against[unit] ?? TrialCount()
    if !old.isEmpty { count.now += 1 }
    if !new.isEmpty { count.tried += 1 }
    if oldCodes != newCodes { count.differing += 1 }
    against[unit] = count
    guard oldCodes != newCodes else { return }
    events.append(
      JudgedEvent(
        position: recorded.position, kind: recorded.event.kind, effective: recorded.effective,
        person: now.persons(concernedBy: recorded.event).first, system: system, unit: unit,
        broken: new.filter { !oldCodes.contains($0.code) },
        met: old.filter { !newCodes.contains($0.code) }))
  }

  /// The rules on the text of a need, which are tried when it is stated.
  private mutating func judgeNeed(
    _ proposal: Proposal, _ old: inout [Diagnostic], _ new: inout [Diagnostic]
  ) {
    guard case .request(.submitted(let request)) = proposal.event,
      proposal.channel != .migration
    else { return }
    let (moment, standard) = (proposal.effective, standard)
    func rules(_ register: Register) -> AccessPolicy {
      register.effectivePolicy(
        for: request.entitlement.system, person: request.person, at: moment, standard: standard
      ).policy
    }
    let before = rules(now)
    let after = now.trying(trial) { rules($0) }
    guard
      before.needCharactersMin != after.needCharactersMin
        || before.refusesRepeatedNeeds != after.refusesRepeatedNeeds
    else { return }
    guard let text = needText(request.need) else {
      unreadNeeds += 1
      return
    }
    old.add(StatedNeed.check(text, charactersMin: before.needCharactersMin))
    new.add(StatedNeed.check(text, charactersMin: after.needCharactersMin))
    guard request.kind != .bulk, let others = needs?.countOthers(text, request.person) else {
      return
    }
    old.add(NeedIsOwn.check(others: others, refusesRepeated: before.refusesRepeatedNeeds))
    new.add(NeedIsOwn.check(others: others, refusesRepeated: after.refusesRepeatedNeeds))
  }

  private mutating func noteNeed(_ recorded: Recorded<AccessEvent>) {
    guard needs != nil, case .request(.submitted(let request)) = recorded.event,
      let text = needText(request.need)
    else { return }
    needs?.note(text, for: request.person)
  }

  /// An event as it would have been: with what the tried document lets a decision give.
  private mutating func following(_ recorded: Recorded<AccessEvent>) -> Recorded<AccessEvent> {
    guard recorded.command.channel != .migration else { return recorded }
    let (standard, zone) = (standard, zone)
    var followed = recorded
    switch recorded.event {
    case .request(.approved(var approved)):
      guard approved.grant != nil, let request = now.requests[approved.request] else { break }
      let proposal = Proposal(recorded, zone: zone)
      let before = now.policy(for: recorded.event, at: recorded.effective, standard: standard)
      let old = now.bounds(of: request, by: approved, in: proposal, under: before.policy)
      let new = now.trying(trial) { register in
        let after = register.policy(
          for: recorded.event, at: recorded.effective, standard: standard)
        return register.bounds(of: request, by: approved, in: proposal, under: after.policy)
      }
      guard let old, let new else { break }
      approved.until = end(approved.until, allowed: old.latest, tried: new.latest)
      if let days = approved.reviewDays, old.reviewDays != new.reviewDays {
        approved.reviewDays =
          days == old.reviewDays ? new.reviewDays : min(days, new.reviewDays)
      }
      followed.event = .request(.approved(approved))
    case .grant(.provisioned(var provisioned)):
      guard let old = now.grants[provisioned.grant]?.terms(at: provisioned.at),
        let new = tried.grants[provisioned.grant]?.terms(at: provisioned.at),
        old.until != new.until
      else { break }
      if provisioned.until == old.until {
        provisioned.until = new.until
      } else if let planned = new.until, provisioned.until.map({ planned < $0 }) ?? true {
        provisioned.until = planned
      }
      followed.event = .grant(.provisioned(provisioned))
    case .grant(.emergencyActivated(var emergency)):
      func latest(_ register: Register) -> Instant {
        EmergencyPeriod.latestEnd(
          from: emergency.from,
          within: register.rules(
            for: recorded.event, at: recorded.effective, standard: standard
          ).emergencyValidity, in: zone)
      }
      let old = latest(now)
      let new = now.trying(trial) { latest($0) }
      emergency.until =
        end(emergency.until, allowed: old, tried: new) ?? emergency.until
      followed.event = .grant(.emergencyActivated(emergency))
    case .ledger, .key, .unit, .person, .role, .delegation, .separation, .policy, .system, .request,
      .grant, .review, .incident, .usage, .reconciliation, .stale:
      break
    }
    return followed
  }

  /// The end that a decision would have given: no later than what is tried allows, and as late where it was as late as was allowed.
  private func end(_ until: Instant?, allowed: Instant?, tried: Instant?) -> Instant? {
    guard let until, allowed != tried else { return until }
    func lastDay(_ end: Instant) -> Day { zone.day(of: end.advanced(byMilliseconds: -1)) }
    if let allowed, until == allowed || lastDay(until) == lastDay(allowed) {
      return tried ?? until
    }
    return min(until, tried ?? until)
  }
}

extension PolicyDocument {
  /// Whether the document says if needs in the words of earlier ones are refused.
  fileprivate var asksWhetherNeedsRepeat: Bool {
    entries.contains { $0.key.path == "request.refuse-repeated-needs" }
  }
}

/// For whom which needs were stated.
private struct StatedNeedCounts {
  private var persons: [String: Set<PersonID>] = [:]

  func countOthers(_ text: String, _ person: PersonID) -> Int {
    (persons[NeedWords.likeness(of: text)] ?? []).subtracting([person]).count
  }

  mutating func note(_ text: String, for person: PersonID) {
    persons[NeedWords.likeness(of: text), default: []].insert(person)
  }
}
