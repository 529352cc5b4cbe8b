import AccessLedger
import Chronology
import Diagnostics
import EventStore
import Exports
import IdentityRegister
import Policies
import Transparency

/// Everything that the ledger holds, for whoever leaves with it.
enum FullExportVerb {
  static let full = Verb(
    VerbDeclaration(
      "export", "full", kind: .tool,
      summary: Localized(
        en: "give everything that the ledger holds, in plain documented files",
        sv: "ge allt som liggaren innehåller, i vanliga dokumenterade filer"),
      discussion: Localized(
        en:
          "FOLDER is new. It gets the log's own bytes, so that every signature and proof holds as before; names, texts and accounts as lines of JSON; what lies beside the log; and what the events, codes and views mean. manifest.json tells the head, the checkpoint and each file; SHA256SUMS is checked by sha256sum -c. Who was erased and what was disposed of is not in it. With --without-identities there are no names and texts, and no ledger can be made of it. It is as secret as the ledger. liggare import full makes a ledger of it. The private key of the log is never in it.",
        sv:
          "MAPP är ny. Den får loggens egna byte, så att varje signatur och bevis håller som förut; namn, texter och konton som rader med JSON; det som ligger bredvid loggen; och vad händelserna, koderna och vyerna betyder. manifest.json anger huvudet, kontrollpunkten och varje fil; SHA256SUMS kontrolleras med sha256sum -c. Den som raderats och det som gallrats finns inte i den. Med --without-identities finns inga namn och texter, och ingen liggare kan göras av den. Den är lika hemlig som liggaren. liggare import full gör en liggare av den. Loggens privata nyckel finns aldrig i den."
      ),
      examples: [
        "liggare export full ../everything",
        "liggare export full ../without-names --without-identities",
      ],
      positionals: [
        PositionalDeclaration(
          "folder", .file, help: Localized(en: "where it will be", sv: "var den ska ligga"))
      ],
      options: [
        OptionDeclaration.flag(
          "without-identities",
          help: Localized(en: "leave names and texts out", sv: "utelämna namn och texter")),
        CommonOptions.progress,
      ], sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let ledger = try session.openLedger(.reading)
    let hasIdentities = !session.command.flag("without-identities")
    var export = try FullExport(
      of: ledger, to: session.command.required("folder"), withIdentities: hasIdentities)
    // It answers every question at once.
    for question in LoggedReading.questions { try session.noteReading(of: question, in: ledger) }
    let origin = ledger.log.origin
    let receipt = try export.write(
      documents: ExportDocuments.all(codes: ExplainVerbs.catalogue),
      readme: Array(FullExportReadme.text(hasIdentities: hasIdentities).utf8),
      manifest: { head, checkpoint, files in
        JSONText.page(
          .members([
            "format": .string(FullExport.mark), "origin": .string(origin),
            "size": .integer(Int64(head.size)), "root": .string(head.root.base64),
            "checkpoint": checkpoint.map { .string($0) },
            "identities": .flag(hasIdentities),
            "files": .list(
              files.map { file in
                .members([
                  "path": .string(file.path), "bytes": .integer(Int64(file.byteCount)),
                  "lines": .integer(Int64(file.lineCount)),
                  "sha256": .string(file.digest.hexadecimal),
                ])
              }),
          ]))
      }, progress: session.progress(Localized(en: "bytes in place", sv: "byte på plats")))
    try session.answer(
      Localized(
        en:
          "Given out: \(receipt.head.size) events, root \(receipt.head.root.base64); \(receipt.fileCount) files, \(receipt.byteCount) bytes.",
        sv:
          "Utlämnat: \(receipt.head.size) händelser, rot \(receipt.head.root.base64); \(receipt.fileCount) filer, \(receipt.byteCount) byte."
      ))
    try session.answer(
      Localized(
        en: "SHA-256 of SHA256SUMS: \(receipt.digest.hexadecimal)",
        sv: "SHA-256 för SHA256SUMS: \(receipt.digest.hexadecimal)"))
    return .done
  }

  static let importFull = Verb(
    VerbDeclaration(
      "import", "full", kind: .writing,
      summary: Localized(
        en: "make a ledger of a full export, and say so in its log",
        sv: "gör en liggare av en fullständig export, och ange det i dess logg"),
      discussion: Localized(
        en:
          "EXPORT is what liggare export full made; every file of it is held against its digest first, and one that was changed is named. The log in FOLDER has the same bytes, so that every question has the same answer at every moment, and every proof holds; names and texts are made of their lines. Then it is as with liggare restore: witnesses are asked, and the first event after the export, ledger.restored, tells who decided it. With --origin the log goes on under a new name with a key of its own, which is right when the old ledger goes on elsewhere.",
        sv:
          "EXPORT är det som liggare export full skapade; varje fil jämförs först med sin kontrollsumma, och en som ändrats anges. Loggen i MAPP har samma byte, så att varje fråga har samma svar vid varje tidpunkt och varje bevis håller; namn och texter görs av sina rader. Sedan är det som med liggare restore: vittnen tillfrågas, och den första händelsen efter exporten, ledger.restored, anger vem som beslutade. Med --origin fortsätter loggen under ett nytt namn med en egen nyckel, vilket är rätt när den gamla liggaren fortsätter på annat håll."
      ),
      examples: [
        "liggare import full ../everything new-ledger --origin ledger.example/2 --decided-by anna.berg --case \"IT 2026/8\" --reason \"We change supplier\""
      ],
      positionals: [
        PositionalDeclaration(
          "export", .file, help: Localized(en: "the export", sv: "exporten")),
        PositionalDeclaration(
          "folder", .file,
          help: Localized(en: "where the ledger will be", sv: "var liggaren ska ligga")),
      ],
      options: SurvivalVerbs.restoreOptions,
      sharedOptionNames: SurvivalVerbs.restoreSharedOptions)
  ) { session in
    var folder = session.command.required("folder")
    while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let export = try ReturnedExport(at: session.command.required("export"))
    let unpacked = folder + ".importing"
    try export.unpack(to: unpacked)
    let status: ExitStatus
    do {
      status = try SurvivalVerbs.restore(session, from: unpacked)
    } catch {
      try ReturnedExport.discard(unpacked)
      throw error
    }
    try ReturnedExport.discard(unpacked)
    if !session.command.flag("dry-run") { try export.placeBeside(folder) }
    return status
  }
}
