import Diagnostics
import EventStore
import IdentityRegister

extension LedgerError {
  /// What opening a log or a register threw, by what the caller can do about it.
  init(opening diagnostic: Diagnostic) {
    switch diagnostic.code {
    case StoreCode.notFound.code: self = .missing(diagnostic)
    case StoreCode.locked.code: self = .locked(diagnostic)
    case StoreCode.corruption.code, StoreCode.headDamaged.code, StoreCode.suspectedRollback.code,
      StoreCode.noGoodCheckpoint.code:
      self = .damaged(diagnostic)
    case PublicationCode.contradicted.code, PublicationCode.setBack.code,
      PublicationCode.foreignFolder.code:
      self = .contradicted(diagnostic)
    default: self = .unavailable(diagnostic)
    }
  }

  /// What reading events threw.
  init(reading error: any Error) {
    if let error = error as? LedgerError {
      self = error
    } else if let diagnostic = error as? Diagnostic {
      let isDamage =
        LedgerCodes.catalogue.contains { $0.code == diagnostic.code }
        || diagnostic.code == StoreCode.corruption.code || diagnostic.code == "INV-55"
      self = isDamage ? .damaged(diagnostic) : LedgerError(opening: diagnostic)
    } else {
      self = .damaged(
        LedgerCodes.unreadableEvent.diagnostic(.init(en: "fault", sv: "fel", "\(error)")))
    }
  }

  /// What appending a batch threw.
  init(appending failure: AppendFailure) {
    switch failure {
    case .locked(let diagnostic): self = .locked(diagnostic)
    case .headMoved, .diskFull, .outcomeUnknown, .refused:
      self = .unavailable(failure.diagnostic)
    }
  }
}
