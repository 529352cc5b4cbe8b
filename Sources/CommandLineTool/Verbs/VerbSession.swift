import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Glibc
import IdentityRegister
import Projections
import Transparency

/// One verb being run: what was typed, who asks from where, and the ways to answer.
struct VerbSession {
  let command: ParsedCommand
  let console: Console
  let environment: [String: String]
  var ambient: Ambient
  let language: Language
  /// Whether ledgers may answer from their snapshots.
  var usesSnapshot = true
  /// The ledgers that the verb opened.
  let opened = OpenedLedgers()

  /// What a verb has opened so far.
  final class OpenedLedgers {
    var ledgers: [Ledger] = []
    /// What the answer goes to, where that is a file.
    var answer: AnswerFile?
    /// The key that signs, once it was read: who has it is asked before anything is signed.
    var key: (any BatchSigner)?
    /// How long the log of each was that was opened to write.
    var sizes: [(ledger: Ledger, size: UInt64)] = []

    /// Whether a snapshot was not as it was written, so that what was answered or refused is worth nothing.
    var areDamaged: Bool { ledgers.contains { !$0.register.isIntact } }
  }

  // MARK: The ledger and the key

  /// The ledger's folder: given, from the environment, or the nearest upwards from here.
  func ledgerPath() throws -> String {
    if let path = command.string("ledger") ?? environment["LIGGARE_LEDGER"], !path.isEmpty {
      return path
    }
    guard let start = getcwd(nil, 0) else {
      throw VerbFailure(.notFound, VerbCodes.noLedger.diagnostic())
    }
    defer { free(start) }
    var folder = String(cString: start)
    while true {
      if access(folder + "/FORMAT", F_OK) == 0, access(folder + "/segments", F_OK) == 0 {
        return folder
      }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else {
        throw VerbFailure(.notFound, VerbCodes.noLedger.diagnostic())
      }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// Shows what was recorded to the witnesses.
  ///
  /// - Throws: when one has seen another history.
  func finish() throws {
    try finishAnswer()
    for (ledger, size) in opened.sizes where ledger.log.head.size > size {
      do throws(LedgerError) {
        try consultWitnesses(of: ledger, guess: size)
      } catch {
        if case .contradicted = error { throw error }
        // What was recorded stands, whatever keeps the witnesses from being asked.
        for diagnostic in error.diagnostics { tell(diagnostic) }
      }
    }
  }

  /// Opens the ledger, and asks the witnesses whether they have seen more; a writer waits for another one up to ten seconds.
  func openLedger(_ access: FileEventLog.Access) throws -> Ledger {
    let ledger = try Ledger.open(
      at: try ledgerPath(), for: access, patience: Self.patience, ambient: ambient,
      reading: reading,
      usesSnapshot: usesSnapshot)
    ledger.currentVerb = command.verb.name
    ledger.logKeyPath = logKeyPath
    opened.ledgers.append(ledger)
    // A ledger that was set back agrees with itself; a witness knows better. A writer tells of those that are not reached afterwards.
    try consultWitnesses(
      of: ledger, milliseconds: access == .writing ? 10_000 : 3_000, isTelling: access == .reading)
    if access == .writing {
      opened.sizes.append((ledger, ledger.log.head.size))
    }
    return ledger
  }

  /// Opens the ledger to read its log, without folding it.
  func openLog() throws -> Ledger {
    try Ledger.open(
      at: try ledgerPath(), for: .reading, ambient: ambient, reading: reading, isFolding: false)
  }

  /// Whether events are read as corrected or as first recorded.
  var reading: HistoryReading {
    command.declares("original") && command.flag("original") ? .original : .corrected
  }

  /// Where the log's own key is, when it is not in the ledger's folder.
  var logKeyPath: String? {
    let typed = command.declares("log-key") ? command.string("log-key") : nil
    return [typed, environment["LIGGARE_LOG_KEY"]].compactMap(\.self).first { !$0.isEmpty }
  }

  /// The key that signs: from an OpenSSH private key file that only its owner can read, or in an agent.
  ///
  /// A public key file, an encrypted private one and the handle of a security key say which of the agent's keys is meant. Without a
  /// file it is the only one that the agent holds.
  func signingKey() throws -> any BatchSigner {
    if let key = opened.key { return key }
    let key = try readSigningKey()
    opened.key = key
    return key
  }

  private func readSigningKey() throws -> any BatchSigner {
    let socket = environment["SSH_AUTH_SOCK"] ?? ""
    guard let path = command.string("key") ?? environment["LIGGARE_KEY"], !path.isEmpty else {
      guard !socket.isEmpty else { throw VerbFailure(.usage, VerbCodes.noKey.diagnostic()) }
      let keys = try SSHAgent.keys(at: socket)
      guard let key = keys.first, keys.count == 1 else {
        throw VerbFailure(
          .usage,
          VerbCodes.noKey.diagnostic(
            facts: keys.map {
              .init(
                en: "the agent holds", sv: "agenten har",
                "\($0.publicKey.fingerprint) \($0.comment)")
            }))
      }
      return SSHAgent(key.publicKey, at: socket)
    }
    if path.hasSuffix(".pub") {
      let bytes = try WholeFile.read(path, bytesMax: OpenSSHPublicKeyLine.lineBytesMax)
      return try SSHAgent.holding(try OpenSSHPublicKeyLine(bytes).publicKey, at: socket)
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & 0o077 != 0, status.st_mode & S_IFMT == S_IFREG {
      throw VerbFailure(
        .refused,
        VerbCodes.openKey.diagnostic(
          .init(en: "file", sv: "fil", path),
          .init(en: "mode", sv: "rättigheter", String(status.st_mode & 0o777, radix: 8))))
    }
    let bytes = try WholeFile.read(path, bytesMax: SigningKey.fileBytesMax)
    do throws(Diagnostic) {
      return try SigningKey(openSSHPrivateKey: bytes)
    } catch {
      guard
        error.code == KeyDiagnostics.encryptedPrivateKey.code
          || error.code == KeyDiagnostics.securityKeyHandle.code,
        !socket.isEmpty, let publicKey = SigningKey.publicKey(ofPrivateKeyFile: bytes)
      else { throw error }
      return try SSHAgent.holding(publicKey, at: socket)
    }
  }

  // MARK: Values as people write them

  /// - Parameters:
  ///   - form: the form that the value has not.
  ///   - label: what to call it, when it is something else that tells what is wrong.
  func malformed(
    _ name: String, _ value: String, _ form: Localized,
    label: Localized = Localized(en: "expected", sv: "väntat")
  ) -> VerbFailure {
    VerbFailure(
      .usage,
      VerbCodes.malformed.diagnostic(
        .init(en: "value of", sv: "värde för", name), .init(en: "value", sv: "värde", value),
        .init(en: label.english, sv: label.swedish, localized: form)))
  }

  /// A moment, if one was typed. A day means its start or its end.
  func moment(
    _ name: String, in zone: TimeZoneRules, dayMeans: MomentText.DayMeaning
  ) throws -> Instant? {
    guard let text = command.string(name) else { return nil }
    do throws(MomentRefusal) {
      return try MomentText.parse(text, in: zone, dayMeans: dayMeans)
    } catch {
      throw malformed(
        name, text, Localized(en: error.english, sv: error.swedish),
        label: Localized(en: "why", sv: "varför"))
    }
  }

  func identifier<Subject: IdentifierSubject>(
    _ name: String, _ kind: Identifier<Subject>.Type
  ) throws -> Identifier<Subject>? {
    guard let text = command.string(name) else { return nil }
    guard let value = Identifier<Subject>(text) else {
      throw malformed(
        name, text,
        Localized(
          en: "1 to 32 letters A–Z, digits, “.”, “_” and “-”",
          sv: "1 till 32 bokstäver A–Z, siffror, ”.”, ”_” och ”-”"))
    }
    return value
  }

  func coded<Value: CodedValue>(_ name: String, _ kind: Value.Type) throws -> Value? {
    guard let text = command.string(name) else { return nil }
    guard let value = Value.codes[text] else {
      throw malformed(
        name, text,
        Localized(verbatim: Value.allCases.map { "\($0.code)" }.joined(separator: ", ")))
    }
    return value
  }

  func entitlement(_ name: String) throws -> EntitlementID? {
    guard let text = command.string(name) else { return nil }
    guard let value = EntitlementID(text) else {
      throw malformed(
        name, text, Localized(en: "SYSTEM/NAME, such as S-1/read", sv: "SYSTEM/NAMN, som S-1/read"))
    }
    return value
  }

  func caseNumber() throws -> CaseNumber? {
    guard let text = command.string("case") else { return nil }
    guard let value = CaseNumber(text) else {
      throw malformed(
        "case", text,
        Localized(
          en: "1 to 32 printable ASCII characters", sv: "1 till 32 skrivbara ASCII-tecken"))
    }
    return value
  }

  /// The digest of the file that shows a decision.
  func evidence() throws -> Digest? {
    guard let path = command.string("evidence") else { return nil }
    var hasher = SHA256()
    try WholeFile.forEachPiece(of: path) { (piece) throws(Diagnostic) in hasher.update(piece) }
    return hasher.digest
  }

  /// The person meant by an identifier, user name, employee number, e-mail address or name.
  func person(_ text: String, in ledger: Ledger) throws -> PersonID {
    if let id = PersonID(text), ledger.register.persons.contains(id) { return id }
    switch try ledger.identities.resolve(text) {
    case .one(let id):
      guard let person = PersonID(id), ledger.register.persons.contains(person) else { break }
      return person
    case .several(let identities):
      throw VerbFailure(
        .notFound,
        VerbCodes.ambiguousPerson.diagnostic(
          facts: [.init(en: "name", sv: "namn", text)]
            + identities.map { .init(PersonSubject.word, Self.line(of: $0)) }))
    case .none(let near):
      throw VerbFailure(
        .notFound,
        VerbCodes.unknownPerson.diagnostic(
          facts: [.init(en: "name", sv: "namn", text)]
            + near.map { .init(en: "near", sv: "liknande", Self.line(of: $0)) }))
    }
    throw VerbFailure(
      .notFound, VerbCodes.unknownPerson.diagnostic(.init(en: "name", sv: "namn", text)))
  }

  func optionalPerson(_ name: String, in ledger: Ledger) throws -> PersonID? {
    try command.string(name).map { try person($0, in: ledger) }
  }

  private static func line(of identity: Identity) -> String {
    // Whoever guesses at names learns none that is protected.
    identity.isProtected
      ? identity.person
      : [identity.person, identity.name, identity.userName].compactMap { $0 }
        .joined(separator: "  ")
  }
}
