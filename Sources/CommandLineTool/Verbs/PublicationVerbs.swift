import AccessLedger
import AccessModel
import AuditViews
import Deciders
import Diagnostics
import EventStore
import Transparency

/// What the log lets the world know: checkpoints and tiles.
enum PublicationVerbs {
  static let publish = Verb(
    VerbDeclaration(
      "publish", kind: .tool,
      summary: Localized(
        en: "issue a checkpoint and bring what is published up to date",
        sv: "utfärda en kontrollpunkt och för det publicerade fram till nu"),
      discussion: Localized(
        en:
          "Signs the size and the root of the log with the log's own key, and compares every published tile with the log. This happens after each command by itself; publish makes up for what was cut off, and puts all of it on the medium. What is published are hashes: no event can be read from them. Exit status 30: the log contradicts what it has published.",
        sv:
          "Signerar loggens storlek och rot med loggens egen nyckel och jämför varje publicerad platta med loggen. Det sker efter varje kommando av sig självt; publish tar igen det som avbrutits och ser till att allt ligger på mediet. Det som publiceras är hashar: ingen händelse går att läsa ur dem. Slutkod 30: loggen motsäger det den har publicerat."
      ),
      examples: [
        "liggare publish", "liggare publish --to /srv/www/log", "liggare publish --dry-run",
      ],
      options: [
        OptionDeclaration(
          "to", .file,
          help: Localized(
            en: "a folder for a web server to bring up to date as well, readable by everybody",
            sv: "en mapp för en webbserver att också föra fram, läsbar för alla")),
        CommonOptions.logKey,
        OptionDeclaration.flag(
          "dry-run",
          help: Localized(
            en: "show what would be published, and write nothing",
            sv: "visa vad som skulle publiceras, och skriv inget")),
      ])
  ) { session in
    if session.command.flag("dry-run") {
      let (head, published) = try session.openLog().publishable()
      try session.answer(line(of: head))
      try session.answer(
        published.map {
          Localized(
            en: "Published so far: \($0.head.size) events.",
            sv: "Publicerat hittills: \($0.head.size) händelser.")
        } ?? Localized(en: "Nothing is published so far.", sv: "Inget är publicerat hittills."))
      return .done
    }
    let ledger = try session.openLedger(.writing)
    let receipt = try ledger.publish()
    try session.answer(line(of: receipt.checkpoint.head))
    try session.answer(line(of: receipt))
    if let folder = session.command.string("to") {
      let copied = try ledger.copyPublished(to: folder)
      try session.answer(
        Localized(
          en:
            "\(folder): tiles written: \(copied.tilesWritten), mended: \(copied.tilesMended)",
          sv: "\(folder): plattor skrivna: \(copied.tilesWritten), lagade: \(copied.tilesMended)"))
    }
    return .done
  }

  /// `7 events, root 3q2+7w…`
  private static func line(of head: TreeHead) -> Localized {
    Localized(
      en: "\(head.size) events, root \(head.root.base64)",
      sv: "\(head.size) händelser, rot \(head.root.base64)")
  }

  private static func line(of receipt: PublishingReceipt) -> Localized {
    let checkpoint =
      receipt.isNew
      ? Localized(en: "checkpoint issued", sv: "kontrollpunkt utfärdad")
      : Localized(en: "checkpoint there already", sv: "kontrollpunkten fanns redan")
    return Localized(
      en:
        "\(checkpoint.english); tiles written: \(receipt.tilesWritten), mended: \(receipt.tilesMended)",
      sv:
        "\(checkpoint.swedish); plattor skrivna: \(receipt.tilesWritten), lagade: \(receipt.tilesMended)"
    )
  }

  static let prove = Verb(
    VerbDeclaration(
      "prove", kind: .tool,
      summary: Localized(
        en: "show that the log holds an event, in a file that needs nothing else",
        sv: "visa att loggen innehåller en händelse, i en fil som klarar sig själv"),
      discussion: Localized(
        en:
          "Writes a proof file (C2SP tlog-proof): the place, the hashes from the line up to the root, and the newest published checkpoint with its signatures. Whoever has the line and the log's public key (liggare key log) can check it without the ledger.",
        sv:
          "Skriver en bevisfil (C2SP tlog-proof): platsen, hasharna från raden upp till roten, och den senast publicerade kontrollpunkten med signaturer. Den som har raden och loggens publika nyckel (liggare key log) kan kontrollera den utan liggaren."
      ),
      examples: ["liggare prove 17", "liggare prove 17 --out decision.tlog-proof"],
      positionals: [
        PositionalDeclaration(
          "event", .text,
          help: Localized(
            en: "its position in the log, or its identifier of 32 hexadecimal digits",
            sv: "dess position i loggen, eller dess beteckning med 32 hexadecimala siffror"))
      ],
      options: [
        OptionDeclaration(
          "out", .file,
          help: Localized(
            en: "a new file for the proof; else it is printed",
            sv: "en ny fil för beviset; annars skrivs det ut"))
      ])
  ) { session in
    let ledger = try session.openLog()
    let proof = try ledger.proof(
      at: try position(session.command.required("event"), ledger, session))
    guard let path = session.command.string("out") else {
      try session.answer(proof.bytes)
      return .done
    }
    try NewFile.write(proof.bytes, to: path, mode: 0o644)
    try session.answer(
      Localized(
        en: "Position \(proof.inclusion.index) of \(proof.checkpoint.head.size): \(path)",
        sv: "Position \(proof.inclusion.index) av \(proof.checkpoint.head.size): \(path)"))
    return .done
  }

  /// The position that was typed, or that of the event whose identifier was.
  private static func position(
    _ text: String, _ ledger: Ledger, _ session: VerbSession
  ) throws -> UInt64 {
    let position: UInt64?
    if let id = UniqueID(text) {
      position = try ledger.position(of: id)
    } else if let number = UInt64(text), "\(number)" == text {
      position = number < ledger.log.head.size ? number : nil
    } else {
      throw session.malformed(
        "event", text,
        Localized(
          en: "a position, or an identifier of 32 hexadecimal digits",
          sv: "en position, eller en beteckning med 32 hexadecimala siffror"))
    }
    guard let position else {
      throw VerbFailure(
        .notFound,
        ReferenceCodes.unknown.diagnostic(
          .init(en: "event", sv: "händelse", text),
          .init(en: "events", sv: "händelser", "\(ledger.log.head.size)")))
    }
    return position
  }

  static let all = [publish, prove]
}
