import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Glibc
import Transparency
import Witnessing

/// Being a witness for others' ledgers.
enum WitnessVerbs {
  private static let folder = PositionalDeclaration(
    "folder", .file, help: Localized(en: "the witness's folder", sv: "vittnets mapp"))

  static let initialise = Verb(
    VerbDeclaration(
      "witness", "init", kind: .tool,
      summary: Localized(
        en: "make a witness, which remembers how far ledgers have come",
        sv: "skapa ett vittne, som minns hur långt liggare har kommit"),
      discussion: Localized(
        en:
          "A ledger that is set back to an older copy agrees with itself in all its hashes and signatures; only a memory outside can tell. A witness is that memory: for each ledger it keeps the last size and root, and cosigns only what grows out of them. Put it where whoever keeps the ledger cannot reach it: on another host, with another administrator, or on a stick in the auditor's drawer. Prints its public key.",
        sv:
          "En liggare som ställts tillbaka till en äldre kopia stämmer med sig själv i alla hashar och signaturer; bara ett minne utanför kan avslöja det. Ett vittne är det minnet: för varje liggare håller det senaste storlek och rot, och medsignerar bara det som växer ur dem. Lägg det där den som för liggaren inte kommer åt det: på en annan dator, hos en annan administratör eller på ett minne i revisorns låda. Skriver ut dess publika nyckel."
      ),
      examples: ["liggare witness init /srv/witness --name witness.example/audit"],
      positionals: [folder],
      options: [
        OptionDeclaration(
          "name", .text,
          help: Localized(
            en: "the name it cosigns under", sv: "namnet det medsignerar under"),
          isRequired: true)
      ])
  ) { session in
    guard let seed = Ed25519Seed(session.ambient.randomBytes(32)) else { return .internalError }
    let witness = try Witness.create(
      at: session.command.required("folder"), named: session.command.required("name"), seed: seed)
    try session.answer("\(witness.verifierKey.text)\n")
    session.tell(
      Localized(
        en: """
          Give this key to who keeps a ledger, for its witness policy, and get the ledger's key from them:
            liggare witness trust \(ShellWord.quoted(witness.path)) KEY
          """,
        sv: """
          Ge nyckeln till den som för en liggare, för dess vittnespolicy, och hämta liggarens nyckel därifrån:
            liggare witness trust \(ShellWord.quoted(witness.path)) NYCKEL
          """))
    return .done
  }

  static let trust = Verb(
    VerbDeclaration(
      "witness", "trust", kind: .tool,
      summary: Localized(
        en: "begin to witness a ledger", sv: "börja bevittna en liggare"),
      discussion: Localized(
        en:
          "The key is the ledger's own, as its custodian gives it. Compare it by a way you trust: what a witness is worth begins there.",
        sv:
          "Nyckeln är liggarens egen, så som dess förvaltare ger den. Jämför den på ett sätt du litar på: där börjar det ett vittne är värt."
      ),
      examples: ["liggare witness trust /srv/witness ledger.example+1234abcd+AQID…"],
      positionals: [
        folder,
        PositionalDeclaration(
          "log-key", .text,
          help: Localized(en: "the ledger's public key", sv: "liggarens publika nyckel")),
      ],
      options: [
        OptionDeclaration.flag(
          "add-key",
          help: Localized(
            en: "the key is one more of a ledger that is known: its key is being replaced",
            sv: "nyckeln är ytterligare en för en känd liggare: dess nyckel håller på att bytas"))
      ])
  ) { session in
    let witness = try open(session)
    let key = try NoteVerifierKey(session.command.required("log-key").utf8)
    try witness.trust(key, addsKey: session.command.flag("add-key"))
    session.tell(
      Localized(
        en: "\(witness.name) witnesses \(key.name).", sv: "\(witness.name) bevittnar \(key.name)."))
    return .done
  }

  static let list = Verb(
    VerbDeclaration(
      "witness", "list", kind: .tool,
      summary: Localized(
        en: "list the ledgers a witness knows, and how far they had come",
        sv: "lista de liggare ett vittne känner, och hur långt de hade kommit"),
      examples: ["liggare witness list /srv/witness"],
      positionals: [folder], sharedOptionNames: ["format", "no-header", "lang"])
  ) { session in
    let witness = try open(session)
    var table = Table(
      name: "witnessed_logs",
      title: Localized(
        en: "Ledgers witnessed by \(witness.name)", sv: "Liggare som \(witness.name) bevittnar"),
      columns: [
        Column(key: "origin", title: Localized(en: "ledger", sv: "liggare"), isIdentifier: true),
        Column.number("size", Localized(en: "events", sv: "händelser")),
        Column.identifier("root", Localized(en: "root", sv: "rot")),
        Column(key: "cosigned", title: Localized(en: "last cosigned", sv: "senast medsignerad")),
        Column.identifier("key", Localized(en: "key", sv: "nyckel")),
      ])
    for log in try witness.logs() {
      let size: Cell = log.last.map { .integer(Int($0.head.size)) } ?? .empty
      let root: Cell = log.last.map { .text($0.head.root.base64) } ?? .empty
      let cosigned: Cell = log.cosigned.map { .instant($0) } ?? .empty
      for key in log.keys {
        table.append([.text(log.origin), size, root, cosigned, .text(key.text)])
      }
    }
    session.tell(
      Localized(
        en: "Key of the witness: \(witness.verifierKey.text)",
        sv: "Vittnets nyckel: \(witness.verifierKey.text)"))
    try session.answer(table, in: .utc)
    return .done
  }

  static let answer = Verb(
    VerbDeclaration(
      "witness", "answer", kind: .tool,
      summary: Localized(
        en: "answer one request that comes on standard input",
        sv: "besvara en förfrågan som kommer på standard input"),
      discussion: Localized(
        en:
          "Reads one request of C2SP tlog-witness (add-checkpoint), keeps the new head safely, and writes the cosignature. A request that begins as HTTP is answered as HTTP, so that a socket of systemd with Accept=yes, or inetd, makes an endpoint of it; any other is lines up to the end of the input, and is answered by a line with the status and then the body, so that it works over ssh and from a stick. Exit status 1: not cosigned.",
        sv:
          "Läser en förfrågan enligt C2SP tlog-witness (add-checkpoint), lagrar det nya huvudet säkert och skriver medsignaturen. En förfrågan som börjar som HTTP besvaras som HTTP, så att en socket i systemd med Accept=yes, eller inetd, gör en tjänst av det; varje annan är rader till slutet av indata, och besvaras med en rad med status och sedan innehållet, så att det fungerar över ssh och från ett minne. Slutkod 1: inte medsignerad."
      ),
      examples: [
        "ssh audit.example liggare witness answer /srv/witness < request",
        "liggare witness answer /srv/witness < request > answer",
      ],
      positionals: [folder])
  ) { session in
    let witness = try open(session)
    var input = WitnessInput()
    while case .open = input.state { input.take(session.console.read(65_536)) }
    let answer: WitnessAnswer
    switch input.state {
    case .complete(let request): answer = try witness.answer(request, at: session.ambient.now())
    case .refused(let status): answer = WitnessAnswer(status: status, body: [])
    case .open: return .internalError
    }
    try session.answer(input.form == .http ? answer.http : answer.lines)
    return answer.status == 200 ? .done : .refused
  }

  static let all = [initialise, trust, list, answer]

  private static func open(_ session: VerbSession) throws -> Witness {
    try Witness.open(
      at: session.command.required("folder"),
      patience: VerbSession.patience)
  }
}
