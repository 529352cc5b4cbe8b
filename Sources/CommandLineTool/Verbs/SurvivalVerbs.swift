import AccessLedger
import AccessModel
import Chronology
import Diagnostics
import EventStore
import Glibc
import IdentityRegister
import Transparency

/// Keeping a ledger alive: its copies, and a ledger made anew from one.
enum SurvivalVerbs {
  static let backup = Verb(
    VerbDeclaration(
      "backup", kind: .tool,
      summary: Localized(
        en: "copy the ledger to a folder, and verify the copy",
        sv: "kopiera liggaren till en mapp, och kontrollera kopian"),
      discussion: Localized(
        en:
          "FOLDER is new, or holds a backup of this ledger, which then gets what is new. Others may go on writing meanwhile. The copy has the log, the names and texts, the checkpoints, the witness policy and what is in quarantine; not the log's private key unless --with-log-key is given. Before it counts, every byte of it is read back, every signature checked and every text held against the log. A backup that is cut off stays the one it was; the next one goes on from there. It holds names and texts: keep it as closed as the ledger, and away from it. Exit status 40: ledger or copy is damaged; 30: the folder holds more of the log, or another history.",
        sv:
          "MAPP är ny, eller innehåller en säkerhetskopia av den här liggaren, som då får det som är nytt. Andra kan skriva under tiden. Kopian har loggen, namnen och texterna, kontrollpunkterna, vittnespolicyn och det som ligger i karantän; inte loggens privata nyckel, om inte --with-log-key anges. Innan den räknas läses varje byte tillbaka, varje signatur kontrolleras och varje text jämförs med loggen. En kopiering som avbryts lämnar kopian som den var, och nästa fortsätter därifrån. Den innehåller namn och texter: förvara den lika stängt som liggaren, och inte tillsammans med den. Slutkod 40: liggaren eller kopian är skadad; 30: mappen har mer av loggen, eller en annan historia."
      ),
      examples: [
        "liggare backup /media/disk/ledger-backup",
        "liggare verify --ledger /media/disk/ledger-backup",
      ],
      positionals: [
        PositionalDeclaration(
          "folder", .file,
          help: Localized(
            en: "where the backup is, or will be", sv: "var kopian ligger, eller ska ligga"))
      ],
      options: [
        OptionDeclaration.flag(
          "with-log-key",
          help: Localized(
            en: "copy the log's private key as well",
            sv: "kopiera även loggens privata nyckel")),
        CommonOptions.logKey, CommonOptions.progress,
      ])
  ) { session in
    let ledger = try session.openLog()
    ledger.logKeyPath = session.logKeyPath
    let receipt = try ledger.backUp(
      to: session.command.required("folder"), withLogKey: session.command.flag("with-log-key"),
      progress: session.progress(Localized(en: "bytes in place", sv: "byte på plats")))
    try session.answer(
      Localized(
        en: "Backed up and verified: \(receipt.head.size) events, root \(receipt.head.root.base64)",
        sv:
          "Säkerhetskopierat och kontrollerat: \(receipt.head.size) händelser, rot \(receipt.head.root.base64)"
      ))
    try session.answer(
      Localized(
        en:
          "Copied \(receipt.copied.copiedByteCount) bytes of the log; \(receipt.copied.keptByteCount) were there.",
        sv:
          "Kopierade \(receipt.copied.copiedByteCount) byte av loggen; \(receipt.copied.keptByteCount) fanns redan."
      ))
    session.tell(
      receipt.hasLogKey
        ? Localized(
          en: "The backup holds the log's private key: whoever has it can sign checkpoints.",
          sv: "Kopian har loggens privata nyckel: den som har den kan signera kontrollpunkter.")
        : Localized(
          en: "The log's private key is not in the backup (--with-log-key).",
          sv: "Loggens privata nyckel finns inte i kopian (--with-log-key)."))
    return .done
  }

  static let restore = Verb(
    VerbDeclaration(
      "restore", kind: .writing,
      summary: Localized(
        en: "make a ledger from a backup, and say so in its log",
        sv: "gör en liggare av en säkerhetskopia, och ange det i dess logg"),
      discussion: Localized(
        en:
          "Copies the backup to FOLDER, which is new or empty, and verifies every byte. Whoever was erased is erased again before anything is read. Then the witnesses of its policy are asked, and --checkpoint is compared: if one of them has seen a longer log, what came after the backup is lost, and the log goes on under a new name (--origin) with a key of its own, so that nobody can take the new events for the lost ones. A restoration is recorded as ledger.restored, the first event after the backup. With --dry-run only the question is asked, and nothing is written. Exit status 30: a witness or the checkpoint has seen another history; 40: the backup is damaged.",
        sv:
          "Kopierar säkerhetskopian till MAPP, som är ny eller tom, och kontrollerar varje byte. Den som raderats raderas igen innan något läses. Sedan tillfrågas vittnena i dess policy, och --checkpoint jämförs: om något av dem har sett en längre logg är det som kom efter kopian förlorat, och loggen fortsätter under ett nytt namn (--origin) med en egen nyckel, så att ingen kan ta de nya händelserna för de förlorade. Återställningen registreras som ledger.restored, den första händelsen efter kopian. Med --dry-run ställs bara frågan, och inget skrivs. Slutkod 30: ett vittne eller kontrollpunkten har sett en annan historia; 40: kopian är skadad."
      ),
      examples: [
        "liggare restore /media/disk/ledger-backup ledger --decided-by anna.berg --case \"IT 2026/7\" --reason \"The disk broke\"",
        "liggare restore /media/disk/ledger-backup ledger --origin ledger.example/2 --decided-by anna.berg --case \"IT 2026/7\" --reason \"The disk broke\"",
      ],
      positionals: [
        PositionalDeclaration(
          "backup", .file, help: Localized(en: "the backup", sv: "säkerhetskopian")),
        PositionalDeclaration(
          "folder", .file,
          help: Localized(en: "where the ledger will be", sv: "var liggaren ska ligga")),
      ],
      options: restoreOptions, sharedOptionNames: restoreSharedOptions)
  ) { session in
    try restore(session, from: session.command.required("backup"))
  }

  static let all = [RecoveryVerb.recover, backup, restore]
}
