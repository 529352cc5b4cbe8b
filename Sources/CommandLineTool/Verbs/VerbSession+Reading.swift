import AccessLedger
import AccessModel
import Diagnostics
import EventStore
import Glibc
import Policies
import Projections
import Transparency

/// Noting who reads what the rules call sensitive (INV-56).
extension VerbSession {
  /// What stands in place of a value that could be a name.
  private static let masked = "…"

  /// Leaves a line in the log of reads when the rules ask for it of this question.
  ///
  /// - Parameter question: the name of the view.
  /// - Throws: `INV-56` when the line cannot be written: then nothing is answered.
  func noteReading(of question: String, in ledger: Ledger) throws {
    guard ledger.register.loggedReadings(at: ambient.now()).contains(question) else { return }
    let trouble = OperationsLog(readsOf: ledger.path).note(
      time: ambient.now(), principal: reader(of: ledger), verb: command.verb.name,
      code: LoggedReading.code.code,
      detail: [
        .init(en: "question", sv: "fråga", question),
        .init(en: "position", sv: "position", "\(ledger.register.position)"),
      ] + typed(in: ledger))
    if let violation = LoggedReading.check(question: question, trouble: trouble) {
      throw VerbFailure(.refused, violation)
    }
  }

  /// The person whose key is at hand, when the ledger knows it and it is not revoked.
  func asker(of ledger: Ledger) -> PersonID? {
    guard let key = keyAtHand().flatMap({ ledger.register.keys[$0] }), key.revoked == nil else {
      return nil
    }
    return key.principal
  }

  /// Who asks: the person whose key is at hand, else the fingerprint of that key, else the account of the operating system.
  private func reader(of ledger: Ledger) -> String {
    guard let fingerprint = keyAtHand() else { return "uid \(getuid())" }
    return ledger.register.keys[fingerprint].map { "\($0.principal)" } ?? "\(fingerprint)"
  }

  /// The key that would sign, where there is one. Nothing is signed by who reads.
  private func keyAtHand() -> KeyFingerprint? {
    guard let path = environment["LIGGARE_KEY"], !path.isEmpty else {
      guard let socket = environment["SSH_AUTH_SOCK"], !socket.isEmpty else { return nil }
      do throws(Diagnostic) {
        let keys = try SSHAgent.keys(at: socket)
        return keys.count == 1 ? keys[0].publicKey.fingerprint : nil
      } catch {
        // Whoever has no key that can be read is named by their account.
        return nil
      }
    }
    do throws(Diagnostic) {
      let bytes = try WholeFile.read(path, bytesMax: SigningKey.fileBytesMax)
      if path.hasSuffix(".pub") {
        return try OpenSSHPublicKeyLine(bytes).publicKey.fingerprint
      }
      return SigningKey.publicKey(ofPrivateKeyFile: bytes)?.fingerprint
    } catch {
      return nil
    }
  }

  /// What was typed after the verb, without what could be a name: a person is told by the identifier, and a free text is left out.
  private func typed(in ledger: Ledger) -> [Diagnostic.Fact] {
    let declared =
      command.verb.positionals.map { ($0.name, Optional($0.form)) }
      + Tool.commonGrammar.options(of: command.verb).map { ($0.name, $0.argument) }
    var facts: [Diagnostic.Fact] = []
    for (name, form) in declared
    where command.declares(name) && !CommonOptions.global.contains(where: { $0.name == name }) {
      for value in command.strings(name) {
        facts.append(
          .init(
            Localized(verbatim: name), form.map { shown(value, $0, in: ledger) } ?? "yes"))
      }
    }
    return facts
  }

  private func shown(_ value: String, _ form: ArgumentForm, in ledger: Ledger) -> String {
    switch form {
    case .moment, .day, .number, .choice: return value
    case .person, .text, .system, .entitlement, .unit, .grant, .request, .fingerprint:
      if isIdentifier(value, in: ledger.register) { return value }
      guard form == .person else { return Self.masked }
      do { return "\(try person(value, in: ledger))" } catch { return Self.masked }
    case .file: return Self.masked
    }
  }

  /// Whether the text names something in the register by its identifier.
  private func isIdentifier(_ text: String, in register: Register) -> Bool {
    if let right = EntitlementID(text) { return register.systems.contains(right.system) }
    return SystemID(text).map(register.systems.contains) ?? false
      || PersonID(text).map(register.persons.contains) ?? false
      || GrantID(text).map(register.grants.contains) ?? false
      || RequestID(text).map(register.requests.contains) ?? false
      || UnitID(text).map(register.units.contains) ?? false
      || AccountID(text).map(register.accounts.contains) ?? false
      || DelegationID(text).map(register.delegations.contains) ?? false
      || IncidentID(text).map(register.incidents.contains) ?? false
      || PolicyID(text).map(register.policies.contains) ?? false
  }
}
