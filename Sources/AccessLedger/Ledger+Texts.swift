public import AccessModel
public import Diagnostics
import Events
public import IdentityRegister
import Projections
import Transparency

extension Ledger {
  /// The text behind a commitment, checked against it.
  ///
  /// - Parameter known: what `lookUp(_:_:)` gave for it, where it did.
  /// - Throws: `IDR-17` for a commitment that the register does not know, `LED-09` when the text is not the one committed to.
  public func text(
    for commitment: Commitment, known: TextState? = nil
  ) throws(Diagnostic) -> TextState {
    let state =
      if let known { known } else { try Self.text(for: commitment, in: try identities) }
    guard case .present = state, !register.disposedRecords.isEmpty else { return state }
    if hiddenTexts?.position != register.position {
      hiddenTexts = (register.position, try textsDueForDisposal())
    }
    guard let row = hiddenTexts?.texts[commitment] else { return state }
    return .disposed(at: row.fact.recorded, decision: "\(row.disposed.disposal)")
  }

  static func text(
    for commitment: Commitment, in identities: IdentityRegister
  ) throws(Diagnostic) -> TextState {
    let state = try identities.text(for: Array(commitment.digest.bytes))
    guard case .present(let open) = state else { return state }
    guard let event = UniqueID(open.event),
      Commitment(to: open.text, in: open.field, of: event, salt: open.salt) == commitment
    else {
      throw LedgerCodes.alteredText.diagnostic(
        .init(en: "event", sv: "händelse", open.event),
        .init(en: "field", sv: "fält", open.field))
    }
    return state
  }
}
