import AccessLedger
import AccessModel
import Chronology
import Diagnostics

/// Making a ledger.
enum LedgerVerbs {
  static let initialise = Verb(
    VerbDeclaration(
      "init", kind: .tool,
      summary: Localized(en: "make a new ledger", sv: "skapa en ny liggare"),
      discussion: Localized(
        en:
          "Makes the folder and records its first events: the organisation, the custodian with their key, and the custodian's role. The log gets a key of its own, in the file log-key, that signs its checkpoints. Everything else follows by commands signed with that key. The folder must be empty or not exist, and lie on a local disk.",
        sv:
          "Skapar mappen och registrerar de första händelserna: organisationen, loggförvaltaren med sin nyckel, och loggförvaltarens roll. Loggen får en egen nyckel, i filen log-key, som signerar dess kontrollpunkter. Allt annat följer genom kommandon signerade med den nyckeln. Mappen ska vara tom eller inte finnas, och ligga på en lokal disk."
      ),
      examples: [
        "liggare key create ~/liggare-key",
        "liggare init ledger --origin ledger.example --name \"Åsens kommun\" --custodian \"Anna Berg\" --user anna.berg --key ~/liggare-key",
      ],
      positionals: [
        PositionalDeclaration(
          "folder", .file, help: Localized(en: "where it will be", sv: "var den ska ligga"))
      ],
      options: [
        OptionDeclaration(
          "origin", .text,
          help: Localized(
            en: "the name signatures are made under, such as ledger.example",
            sv: "namnet som signaturer görs under, till exempel ledger.example"),
          isRequired: true),
        OptionDeclaration(
          "name", .text, help: Localized(en: "the organisation's name", sv: "organisationens namn"),
          isRequired: true),
        OptionDeclaration(
          "kind", CommonOptions.choices(UnitKind.self),
          help: Localized(
            en: "what sort of unit the organisation is; board when left out",
            sv: "vilket slags enhet organisationen är; board om det utelämnas")),
        OptionDeclaration(
          "custodian", .text,
          help: Localized(en: "the ledger custodian's name", sv: "loggförvaltarens namn"),
          isRequired: true),
        OptionDeclaration(
          "user", .text,
          help: Localized(
            en: "the custodian's user name, such as anna.berg",
            sv: "loggförvaltarens användarnamn, till exempel anna.berg")),
        OptionDeclaration(
          "time-zone", .text,
          help: Localized(
            en: "in which days begin and end; Europe/Stockholm when left out",
            sv: "där dagar börjar och slutar; Europe/Stockholm om den utelämnas")),
        OptionDeclaration(
          "key", .file,
          help: Localized(
            en: "the custodian's OpenSSH private key; else $LIGGARE_KEY",
            sv: "loggförvaltarens privata OpenSSH-nyckel; annars $LIGGARE_KEY")),
        CommonOptions.logKey,
      ])
  ) { session in
    let command = session.command
    let founding = Founding(
      origin: command.required("origin"),
      timeZone: command.string("time-zone") ?? "Europe/Stockholm",
      organisation: command.required("name"),
      kind: try session.coded("kind", UnitKind.self) ?? .board,
      custodianName: command.required("custodian"),
      custodianUserName: command.string("user"))
    let receipt = try Ledger.found(
      founding, at: command.required("folder"), signedBy: try session.signingKey(),
      logKeyPath: session.logKeyPath, ambient: session.ambient)
    try session.answer(
      VerbSession.summary(
        of: receipt,
        ["\(UnitID(number: 1))", "\(PersonID(number: 1))", "\(AssignmentID(number: 1))"]))
    session.tell(identifiers)
    session.tell(receipt.warnings)
    return VerbSession.status(after: receipt.warnings)
  }

  /// What the first identifiers stand for.
  private static let identifiers = Localized(
    en:
      "\(UnitID(number: 1)) is the organisation, \(PersonID(number: 1)) the custodian, \(AssignmentID(number: 1)) the custodian's role.",
    sv:
      "\(UnitID(number: 1)) är organisationen, \(PersonID(number: 1)) loggförvaltaren, \(AssignmentID(number: 1)) loggförvaltarens roll."
  )

  static let all = [initialise]
}
