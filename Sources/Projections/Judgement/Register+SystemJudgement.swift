import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  /// What the rules have against a fact about a system, an entitlement or an account.
  ///
  /// History taken over from another register is judged by what must never stand in the log alone: the other register had other rules
  /// for what a system must say of itself.
  func violations(
    of event: SystemEvent, in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    var found = contentViolations(of: event, under: policy)
    guard proposal.channel != .migration else { return found }
    switch event {
    case .registered(let system):
      found += ownershipViolations(
        of: system.system, ownership: system.ownership, owner: system.owner,
        decision: system.commonDecision, supplier: system.supplier)
    case .changed(let change):
      found.add(StatedReason.check(of: "\(change.system)", hasReason: proposal.hasReason))
      guard let row = systems[change.system] else { break }
      let isAboutOwnership =
        change.owner != nil || change.ownership != nil || change.commonDecision != nil
        || change.supplier != nil
      guard isAboutOwnership else { break }
      let present = row.details(at: proposal.effective)
      found += ownershipViolations(
        of: row.id, ownership: change.ownership ?? present.ownership,
        owner: change.owner ?? present.owner,
        decision: change.commonDecision ?? present.commonDecision,
        supplier: change.supplier ?? present.supplier)
    case .classified(let classified):
      guard let row = systems[classified.system], let proposed = classified.classification else {
        break
      }
      found.add(
        LoweredClass.check(
          system: row.id,
          present: row.presentClassification(at: proposal.effective)
            .map { ($0.classification, $0.since) },
          proposed: proposed,
          conducted: classified.analysis.flatMap { row.analysis($0)?.conducted },
          hasReason: proposal.hasReason))
    case .riskAnalysed(let analysis):
      let level = systems[analysis.system]?.classification(at: proposal.effective)?.level ?? 0
      found.add(
        TighteningAnalysis.check(
          analysis: analysis.analysis, validityDaysMax: analysis.validityDaysMax,
          reviewDaysMax: analysis.reviewDaysMax,
          bounds: policy.terms(level: level, privilege: .ordinary, category: .employee)))
    case .statusChanged(let changed):
      guard let row = systems[changed.system] else { break }
      let present = row.status(at: proposal.effective)
      if present == .archived, let since = row.statusSince(proposal.effective) {
        found.append(
          TerminalStates.violation(
            of: .system, "\(row.id)", state: present.word, at: since))
        break
      }
      found.add(
        SystemLife.check(
          system: row.id, from: present, to: changed.status,
          isClassified: row.classification(at: proposal.effective) != nil,
          hasCase: proposal.hasCase))
    case .entitlementDefined(let defined):
      found.add(
        PlainDescription.check(
          entitlement: defined.entitlement, description: defined.description.text))
      found.add(
        levelViolation(
          of: defined.entitlement, level: defined.conditions.level, at: proposal.effective))
    case .entitlementChanged(let change):
      found.add(StatedReason.check(of: "\(change.entitlement)", hasReason: proposal.hasReason))
      if let description = change.description {
        found.add(
          PlainDescription.check(
            entitlement: change.entitlement, description: description.text))
      }
      found.add(
        levelViolation(
          of: change.entitlement, level: change.conditions.level, at: proposal.effective))
    case .entitlementRetired(let retired):
      found.add(StatedReason.check(of: "\(retired.entitlement)", hasReason: proposal.hasReason))
    case .accountFound, .accountDescribed, .accountRotated:
      // What an account lacks is asked for when a grant is carried out on it.
      break
    }
    return found
  }

  /// INV-57 and INV-59, on whatever stands in the log.
  private func contentViolations(
    of event: SystemEvent, under policy: AccessPolicy
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func guardText(_ text: Label?, _ field: Localized) {
      if let text { found.add(NoPersonalData.check(text.text, field: field)) }
    }
    let name = Localized(en: "name", sv: "namn")
    let supplier = Localized(en: "supplier", sv: "leverantör")
    let description = Localized(en: "description", sv: "beskrivning")
    switch event {
    case .registered(let system):
      guardText(system.name, name)
      guardText(system.supplier, supplier)
      found.add(system.support.flatMap { FunctionContact.check($0.text) })
    case .changed(let system):
      guardText(system.name, name)
      guardText(system.supplier, supplier)
      found.add(system.support.flatMap { FunctionContact.check($0.text) })
    case .entitlementDefined(let defined):
      guardText(defined.name, name)
      guardText(defined.description, description)
    case .entitlementChanged(let changed):
      guardText(changed.name, name)
      guardText(changed.description, description)
    case .riskAnalysed(let analysis):
      guardText(analysis.method, Localized(en: "method", sv: "metod"))
      guardText(analysis.reference, Localized(en: "reference", sv: "referens"))
    case .classified(let classified):
      guardText(classified.method, Localized(en: "method", sv: "metod"))
      found.add(
        NationalSecurityStaysOutside.check(
          system: classified.system,
          highest: Int(
            max(classified.confidentiality, classified.integrity, classified.availability)),
          isEnabled: policy.isLevel4Enabled))
    case .statusChanged, .accountFound, .entitlementRetired, .accountDescribed, .accountRotated:
      break
    }
    return found
  }

  /// SYS-01 and SYS-02.
  private func ownershipViolations(
    of system: SystemID, ownership: Ownership, owner: UnitID, decision: CaseNumber?,
    supplier: Label?
  ) -> [Diagnostic] {
    [
      BoardOwnedSystem.check(
        system: system, ownership: ownership, ownerKind: units[owner]?.kind, decision: decision),
      NamedSupplier.check(system: system, ownership: ownership, supplier: supplier),
    ].compactMap(\.self)
  }

  private func levelViolation(
    of entitlement: EntitlementID, level: Int64?, at moment: Instant
  ) -> Diagnostic? {
    guard let row = systems[entitlement.system],
      let present = row.presentClassification(at: moment)
    else { return nil }
    return RaisedLevel.check(
      entitlement: entitlement, level: level, systemLevel: present.classification.level,
      isAnalysed: row.presentAnalyses(at: moment).contains { $0.conducted >= present.since })
  }
}
