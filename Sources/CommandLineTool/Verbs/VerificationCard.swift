import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import EventStore
import Transparency

/// A verification as one object, for programs: the counts, and each piece of damage with its place, what it touches and what to do.
enum VerificationCard {
  static func card(of verification: LedgerVerification) -> Card {
    let log = verification.log
    return Card(
      name: "verification", title: Localized(en: "Verification", sv: "Kontroll"),
      fields: [
        field("verdict", .word(code: verification.verdict.code, verification.verdict.word)),
        field("events", .integer(log.counts.events)),
        field("batches", .integer(log.counts.batches)),
        field("signatures", .integer(log.counts.signatures)),
        field("bytes", .integer(log.counts.bytes)),
        field("bytes_behind_head", .integer(log.tailByteCount)),
        field("damage", .integer(log.damageCount + verification.findings.count)),
        field("texts_disposed_of", .integer(verification.disposedTexts)),
        field("size_of_head", log.head.map { .integer(Int(clamping: $0.size)) } ?? .empty),
        field("root_of_head", log.head.map { .text($0.root.base64) } ?? .empty),
        field("root", .text(log.found.root.base64)),
      ],
      sections: [pieces(of: verification), findings(of: verification)])
  }

  private static func field(_ key: String, _ cell: Cell) -> Card.Field {
    Card.Field(key, Localized(verbatim: key), cell)
  }

  private static func column(_ key: String) -> Column {
    Column(key: key, title: Localized(verbatim: key))
  }

  private static func pieces(of verification: LedgerVerification) -> Table {
    var table = Table(
      name: "pieces", title: Localized(en: "Damage", sv: "Skador"),
      columns: [
        "code", "statement", "first", "last", "segment", "byte", "found", "grants", "requests",
        "persons", "systems", "remedy",
      ].map(column))
    for (damage, reach) in zip(verification.log.damage, verification.reaches) {
      table.append([
        .text(damage.code.code), .localized(damage.code.statement),
        damage.positions.map { .integer(Int(clamping: $0.lowerBound)) } ?? .empty,
        damage.positions.map { .integer(Int(clamping: $0.upperBound)) } ?? .empty,
        damage.segment.map { .integer(Int(clamping: $0)) } ?? .empty,
        damage.byteOffset.map { .integer($0) } ?? .empty, .text(damage.detail),
        .list(reach.grants.map { "\($0)" }), .list(reach.requests.map { "\($0)" }),
        .list(reach.persons.map { "\($0)" }), .list(reach.systems.map { "\($0)" }),
        .localized(damage.code.remedy),
      ])
    }
    return table
  }

  private static func findings(of verification: LedgerVerification) -> Table {
    var table = Table(
      name: "findings", title: Localized(en: "Findings", sv: "Iakttagelser"),
      columns: ["code", "statement", "facts", "remedy"].map(column))
    for finding in verification.findings {
      table.append([
        .text(finding.code), .localized(finding.statement),
        .list(finding.facts.map { "\($0.name.english): \($0.value.english)" }),
        .localized(finding.remedy),
      ])
    }
    return table
  }
}
