public import AccessModel
public import Chronology
public import Events

/// An incident with all that was said of it.
public struct IncidentRow: Sendable {
  public var id: IncidentID { report.incident }
  public var report: IncidentReported
  public var reported: Fact
  /// Whose key signed the report, which need not be who reports.
  public var recorder: PersonID
  /// What was said after the report, in the order of record.
  public var steps: [IncidentStepRow] = []
}

/// Something that was said of an incident after it was reported.
public struct IncidentStepRow: Sendable {
  public var event: IncidentEvent
  public var fact: Fact
  /// Whose key signed it.
  public var by: PersonID
  /// Whether it gives a reason.
  public var hasReason: Bool
}

extension IncidentRow {
  /// The steps that hold at a moment, in the order of record.
  public func steps(at moment: Instant) -> [IncidentStepRow] {
    steps.filter { $0.fact.effective <= moment }
  }

  /// Whether it is reported and not closed at a moment.
  public func isOpen(at moment: Instant) -> Bool {
    standing(at: moment).map { $0.closing == nil && $0.state != .notAnIncident } ?? false
  }

  /// When it was closed for the last time, as far as recorded; `nil` while it is open.
  public var closed: Fact? {
    var closed: Fact?
    for step in steps {
      switch step.event {
      case .closed: closed = step.fact
      case .reopened: closed = nil
      case .reported, .triaged, .dutyAssessed, .actionRecorded, .notificationSubmitted, .linked,
        .exposureAnswered, .measureAssigned, .measureCompleted, .followedUp:
        break
      }
    }
    return closed
  }

  /// The systems that it is about at a moment: those that the report names, those of the entitlements and grants it names, and those that
  /// are linked as affected or as its cause.
  public func systems(at moment: Instant, in register: Register) -> [SystemID] {
    var found = reportedSystems(in: register)
    for step in steps(at: moment) {
      guard case .linked(let link) = step.event else { continue }
      switch link.relation {
      case .affected, .about, .causedBy: break
      case .foundBy, .followedBy: continue
      }
      found += systems(of: link, in: register)
    }
    var kept: [SystemID] = []
    for system in found where !kept.contains(system) { kept.append(system) }
    return kept
  }

  /// Every system that it names, whenever and however: those that it is about at some moment, and those of what it is linked to otherwise.
  func everySystem(in register: Register) -> Set<SystemID> {
    var found = Set(reportedSystems(in: register))
    for step in steps {
      guard case .linked(let link) = step.event else { continue }
      found.formUnion(systems(of: link, in: register))
    }
    return found
  }

  private func reportedSystems(in register: Register) -> [SystemID] {
    report.systems + report.entitlements.map(\.system)
      + report.grants.compactMap { register.grants[$0]?.entitlement.system }
  }

  private func systems(of link: IncidentLinked, in register: Register) -> [SystemID] {
    [
      link.system, link.entitlement?.system,
      link.grant.flatMap { register.grants[$0]?.entitlement.system },
    ].compactMap(\.self)
  }
}
