import AccessLedger
import AccessModel
import Chronology
import Diagnostics
import EventStore
import IdentityRegister
import Transparency

extension SurvivalVerbs {
  /// What a ledger that is made anew is told of, from a backup or an export.
  static let restoreOptions = [
    OptionDeclaration(
      "origin", .text,
      help: Localized(
        en: "the new name of the log, when events are lost: such as ledger.example/2",
        sv: "loggens nya namn, när händelser är förlorade: till exempel liggare.example/2")),
    OptionDeclaration(
      "checkpoint", .file,
      help: Localized(
        en: "a checkpoint of the log that somebody kept",
        sv: "en kontrollpunkt för loggen som någon har sparat")),
    OptionDeclaration(
      "witness-policy", .file,
      help: Localized(
        en: "the witness policy to ask by and go on with; else the backup's",
        sv: "vittnespolicyn att fråga efter och fortsätta med; annars kopians")),
    OptionDeclaration(
      "erased-in", .file,
      help: Localized(
        en: "an identities.sqlite whose later erasures and disposals are to be done again",
        sv: "en identities.sqlite vars senare raderingar och gallringar ska göras om")),
    OptionDeclaration(
      "decided-by", .text,
      help: Localized(
        en: "who decided that the backup is to be gone on from",
        sv: "vem som har beslutat att kopian ska fortsättas från"),
      isRequired: true),
    CommonOptions.progress,
  ]

  static let restoreSharedOptions = ["key", "effective", "reason", "case", "dry-run", "log-key"]

  /// Makes a ledger of a backup in the folder that was named, and records that.
  static func restore(_ session: VerbSession, from backup: String) throws -> ExitStatus {
    let command = session.command
    let restoration = try Restoration(
      of: backup, to: command.required("folder"),
      origin: command.string("origin"), logKeyPath: session.logKeyPath,
      patience: VerbSession.patience, ambient: session.ambient)
    let policyBytes = try command.string("witness-policy").map {
      try WholeFile.read($0, bytesMax: WitnessPolicy.bytesMax)
    }
    let checkpoint = try command.string("checkpoint").map {
      try SignedCheckpoint(try WholeFile.read($0, bytesMax: SignedNote.bytesMax))
    }
    let remembered = try restoration.backup.remembered(
      policy: try policyBytes.map { try WitnessPolicy($0) }, checkpoint: checkpoint)
    tell(remembered, of: restoration.backup.log.head, session)
    if command.flag("dry-run") {
      try session.answer(
        Localized(
          en:
            "The backup holds \(restoration.backup.log.head.size) events, root \(restoration.backup.log.head.root.base64). Nothing was written.",
          sv:
            "Säkerhetskopian har \(restoration.backup.log.head.size) händelser, rot \(restoration.backup.log.head.root.base64). Inget har skrivits."
        ))
      return .done
    }
    let zone = try restoration.backup.timeZone()
    let recording = Recording(
      effective: try session.moment("effective", in: zone, dayMeans: .start),
      caseNumber: try session.caseNumber(), reason: command.string("reason"), steps: { _ in [] })
    let objections = restoration.objections(to: recording, remembered)
    guard objections.isEmpty else { throw LedgerError.refused(objections) }
    let later = try command.string("erased-in").map {
      try IdentityRegister(opening: $0, .readOnly)
    }
    let key = try session.signingKey()
    let ledger = try restoration.stage(
      erasures: try later?.erasures() ?? [], disposed: try later?.disposedTexts() ?? [],
      policy: policyBytes,
      progress: session.progress(Localized(en: "bytes in place", sv: "byte på plats")))
    ledger.currentVerb = command.verb.name
    let receipt = try restoration.record(
      remembered, decidedBy: try session.person(command.required("decided-by"), in: ledger),
      recording, signedBy: key)
    try restoration.finish()
    if let receipt {
      session.tell(receipt.warnings)
      try session.answer(VerbSession.summary(of: receipt, []))
    }
    try session.answer(
      Localized(
        en: "Restored in \(restoration.folder): \(ledger.log.head.size) events.",
        sv: "Återställd i \(restoration.folder): \(ledger.log.head.size) händelser."))
    return VerbSession.status(after: receipt?.warnings ?? [])
  }

  /// Tells what others remember.
  private static func tell(
    _ remembered: RememberedLog, of head: TreeHead, _ session: VerbSession
  ) {
    for name in remembered.agreeing {
      session.tell(
        Localized(
          en: "The witness \(name) has seen nothing longer.",
          sv: "Vittnet \(name) har inte sett något längre."))
    }
    for diagnostic in remembered.unasked {
      session.tell(diagnostic)
    }
    if let size = remembered.size {
      session.tell(
        Localized(
          en:
            "Events lost: \(size - head.size). The backup has \(head.size), and \(remembered.by ?? "") knows of \(size).",
          sv:
            "Förlorade händelser: \(size - head.size). Kopian har \(head.size), och \(remembered.by ?? "") känner till \(size)."
        ))
    } else if remembered.agreeing.isEmpty, remembered.unasked.isEmpty,
      session.command.string("checkpoint") == nil
    {
      session.tell(
        Localized(
          en:
            "Nobody was asked whether the log was longer: the backup has no witness policy, and --checkpoint was not given.",
          sv:
            "Ingen har tillfrågats om loggen var längre: kopian har ingen vittnespolicy, och --checkpoint angavs inte."
        ))
    }
  }
}
