import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Glibc
import Projections
import Transparency

/// Actors' keys: making, enrolling, revoking.
enum KeyVerbs {
  static let create = Verb(
    VerbDeclaration(
      "key", "create", kind: .tool,
      summary: Localized(
        en: "make a key pair to sign with", sv: "skapa ett nyckelpar att signera med"),
      discussion: Localized(
        en:
          "Writes an unencrypted OpenSSH Ed25519 private key to FILE, readable by you alone, and its public key to FILE.pub. ssh-keygen -t ed25519 -N '' makes one just as good. Nothing is enrolled by it.",
        sv:
          "Skriver en okrypterad privat OpenSSH-nyckel (Ed25519) till FIL, läsbar bara för dig, och dess publika nyckel till FIL.pub. ssh-keygen -t ed25519 -N '' skapar en lika bra. Inget registreras."
      ),
      examples: ["liggare key create ~/liggare-key"],
      positionals: [
        PositionalDeclaration(
          "file", .file, help: Localized(en: "where to write it", sv: "var den ska skrivas"))
      ],
      options: [
        OptionDeclaration(
          "comment", .text,
          help: Localized(
            en: "a comment in the public key", sv: "en kommentar i den publika nyckeln"))
      ])
  ) { session in
    let path = session.command.required("file")
    guard let seed = Ed25519Seed(session.ambient.randomBytes(32)) else {
      return .internalError
    }
    let pair = try OpenSSHKeyPair(seed: seed, comment: session.command.string("comment") ?? "")
    try NewFile.write(pair.privateKeyFile, to: path, mode: 0o600)
    try NewFile.write(
      Array((pair.publicKeyLine.text + "\n").utf8), to: path + ".pub", mode: 0o644)
    try session.answer("\(pair.publicKeyLine.publicKey.fingerprint)\n")
    session.tell(nextSteps(after: path))
    return .done
  }

  /// What to do with a new key, as lines that can be pasted.
  private static func nextSteps(after path: String) -> Localized {
    let place = path.hasPrefix("/") ? ShellWord.quoted(path) : "\"$PWD\"/" + ShellWord.quoted(path)
    let publicKey = ShellWord.quoted(path + ".pub")
    return Localized(
      en: """
        To sign with it from now on:
          export LIGGARE_KEY=\(place)
        Then make a ledger (liggare help init), or have it enrolled in one by its custodian:
          liggare key enroll PERSON \(publicKey)
        """,
      sv: """
        För att signera med den från och med nu:
          export LIGGARE_KEY=\(place)
        Skapa sedan en liggare (liggare help init), eller låt en liggares förvaltare registrera den:
          liggare key enroll PERSON \(publicKey)
        """)
  }

  static let enroll = Verb(
    VerbDeclaration(
      "key", "enroll", kind: .writing,
      summary: Localized(en: "let a key sign for somebody", sv: "låt en nyckel signera för någon"),
      discussion: Localized(
        en:
          "From the next event on, what the key signs counts as said by that person. What they may say follows from their roles.",
        sv:
          "Från nästa händelse räknas det som nyckeln signerar som sagt av personen. Vad personen får säga följer av rollerna."
      ),
      examples: [
        "liggare key enroll bo.ek bo-key.pub", "liggare key enroll bo.ek id_ed25519_sk.pub",
      ],
      positionals: [
        OrganisationVerbs.Options.person,
        PositionalDeclaration(
          "file", .file,
          help: Localized(en: "the public key, a .pub file", sv: "den publika nyckeln, en .pub-fil")
        ),
      ],
      options: [
        OptionDeclaration(
          "kind", CommonOptions.choices(KeyKind.self),
          help: Localized(
            en: "who signs with it; person when left out",
            sv: "vem som signerar; person om det utelämnas"))
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let person = try session.person(session.command.required("person"), in: ledger)
    let kind = try session.coded("kind", KeyKind.self) ?? .person
    let bytes = try WholeFile.read(
      session.command.required("file"), bytesMax: OpenSSHPublicKeyLine.lineBytesMax)
    let key = try OpenSSHPublicKeyLine(bytes).publicKey
    let line = OpenSSHPublicKeyLine(publicKey: key).text
    return try session.record(in: ledger, zone: zone, named: { ["\(key.fingerprint)"] }) { _ in
      [
        .init(
          .key(
            .enroll(
              EnrollKey(
                fingerprint: key.fingerprint, publicKey: line, principal: person, kind: kind))))
      ]
    }
  }

  static let revoke = Verb(
    VerbDeclaration(
      "key", "revoke", kind: .writing,
      summary: Localized(en: "let a key sign no more", sv: "låt en nyckel inte signera mer"),
      discussion: Localized(
        en: "From the next event on the key signs nothing. What it signed before stands.",
        sv: "Från nästa händelse signerar nyckeln inget. Det den signerat tidigare består."),
      examples: [
        "liggare key revoke bo-key.pub --reason \"Lost with a laptop\"",
        "liggare key revoke FINGERPRINT --reason \"Lost with a laptop\"",
      ],
      positionals: [
        PositionalDeclaration(
          "public-key", .file,
          help: Localized(
            en:
              "the public key, a .pub file; or its fingerprint: the 43 characters after SHA256: that ssh-keygen -l prints",
            sv:
              "den publika nyckeln, en .pub-fil; eller dess fingeravtryck: de 43 tecknen efter SHA256: som ssh-keygen -l skriver"
          ))
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let fingerprint = try fingerprint(session.command.required("public-key"), session)
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(fingerprint)"] })
    { _ in [.init(.key(.revoke(RevokeKey(fingerprint: fingerprint))))] }
  }

  static let signers = Verb(
    VerbDeclaration(
      "key", "signers", kind: .tool,
      summary: Localized(
        en: "print the enrolled keys as OpenSSH's allowed_signers",
        sv: "skriv ut de registrerade nycklarna som OpenSSH:s allowed_signers"),
      discussion: Localized(
        en:
          "For ssh-keygen -Y verify, with the person's identifier as principal. The times are those at which the enrolment and the revocation were recorded, rounded to whole seconds so that the key's own time is within; in the ledger itself positions decide and not times.",
        sv:
          "För ssh-keygen -Y verify, med personens beteckning som huvudman. Tiderna är när registreringen och återkallandet registrerades, avrundade till hela sekunder så att nyckelns egen tid ryms; i själva liggaren avgör platser och inte tider."
      ),
      examples: ["liggare key signers > allowed_signers"],
      sharedOptionNames: ["ledger", "known-at", "lang"])
  ) { session in
    let asked = try QuestionSession(session)
    let register = asked.question.register
    var text =
      Localized(
        en: "# Who may sign in \(register.origin?.text ?? ""): for ssh-keygen -Y verify",
        sv: "# Vem som får signera i \(register.origin?.text ?? ""): för ssh-keygen -Y verify"
      ).text(in: session.language) + "\n"
    for row in register.keys.values.sorted(by: { $0.enrolled.position < $1.enrolled.position }) {
      text += AllowedSigners.line(
        "\(row.principal)", row.publicKey.text, origin: register.origin?.text ?? "",
        enrolled: row.enrolled.recorded, revoked: row.revoked?.recorded)
    }
    try asked.check()
    try session.answer(text)
    return .done
  }

  static let all = [create, enroll, revoke, signers]

  /// The fingerprint that was typed, or that of the public key in the file that was named.
  private static func fingerprint(_ text: String, _ session: VerbSession) throws -> KeyFingerprint {
    let digits = text.hasPrefix("SHA256:") ? String(text.dropFirst(7)) : text
    if let fingerprint = KeyFingerprint(digits) { return fingerprint }
    guard text.utf8.contains(0x2F) || text.hasSuffix(".pub") || Glibc.access(text, F_OK) == 0 else {
      throw session.malformed(
        "public-key", text,
        Localized(
          en: "a .pub file, or a fingerprint of 43 characters of base64",
          sv: "en .pub-fil, eller ett fingeravtryck på 43 tecken base64"))
    }
    let bytes = try WholeFile.read(text, bytesMax: OpenSSHPublicKeyLine.lineBytesMax)
    return try OpenSSHPublicKeyLine(bytes).publicKey.fingerprint
  }
}

/// A file that must not exist yet, written whole with its mode from the start.
enum NewFile {
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        let failure = failure(path)
        unlink(path)
        throw failure
      }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> VerbFailure {
    let reason = errno
    let file = Diagnostic.Fact(en: "file", sv: "fil", path)
    if reason == EEXIST { return VerbFailure(.refused, VerbCodes.fileExists.diagnostic(file)) }
    return VerbFailure(
      .refused,
      VerbCodes.notWritten.diagnostic(
        file, .init(en: "why", sv: "varför", String(cString: strerror(reason)))))
  }
}
