import AccessModel
import Commands
import Diagnostics
import EventStore
import Projections
public import Transparency

extension Ledger {
  /// A new key for the log, in the file of the key that is to take the place of the one there is; the same one until it is recorded.
  ///
  /// - Parameter isKept: whether to write the file when there is none.
  public func nextLogKey(isKept: Bool) throws(LedgerError) -> NoteVerifierKey {
    guard let seed = Ed25519Seed(ambient.randomBytes(32)) else {
      preconditionFailure("32 bytes are a seed.")
    }
    do throws(Diagnostic) {
      let key = try logKeyFiles.nextKey(orMakingFrom: seed, origin: log.origin, isKept: isKept)
      guard let verifierKey = key.noteVerifierKey(named: log.origin) else {
        preconditionFailure("An origin names a key.")
      }
      return verifierKey
    } catch {
      throw .unavailable(error)
    }
  }

  /// Whether a key of the log is being replaced, so that two of them sign.
  public var isReplacingLogKey: Bool { register.currentLogKeys.count > 1 }
}
