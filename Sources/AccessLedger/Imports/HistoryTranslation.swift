import AccessModel
import Chronology
import Commands
import Diagnostics
import IdentityRegister
import Interchange

/// One operation in the ledger's own types, with what goes beside the log.
struct HistoryTranslation {
  var command: HistoryCommand
  var identity: Identity?
  var caseNumber: CaseNumber?
  /// What is taken over in another way than it was written.
  var remark: Diagnostic?

  /// - Parameter zone: where the days of the file begin and end.
  /// - Throws: `IMP-54` for what the ledger cannot carry, `IDR-12` for what the identity register cannot.
  init(
    _ payload: OperationPayload, units: UnitDirectory, zone: TimeZoneRules
  ) throws(Diagnostic) {
    switch payload {
    case .registerSystem(let operation): command = .registerSystem(try system(operation))
    case .registerPerson(let operation):
      let path = try operation.unit.map { name throws(Diagnostic) in
        try label(trimmed(name), "unit")
      }
      let place = units.resolve(path)
      let category = category(operation.employment)
      let person: PersonID = try identifier(operation.person, "person")
      command = .registerPerson(
        HistoryCommand.Person(
          person: person, category: category ?? .external, unit: place.unit,
          newUnits: place.missing, startsBelowRoot: place.isAtRoot))
      let title = trimmed(operation.title)
      let identity = Identity(
        person: operation.person, name: operation.name, title: title.isEmpty ? nil : title)
      try IdentityRegister.check(identity)
      self.identity = identity
      if category == nil {
        remark = HistoryImportCodes.unknownFooting.diagnostic(
          .init(PersonSubject.word, operation.person),
          .init(en: "employment", sv: "anställning", operation.employment))
      }
    case .request(let operation):
      command = .request(
        HistoryCommand.Request(
          request: try identifier(operation.request, "request"),
          person: try identifier(operation.person, "person"),
          entitlement: try entitlement(operation.system, operation.entitlement),
          until: operation.until.map { zone.end(of: $0) },
          requester: try identifier(operation.by, "by"), need: try checked(operation.need, "need")))
    case .decide(let operation):
      command = .decide(
        HistoryCommand.Decision(
          request: try identifier(operation.request, "request"),
          isApproval: operation.decision == .approve, decider: try identifier(operation.by, "by"),
          reason: try optionalText(operation.reason, "reason")))
    case .grant(let operation):
      caseNumber = CaseNumber(operation.ticket)
      command = .grant(
        HistoryCommand.Execution(
          grant: try identifier(operation.grant, "grant"),
          request: try identifier(operation.request, "request"),
          person: try identifier(operation.person, "person"),
          entitlement: try entitlement(operation.system, operation.entitlement),
          from: zone.instant(of: operation.start), until: operation.end.map { zone.end(of: $0) },
          by: try identifier(operation.by, "by"),
          note: caseNumber == nil ? try optionalText(operation.ticket, "ticket") : nil))
    case .revoke(let operation):
      command = .revoke(
        HistoryCommand.Revocation(
          grant: try identifier(operation.grant, "grant"), by: try identifier(operation.by, "by"),
          reason: try optionalText(operation.reason, "reason")))
    case .reviewItem(let operation):
      command = .reviewItem(
        HistoryCommand.ReviewItem(
          review: try identifier(operation.review, "review"),
          system: try identifier(operation.system, "system"),
          grant: try identifier(operation.grant, "grant"), outcome: outcome(operation.outcome),
          reviewer: try identifier(operation.by, "by"),
          comment: try optionalText(operation.comment, "comment")))
    case .incident(let operation): command = try incident(operation)
    case .leaver(let operation):
      command = .leave(
        HistoryCommand.Departure(
          person: try identifier(operation.person, "person"),
          by: try identifier(operation.by, "by"), lastDay: operation.lastDay))
    }
  }
}

private func system(
  _ operation: OperationPayload.RegisterSystem
) throws(Diagnostic) -> HistoryCommand.System {
  guard
    let classification = Classification(
      confidentiality: operation.confidentiality, integrity: operation.integrity,
      availability: operation.availability)
  else { throw unusable("confidentiality, integrity, availability", "") }
  return HistoryCommand.System(
    system: try identifier(operation.system, "system"),
    name: try label(trimmed(operation.name), "name"), classification: classification,
    owner: try identifier(operation.owner, "owner"),
    steward: try identifier(operation.manager, "manager"),
    deputy: try identifier(operation.deputy, "deputy"),
    reviewDays: Int64(operation.reviewIntervalDays),
    entitlements: try operation.entitlements.map { code throws(Diagnostic) in
      (try identifier(code, "entitlements"), try label(code, "entitlements"))
    },
    purpose: try optionalText(operation.purpose, "purpose"))
}

private func incident(
  _ operation: OperationPayload.Incident
) throws(Diagnostic) -> HistoryCommand {
  let incident: IncidentID = try identifier(operation.incident, "incident")
  let system: SystemID = try identifier(operation.system, "system")
  let by: PersonID = try identifier(operation.by, "by")
  switch operation.state {
  case .report:
    return .reportIncident(
      HistoryCommand.IncidentReport(
        incident: incident, system: system,
        severity: operation.severity == 0 ? nil : Int64(operation.severity), reporter: by,
        text: try checked(operation.text, "text")))
  case .close:
    return .closeIncident(
      HistoryCommand.IncidentClosing(
        incident: incident, system: system, by: by, text: try optionalText(operation.text, "text")))
  }
}

private func outcome(_ outcome: OperationPayload.ReviewItem.Outcome) -> ReviewOutcome {
  switch outcome {
  case .keep: .keep
  case .revoke: .revoke
  }
}

/// The footing that a word of the other register means. Consultants come from suppliers.
private func category(_ employment: String) -> PersonCategory? {
  employment == "consultant" ? .supplier : PersonCategory.codes[employment]
}

private func identifier<Subject: IdentifierSubject>(
  _ text: String, _ field: String
) throws(Diagnostic) -> Identifier<Subject> {
  guard let identifier = Identifier<Subject>(text) else { throw unusable(field, text) }
  return identifier
}

private func entitlement(_ system: String, _ name: String) throws(Diagnostic) -> EntitlementID {
  EntitlementID(
    system: try identifier(system, "system"), name: try identifier(name, "entitlement"))
}

private func label(_ text: String, _ field: String) throws(Diagnostic) -> Label {
  guard let label = Label(text) else { throw unusable(field, "\(text.utf8.count) byte") }
  return label
}

private func checked(_ text: String, _ field: String) throws(Diagnostic) -> String {
  do throws(Diagnostic) {
    try IdentityRegister.check(freeText: text)
  } catch {
    var diagnostic = error
    diagnostic.facts.append(.init(en: "field", sv: "fält", field))
    throw diagnostic
  }
  return text
}

/// The text, or nothing when it is empty.
private func optionalText(_ text: String, _ field: String) throws(Diagnostic) -> String? {
  text.isEmpty ? nil : try checked(text, field)
}

private func trimmed(_ text: String) -> String {
  guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
  let inner = text.utf8.drop { $0 == 0x20 }
  let count = inner.reversed().drop { $0 == 0x20 }.count
  return String(decoding: inner.prefix(count), as: UTF8.self)
}

private func unusable(_ field: String, _ found: String) -> Diagnostic {
  HistoryImportCodes.unusableText.diagnostic(
    .init(en: "field", sv: "fält", field), .init(en: "found", sv: "påträffat", found))
}
