import AccessModel
import Diagnostics
import EventSourcing
import EventStore
import Events
import IdentityRegister
import Projections
import Transparency

/// Judges a copied log as `verify` does, and opens each of its commitments in the copied register of identities.
struct CopyAudit {
  private var events = EventAudit(isFoldingAll: true)
  private let identities: IdentityRegister
  /// What the register of identities does not know, or knows otherwise; at most 100.
  private var findings: [Diagnostic] = []

  init(_ identities: IdentityRegister) {
    self.identities = identities
  }

  /// - Throws: `.damaged` with `BAK-07`, and what was found.
  static func check(
    _ copy: LedgerCopy, with identities: IdentityRegister
  ) throws(LedgerError) -> Register {
    var audit = CopyAudit(identities)
    let verification: LogVerification
    do {
      try identities.check()
      verification = try copy.verify(
        keys: { audit.events.key($0, at: $1) }, origin: { audit.events.origin },
        onRecord: { audit.take($0) })
    } catch {
      throw LedgerError(reading: error)
    }
    let found = verification.damage.map(\.diagnostic) + audit.events.findings + audit.findings
    guard found.isEmpty, max(verification.verdict, audit.events.verdict) == .intact else {
      throw .damaged(
        BackupCode.damaged.diagnostic(
          facts: found.prefix(1).flatMap {
            [Diagnostic.Fact(en: "found", sv: "funnet", localized: $0.statement)] + $0.facts
          }))
    }
    return audit.events.register
  }

  private mutating func take(_ record: Record) {
    events.take(record)
    // What cannot be read has been noted.
    guard let signed = try? SignedEvent(bytes: record.fields.event) else { return }
    if let reason = signed.reason { open(reason) }
    for field in FieldTexts.fields(of: signed.event.payload) {
      if let commitment = field.value as? Commitment { open(commitment) }
    }
  }

  private mutating func open(_ commitment: Commitment) {
    do throws(Diagnostic) {
      _ = try Ledger.text(for: commitment, in: identities)
    } catch {
      if findings.count < 100 { findings.append(error) }
    }
  }
}
