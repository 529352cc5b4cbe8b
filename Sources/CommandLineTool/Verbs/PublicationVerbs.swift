import AccessLedger
import AuditViews
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
      examples: ["liggare publish", "liggare publish --dry-run"],
      options: [
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
      try session.answer(Self.line(of: head))
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
    try session.answer(Self.line(of: receipt.checkpoint.head))
    try session.answer(Self.line(of: receipt))
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

  static let all = [publish]
}
