import AccessModel
import CanonicalJSON
import Chronology
import Testing

@testable import Events

/// One complete event of each type, the same each time: what the catalogue shows.
enum EventSamples {
  /// The written value of each field; `<type>.<field>` where the type needs another one.
  private static let values: [String: String] = [
    "flag": "\"F-1\"", "stale.flagged.rule": "\"st-05\"", "about": "\"grant/G-1\"",
    "since": "\"2026-03-01T23:00:00.000Z\"",
    "stale.flagged.evidence": "[\"last-use=2025-12-01T08:00:00.000Z\",\"limit=P90D\"]",
    "stale.flagged.due": "\"2026-03-15T23:00:00.000Z\"",
    "expires": "\"2026-04-01T22:00:00.000Z\"", "notice": "\"notice\"", "to": "[\"P-6\"]",
    "stale.reopened.due": "\"2026-06-14T22:00:00.000Z\"",
    "stale.resolved.outcome": "\"justified\"", "rows": "120",
    "uses": "[\"C-3/2026-03-01T08:00:00.000Z//17\",\"C-4\"]",
    "reconciliation": "\"RC-1\"", "taken": "\"2026-03-02T05:00:00.000Z\"", "part": "1",
    "matched": "118", "missing": "[\"G-1\"]", "unknown": "[\"C-9/read\",\"C-10\"]",
    "differing": "[\"G-2\"]", "number": "2", "reconciliation.resolved.outcome": "\"removed\"",
    "account": "\"C-3\"", "accountUntil": "\"2026-12-31T23:00:00.000Z\"", "actingFor": "\"P-4\"",
    "affiliation": "\"A-2\"",
    "appointedBy": "\"U-2\"", "assignment": "\"D-5\"", "at": "\"2026-03-02T07:30:00.000Z\"",
    "authority": "\"role\"", "availability": "2", "by": "\"P-2\"", "category": "\"employee\"",
    "cause": "\"need-ended\"", "clock": "\"2026-03-01T08:59:12.000Z\"", "confidentiality": "3",
    "decidedBy": "\"steward\"", "decider": "\"P-3\"",
    "description": "\"See cases and their documents\"",
    "digest": digits("9f86d081884c7d65"), "duty": digits("0b5a3c1e77d2f486"),
    "endorser": "\"P-6\"", "entitlement": "\"S-1/read\"", "evidence": digits("2c26b46b68ffc68f"),
    "fingerprint": "\"\(fingerprint)\"", "from": "\"2026-03-01T23:00:00.000Z\"",
    "grant": "\"G-1\"", "holder": "\"P-3\"", "incident": "\"I-1\"", "integrity": "2",
    "key.enrolled.kind": "\"person\"", "lastDay": "\"2026-08-31\"",
    "lastRecorded": "\"2026-03-01T09:04:00.000Z\"", "length": "1873",
    "name": "\"Case system\"", "need": digits("6b86b273ff34fce1"), "offset": "40960",
    "origin": "\"ledger.example\"", "outcome": "\"supported\"", "owner": "\"U-2\"",
    "ownership": "\"committee\"", "parent": "\"U-1\"", "person": "\"P-5\"", "principal": "\"P-2\"",
    "privilege": "\"ordinary\"", "publicKey": "\"\(publicKey)\"", "purpose": "\"public-task\"",
    "reporter": "\"P-5\"", "request": "\"R-1\"", "requester": "\"P-6\"", "review": "\"V-1\"",
    "reviewDays": "184", "reviewer": "\"P-6\"",
    "role": "\"steward\"", "scope": "\"ward-3\"", "segment": "\"000000065536\"", "severity": "2",
    "source": digits("fcde2b2edba56bf4"), "sponsor": "\"P-6\"", "status": "\"in-operation\"",
    "system": "\"S-1\"", "system.account-found.kind": "\"personal\"",
    "system.entitlement-defined.account": "\"personal\"",
    "system.entitlement-defined.name": "\"Read cases\"",
    "system.registered.purpose": digits("4e07408562bedb8b"),
    "system.account-described.purpose": digits("4e07408562bedb8b"),
    "timeZone": "\"Europe/Stockholm\"", "unit": "\"U-3\"",
    "unit.registered.kind": "\"administration\"", "unit.registered.name": "\"Social services\"",
    "until": "\"2026-12-31T23:00:00.000Z\"", "validityDaysMax": "366",
    "what": digits("ef2d127de37b942b"),
    "organisationNumber": "\"000000-0000\"", "unit.renamed.name": "\"Care and support\"",
    "successors": "[\"U-5\",\"U-6\"]", "position": "\"head-of-care\"",
    "contract": "\"Framework 7\"",
    "project": "\"New case system\"", "expectedUntil": "\"2026-06-30T22:00:00.000Z\"",
    "effect": "\"suspend\"", "course": "\"records-basic\"",
    "completed": "\"2026-02-10T08:00:00.000Z\"", "validUntil": "\"2027-02-10T23:00:00.000Z\"",
    "person.identity-changed.details": "[\"name\",\"email\"]", "basis": "\"left\"",
    "approver": "\"P-9\"", "receipt": digits("ab5df625bc76dbd4"),
    "delegation": "\"DL-1\"", "order": "\"Delegation order of the social committee\"",
    "version": "3",
    "body": "\"U-2\"", "matter": "\"access-care\"", "levelMax": "3", "accounts": "[\"personal\"]",
    "entities": "[]", "maySubdelegate": "\"no\"", "reporting": "\"reported\"",
    "delegation.granted.parent": "\"DL-2\"", "delegatedBy": "\"P-4\"", "smallUnit": "\"yes\"",
    "vacantUntil": "\"2026-06-30T22:00:00.000Z\"", "meeting": "\"2026-03-24\"",
    "requests": "[\"R-1\",\"R-4\"]", "left": "[]", "minutes": "\"SN 2026-03-24 § 31\"",
    "informationOwner": "\"U-2\"", "supplier": "\"Supplier of the case system\"",
    "personalData": "\"sensitive\"", "sector": "\"care\"", "support": "\"Service desk\"",
    "commonDecision": "\"KS 2025/104\"", "method": "\"KLASSA\"",
    "participants": "[\"steward\",\"security-coordinator\"]", "analysis": "\"RA-1\"",
    "system.risk-analysed.kind": "\"needs-and-risk\"", "conducted": "\"2026-01-20T09:00:00.000Z\"",
    "reference": "\"SN 2026/7, annex 2\"", "residual": "2", "reviewDaysMax": "92",
    "twoPersons": "\"yes\"", "level": "3", "courses": "[\"records-basic\"]",
    "emergency": "\"yes\"", "yearlyCost": "1800", "successor": "\"read-all\"",
    "system.account-described.kind": "\"shared\"", "system.account-described.owner": "\"P-3\"",
    "members": "[\"P-5\",\"P-6\"]", "rotationDays": "92", "rule": "\"SD-1\"",
    "separation.rule-adopted.kind": "\"conflict\"",
    "separation.rule-adopted.severity": "\"exception\"", "first": "[\"S-1/order\"]",
    "second": "[\"S-1/attest\",\"S-2/pay\"]",
    "rationale": "\"Nobody attests what they ordered themselves\"", "exception": "\"SX-1\"",
    "control": digits("d4735e3a265e16ee"), "policy": "\"municipality-2026.1\"",
    "policy.adopted.level": "\"group\"", "reviewBy": "\"2028-03-31T22:00:00.000Z\"",
    "document": "[\"# Rules for access\",\"level 3: review 184 days\"]",
    "request.submitted.kind": "\"new\"", "alternative": digits("4b227777d4dd1fc6"),
    "hasNoInterest": "\"yes\"", "policies": "[\"municipality-2026.1\"]",
    "conditions": digits("ef2d127de37b942b"), "ground": "\"too-wide\"",
    "due": "\"2026-03-13T23:00:00.000Z\"", "grant.suspended.cause": "\"absence\"",
    "expired": "\"2026-02-28T23:00:00.000Z\"", "grant.expired.cause": "\"period\"",
    "grant.emergency-activated.kind": "\"real\"",
    "notified": "[\"steward\",\"security-coordinator\"]", "judgement": "\"justified\"",
    "measures": digits("4e07408562bedb8b"), "target": "17",
    "event": "\"5df6e0e2761359d30a8275058e299fcc\"", "field": "\"until\"",
    "value": "\"\\\"2026-06-30T22:00:00.000Z\\\"\"", "marking": "\"yes\"",
    "disposal": "\"DI-1\"", "retention": "\"grants\"", "keepMonths": "120",
    "endedBefore": "\"2015-12-31T23:00:00.000Z\"",
    "ledger.records-disposed.grants": "[\"G-1\",\"G-7\"]",
    "ledger.records-disposed.count": "14", "hold": "\"H-1\"",
    "ledger.hold-set.target": "\"grant/G-1\"",
    "ledger.secrecy-marked.event": "17", "provision": "\"OSL 21:3\"",
    "isProtectedIdentity": "\"no\"",
    "ledger.record-disclosed.request": "\"KS 2026/44\"",
    "ledger.disclosure-denied.request": "\"KS 2026/45\"", "view": "\"active-grants\"",
    "filter": "\"system=S-1\"", "ledger.record-disclosed.asOf": "\"2026-03-02T23:00:00.000Z\"",
    "knownAt": "\"2026-03-01T23:00:00.000Z\"", "profile": "\"public\"", "maskedCount": "12",
    "recipient": "\"media\"",
    "ledger.record-disclosed.ground": digits("d4735e3a265e16ee"),
    "ledger.disclosure-denied.ground": digits("4b227777d4dd1fc6"),
    "ledger.disclosure-denied.provision": "\"OSL 18:8\"",
    "logKey": "\"\(logKey)\"", "ledger.log-key-replaced.logKey": "\"\(nextLogKey)\"",
    "previous": "\"\(logKey)\"", "ledger.restored.origin": "\"ledger.example/2\"",
    "ledger.restored.previous": "\"ledger.example\"",
    "ledger.restored.logKey":
      "\"ledger.example/2+ad802858+AT1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM\"", "size": "1200",
    "root": digits("3f79bb7b435b0532"), "seenSize": "1214", "seenRoot": digits("18ac3e7343f01689"),
    "seenBy": "\"witness.example/audit\"",
    "axis": "\"system\"", "trigger": "\"incident\"", "opens": "\"2026-03-01T23:00:00.000Z\"",
    "review.campaign-planned.reviewer": "\"steward\"", "fallback": "\"owner\"",
    "review.campaign-planned.second": "\"owner\"", "strategy": "\"any-removes\"",
    "onNoResponse": "\"suspend\"", "planner": "\"P-9\"", "asOf": "1874", "items": "9",
    "manifest": digits("7902699be42c8a8e"), "oldestSource": "\"2026-02-20T05:00:00.000Z\"",
    "sourceOverride": "\"yes\"", "routing": "\"escalate\"", "grants": "[\"G-1\",\"G-4\"]",
    "review.item-routed.from": "\"P-7\"", "review.item-routed.cause": "\"no-response\"",
    "stage": "2", "step": "1", "review.item-decided.outcome": "\"reduce\"",
    "result": "\"reduce\"", "bulk": "\"yes\"", "seen": digits("2c624232cdd22177"),
    "seenAt": "1874", "hint": "\"yes\"", "seconds": "48", "verified": "\"call-back\"",
    "statedIn": digits("5feceb66ffc86f38"),
    "review.campaign-closed.outcome": "\"completed\"", "kept": "2", "keptUntil": "1",
    "reduced": "1", "revoked": "1", "unjudged": "1", "suspended": "1",
    "review.campaign-closed.expired": "1", "ended": "1", "attester": "\"P-9\"",
    "auditor": "\"P-8\"", "review.campaign-assessed.outcome": "\"rejected\"",
    "noticed": "\"2026-03-02T06:40:00.000Z\"", "systems": "[\"S-1\"]",
    "entitlements": "[\"S-1/read\"]", "incident.reported.grants": "[\"G-1\"]",
    "elsewhere": digits("6b51d431df5d7f14"), "incident.reported.personalData": "\"unknown\"",
    "protectedReporter": digits("3fdba35f04dc8c46"), "incident.triaged.outcome": "\"incident\"",
    "incident.triaged.category": "\"disclosure\"",
    "incident.triaged.confidentiality": "\"yes\"", "incident.triaged.integrity": "\"no\"",
    "incident.triaged.availability": "\"no\"", "lead": "\"P-9\"",
    "rules": "\"incidents-2026.1\"",
    "aware": "[\"U-1=2026-03-02T08:00:00.000Z\",\"U-7=2026-03-02T09:30:00.000Z\"]",
    "malicious": "\"unknown\"", "incident.triaged.personalData": "\"yes\"", "crossBorder": "\"no\"",
    "regime": "\"csl\"",
    "entity": "\"U-1\"", "incident.duty-assessed.outcome": "\"duty\"",
    "criteria": "[\"limited-4h\"]", "incident.action-recorded.kind": "\"evidence\"",
    "informed": "\"management\"", "receivedFrom": "\"P-3\"", "handedTo": "\"P-4\"",
    "incident.notification-submitted.stage": "\"warning\"",
    "addressee": "\"The authority for civil defence\"",
    "incident.notification-submitted.receipt": "\"2026-118\"",
    "lateReason": digits("8527a891e2241369"), "relation": "\"caused-by\"",
    "other": "\"I-2\"", "list": digits("4523540f1504cd17"),
    "incident.exposure-answered.asOf": "1874",
    "incident.measure-assigned.owner": "\"P-6\"",
    "incident.measure-assigned.due": "\"2026-05-31T22:00:00.000Z\"",
    "incident.closed.cause": "\"human-error\"", "causeText": digits("4ec9599fc203d176"),
    "effects": digits("8bcbb4c131df56f7"), "lessons": digits("7a9c8b1e2d3f4a5b"),
    "withoutMeasures": "\"yes\"", "incident.follow-up-recorded.stage": "\"effect\"",
    "works": "\"yes\"", "incident.reopened.cause": digits("1f2e3d4c5b6a7988"),
  ]

  /// The public key of RFC 8032's first example, whose private key everybody knows.
  private static let publicKey =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"
  /// The same key, and that of RFC 8032's second example, as keys of a log.
  private static let logKey = "ledger.example+3d9d4b31+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"
  private static let nextLogKey =
    "ledger.example+e31588a4+AT1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM"
  private static let fingerprint = "bbXpuKG6zhzdmnxq256TlqzFBzRl2f6OOg722cYNbU8"

  /// 64 hexadecimal digits that go on from 16.
  private static func digits(_ begin: String) -> String {
    let second = String(begin.reversed())
    return "\"\(begin)\(second)\(begin)\(second)\""
  }

  /// The bytes of the `event` value of a sample, and the event read from them.
  static func sample(of kind: EventKind) throws -> (bytes: [UInt8], event: SignedEvent) {
    let event = try AccessEvent.read(kind, fields: fields(of: kind))
    let recorders = event.recorderSample
    let signed = SignedEvent(
      id: try #require(UniqueID("5df6e0e2761359d30a8275058e299fcc")), revision: 0,
      effective: Instant(milliseconds: 1_772_436_600_000),
      actor: Actor(
        principal: PersonID(number: 2), role: recorders,
        assignment: recorders.map { _ in AssignmentID(number: 3) }),
      command: CommandStamp(
        id: try #require(UniqueID("c3ab8ff13720e8ad9047dd39466b3c89")), channel: .commandLine),
      caseNumber: CaseNumber("SN 2026/12"), reason: nil, basis: nil, event: event)
    var json = JSONWriter()
    signed.write(to: &json)
    return (json.bytes, signed)
  }

  /// The fields of a sample as a JSON object, all of them.
  private static func fields(of kind: EventKind) throws -> String {
    let pairs = try FieldLister.fields(of: kind.payload).map { field in
      let value = try #require(
        values["\(kind.name).\(field.key)"] ?? values[field.key],
        "EventSamples has no value for \(kind.name).\(field.key)")
      return "\"\(field.key)\":\(value)"
    }
    return "{\(pairs.joined(separator: ","))}"
  }
}

extension AccessEvent {
  fileprivate static func read(_ kind: EventKind, fields: String) throws -> AccessEvent {
    try Array(fields.utf8).withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      let event = try read(kind, from: &reader)
      try reader.takeEnd()
      return event
    }
  }
}
