import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about actors' keys.
enum KeyDecider {
  static func decide(
    _ command: KeyCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .enroll(let command):
      guard state.persons.contains(command.principal) else {
        throw ReferenceCodes.unknown(command.principal)
      }
      if let present = state.keys[command.fingerprint] {
        throw Rejection(
          ReferenceCodes.taken.diagnostic(
            .init(en: "key", sv: "nyckel", "\(command.fingerprint)"),
            .init(Localized(en: "key of", sv: "nyckel för"), persons: ["\(present.principal)"])))
      }
      let line = try drafting.label(
        command.publicKey, Localized(en: "public key", sv: "publik nyckel"))
      return [
        try drafting.draft(
          .key(
            .enrolled(
              KeyEnrolled(
                fingerprint: command.fingerprint, publicKey: line,
                principal: command.principal, kind: command.kind))),
          about: command.principal)
      ]
    case .revoke(let command):
      guard let key = state.keys[command.fingerprint] else {
        throw Rejection(
          ReferenceCodes.unknown.diagnostic(
            .init(en: "key", sv: "nyckel", "\(command.fingerprint)")))
      }
      if let revoked = key.revoked {
        throw Rejection(
          TerminalStates.violation(
            of: .key, "\(command.fingerprint)", state: Localized(en: "revoked", sv: "återkallad"),
            at: revoked.effective))
      }
      return [
        try drafting.draft(
          .key(
            .revoked(KeyRevoked(fingerprint: command.fingerprint, principal: key.principal))),
          about: key.principal)
      ]
    }
  }
}
