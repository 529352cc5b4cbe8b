public import AccessModel
public import Chronology
import Diagnostics
import EventSourcing
public import Events
import Policies
import Transparency

extension AccessEvent {
  /// The roles that may record a correction of the event: those that may record the event itself, and those above them.
  var correctors: [Role] {
    let superiors: [Role] = [.head, .owner, .securityCoordinator, .registrar, .custodian]
    let own = recorders ?? [.manager]
    return own + superiors.filter { !own.contains($0) }
  }

  /// The roles that may decide a correction of the event: the original one, and those above it.
  var correctionDeciders: [Role] {
    let own: [Role] =
      switch self {
      case .request(.approved), .request(.denied), .separation(.exceptionApproved):
        [.steward, .deputy, .manager, .administrator]
      case .request(.endorsed): [.manager]
      case .ledger, .key, .unit, .person, .role, .delegation, .separation(.ruleAdopted), .policy,
        .system, .request, .grant, .review, .incident, .usage, .reconciliation, .stale:
        recorders ?? [.manager]
      }
    let superiors: [Role] = [.head, .owner, .securityCoordinator]
    return own + superiors.filter { !own.contains($0) }
  }
}

extension Register {
  /// The assignment that lets a person record a correction of an event at a moment.
  public func correctingAssignment(
    of principal: PersonID, for target: AccessEvent, at moment: Instant
  ) -> AssignmentRow? {
    assignment(of: principal, among: target.correctors, covering: target, at: moment)
  }

  private func assignment(
    of person: PersonID, among roles: [Role], covering target: AccessEvent, at moment: Instant
  ) -> AssignmentRow? {
    let held = assignments(of: person, at: moment)
    for role in roles {
      if let found = held.first(where: { $0.role == role && covers($0, target, at: moment) }) {
        return found
      }
    }
    return nil
  }

  /// ROL-01 of a correction: who may record what it is about, may correct it.
  func correctorViolations(of proposal: Proposal) -> [Diagnostic] {
    // What is not there is told of by INV-52.
    guard let target = proposal.targets.last?.event else { return [] }
    let actor = proposal.actor
    let held = correctingAssignment(of: actor.principal, for: target, at: proposal.recorded)
    let isHeld =
      actor.assignment.map { claimed in
        assignments(of: actor.principal, at: proposal.recorded).contains {
          $0.id == claimed && $0.role == actor.role && target.correctors.contains($0.role)
            && covers($0, target, at: proposal.recorded)
        }
      } ?? (actor.role == nil)
    if held != nil, isHeld { return [] }
    return [
      EntitledRecorder.violation(
        principal: actor.principal,
        what: "\(EventKind.eventCorrected.name) (\(target.kind.name))", roles: target.correctors)
    ]
  }

  /// INV-52 and the rules beside it.
  func violations(
    of correction: EventCorrected, in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    guard let target = proposal.targets.first, let root = proposal.targets.last?.event,
      target.id == correction.event
    else { return [CorrectionTarget.violation(position: correction.target, size: position)] }
    var found: [Diagnostic] = []
    found.add(self.reasoned(proposal))
    found.add(
      CorrectableEvent.check(
        position: target.position, type: "\(target.event.kind.name)",
        isCorrectable: target.event.kind.isCorrectable))
    found.add(selfConcern(correction, proposal))
    found.add(
      EntitledCorrector.check(
        decider: correction.decider, type: "\(root.kind.name)", roles: root.correctionDeciders,
        isEntitled: assignment(
          of: correction.decider, among: root.correctionDeciders, covering: root,
          at: proposal.effective) != nil))
    found.add(shown(proposal, by: correction.decider, hasEvidence: false))
    if target.event.kind.isCorrectable {
      found += contentViolations(of: correction, target, in: proposal, under: policy)
    }
    return found
  }

  private func reasoned(_ proposal: Proposal) -> Diagnostic? {
    ReasonedCorrection.check(hasReason: proposal.hasReason)
  }

  /// COR-01: nobody whom the event concerns decides or records its correction, nor their deputy.
  private func selfConcern(_ correction: EventCorrected, _ proposal: Proposal) -> Diagnostic? {
    let corrections = Corrections(corrections)
    var concerned: Set<PersonID> = []
    for target in proposal.targets {
      concerned.formUnion(persons(concernedBy: target.event))
      // Whom it reads to be about now, it concerns as well.
      if let reading = corrections.reading(of: target) {
        concerned.formUnion(persons(concernedBy: reading.event))
      }
      var corrected = target
      if let field = correction.field?.text, target.id == correction.event {
        do throws(FieldReplacementError) {
          try corrected.replace(field, with: correction.value?.text)
          concerned.formUnion(persons(concernedBy: corrected.event))
        } catch {
          // What cannot be read is told of by COR-05, and concerns nobody.
        }
      }
    }
    let system = (proposal.targets.last?.event).flatMap { self.system(of: $0) }
    let barred = concerned.union(deputies(of: concerned, for: system, at: proposal.effective))
    let acting = [proposal.actor.principal, proposal.actor.actingFor, correction.decider]
    return NoSelfCorrection.check(
      position: correction.target, persons: acting.compactMap(\.self).filter(barred.contains))
  }

  /// COR-04, COR-05, COR-06, and what may never stand in an event, corrected or not.
  private func contentViolations(
    of correction: EventCorrected, _ target: Recorded<AccessEvent>, in proposal: Proposal,
    under policy: AccessPolicy
  ) -> [Diagnostic] {
    let corrections = Corrections(corrections)
    guard let present = corrections.reading(of: target) else {
      return [ChangingCorrection.void(position: target.position)]
    }
    guard let field = correction.field?.text else { return [] }
    let isCorrection = target.event.correction != nil
    if let reason = target.event.kind.obstacle(to: field, isCorrection: isCorrection) {
      return [
        CorrectableField.violation(
          position: target.position, field: field, why: reason,
          fields: target.event.kind.correctableFields)
      ]
    }
    var corrected = present
    do throws(FieldReplacementError) {
      try corrected.replace(field, with: correction.value?.text)
    } catch {
      return [unreadable(correction, field, target.event.kind, error)]
    }
    if case .system(.classified(let classified)) = corrected.event, classified.classification == nil
    {
      return [unreadable(correction, field, target.event.kind, nil)]
    }
    if isCorrection { return valueViolations(of: corrected, proposal) }
    guard corrected.event != present.event || corrected.effective != present.effective else {
      return [
        ChangingCorrection.unchanged(
          position: target.position, field: field, value: correction.value?.text)
      ]
    }
    let lasting: Set<String> = [
      NoPersonalData.code.code, NationalSecurityStaysOutside.code.code, OrderedPeriod.code.code,
    ]
    let judged = Proposal(
      event: corrected.event, effective: corrected.effective, recorded: target.recorded,
      actor: target.actor, channel: .migration, hasReason: true, hasCase: true,
      zone: proposal.zone)
    return violations(of: judged, under: policy).filter { lasting.contains($0.code) }
  }

  /// A correction with another value is one that could have been recorded so, and its own target must bear it.
  private func valueViolations(
    of corrected: Recorded<AccessEvent>, _ proposal: Proposal
  ) -> [Diagnostic] {
    guard let inner = corrected.event.correction, let field = inner.field?.text,
      var target = proposal.targets.dropFirst().first
    else {
      return [
        CorrectableField.violation(
          position: corrected.position, field: "value", why: CorrectableField.nothingThere,
          fields: [])
      ]
    }
    do throws(FieldReplacementError) {
      try target.replace(field, with: inner.value?.text)
      return []
    } catch {
      return [unreadable(inner, field, target.event.kind, error)]
    }
  }

  private func unreadable(
    _ correction: EventCorrected, _ field: String, _ kind: EventKind,
    _ error: FieldReplacementError?
  ) -> Diagnostic {
    let form = FieldLister.fields(of: kind.payload).first { $0.key == field }?.form
    return ReadableCorrection.violation(
      position: correction.target, field: field, value: correction.value?.text,
      form: form ?? Instant.form)
  }
}

extension EventKind {
  /// The fields that may be given another value, in the order of the log; last the effective time.
  public var correctableFields: [String] {
    let isCorrection = self == .eventCorrected
    return (FieldLister.fields(of: payload).map(\.key) + [Amendment.effective])
      .filter { obstacle(to: $0, isCorrection: isCorrection) == nil }
  }

  /// Why a field may not be given another value; `nil` when it may.
  func obstacle(to field: String, isCorrection: Bool) -> Localized? {
    if field == Amendment.effective { return isCorrection ? CorrectableField.when : nil }
    guard let declared = FieldLister.fields(of: payload).first(where: { $0.key == field }) else {
      return CorrectableField.nothingThere
    }
    if isCorrection, field == "decider" { return CorrectableField.whose }
    if identityFields.contains(field) { return CorrectableField.identity }
    let isProof =
      declared.type == Digest.self || declared.type == KeyFingerprint.self
      || declared.type == DocumentText.self
    return isProof ? CorrectableField.proof : nil
  }
}
