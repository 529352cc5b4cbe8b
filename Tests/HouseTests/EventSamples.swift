import AccessModel
import CanonicalJSON
import Chronology
import Testing

@testable import Events

/// One complete event of each type, the same each time: what the catalogue shows.
enum EventSamples {
  /// The written value of each field; `<type>.<field>` where the type needs another one.
  private static let values: [String: String] = [
    "account": "\"C-3\"", "actingFor": "\"P-4\"", "affiliation": "\"A-2\"",
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
    "review.item-decided.outcome": "\"keep\"", "reviewDays": "184", "reviewer": "\"P-6\"",
    "role": "\"steward\"", "scope": "\"ward-3\"", "segment": "\"000000065536\"", "severity": "2",
    "source": digits("fcde2b2edba56bf4"), "sponsor": "\"P-6\"", "status": "\"in-operation\"",
    "system": "\"S-1\"", "system.account-found.kind": "\"personal\"",
    "system.entitlement-defined.account": "\"personal\"",
    "system.entitlement-defined.name": "\"Read cases\"",
    "system.registered.purpose": digits("4e07408562bedb8b"),
    "timeZone": "\"Europe/Stockholm\"", "unit": "\"U-3\"",
    "unit.registered.kind": "\"administration\"", "unit.registered.name": "\"Social services\"",
    "until": "\"2026-12-31T23:00:00.000Z\"", "validityDaysMax": "366",
    "what": digits("ef2d127de37b942b"),
  ]

  /// The public key of RFC 8032's first example, whose private key everybody knows.
  private static let publicKey =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"
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
