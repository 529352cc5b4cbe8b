import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Transparency
import Witnessing

/// Having one's own ledger witnessed.
enum WitnessedLedgerVerbs {
  static let use = Verb(
    VerbDeclaration(
      "witness", "use", kind: .tool,
      summary: Localized(
        en: "say which witnesses the ledger asks", sv: "bestäm vilka vittnen liggaren frågar"),
      discussion: Localized(
        en:
          """
          FILE is a witness policy of C2SP tlog-policy, with where each witness is asked:

            witness audit KEY ssh://audit.example/srv/witness
            witness stick KEY file:/media/stick/witness
            witness city  KEY https://witness.example/
            group both all audit city
            quorum both

          The ledger then shows its newest checkpoint to each before anything is recorded, and after. One that is not reached is told, and nothing is held up. One that has seen another history, or a longer one, stops all recording with exit status 30.
          """,
        sv:
          """
          FIL är en vittnespolicy enligt C2SP tlog-policy, med var varje vittne tillfrågas:

            witness revision NYCKEL ssh://audit.example/srv/witness
            witness minne    NYCKEL file:/media/stick/witness
            witness stad     NYCKEL https://witness.example/
            group both all revision stad
            quorum both

          Liggaren visar sedan sin senaste kontrollpunkt för vart och ett innan något registreras, och efter. Ett som inte nås berättas, och inget hindras. Ett som har sett en annan historia, eller en längre, stoppar all registrering med slutkod 30.
          """),
      examples: ["liggare witness use witnesses.txt"],
      positionals: [
        PositionalDeclaration(
          "file", .file, help: Localized(en: "the witness policy", sv: "vittnespolicyn"))
      ], sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let bytes = try WholeFile.read(
      session.command.required("file"), bytesMax: WitnessPolicy.bytesMax)
    let ledger = try session.openLedger(.writing)
    try ledger.use(witnessPolicy: bytes)
    let report = try ledger.consultWitnesses()
    try session.answer(table(of: report), in: .utc)
    return .done
  }

  static let ask = Verb(
    VerbDeclaration(
      "witness", "ask", kind: .tool,
      summary: Localized(
        en: "show the newest checkpoint to the witnesses now",
        sv: "visa den senaste kontrollpunkten för vittnena nu"),
      discussion: Localized(
        en:
          "Each command that records does so by itself. Exit status 10: not enough witnesses have seen the newest checkpoint; 30: one has seen another history.",
        sv:
          "Varje kommando som registrerar gör det av sig självt. Slutkod 10: inte tillräckligt många vittnen har sett den senaste kontrollpunkten; 30: ett har sett en annan historia."
      ),
      examples: ["liggare witness ask"],
      sharedOptionNames: ["ledger", "format", "no-header", "lang"])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let report = try ledger.consultWitnesses()
    for case .unreached(let diagnostic) in report.entries.map(\.outcome) {
      session.tell(diagnostic)
    }
    try session.answer(table(of: report), in: .utc)
    let isSettled = report.settled?.checkpoint.head == ledger.log.head
    return report.entries.isEmpty || isSettled ? .done : .witnessStale
  }

  static let request = Verb(
    VerbDeclaration(
      "witness", "request", kind: .tool,
      summary: Localized(
        en: "write a request to carry to a witness",
        sv: "skriv en förfrågan att bära till ett vittne"),
      discussion: Localized(
        en:
          "For a witness that is not reached by any network: put what is printed on a stick, have it answered there with liggare witness answer, and take the answer back with liggare witness accept.",
        sv:
          "För ett vittne som inte nås över något nät: lägg det som skrivs på ett minne, låt det besvaras där med liggare witness answer, och ta tillbaka svaret med liggare witness accept."
      ),
      examples: ["liggare witness request --from 300 > /media/stick/request"],
      options: [
        OptionDeclaration(
          "from", .number(from: 0),
          help: Localized(
            en:
              "the size that the witness knows, which its last answer or liggare witness list says; 0 when left out",
            sv:
              "storleken som vittnet känner, som dess senaste svar eller liggare witness list säger; 0 om det utelämnas"
          ))
      ], sharedOptionNames: ["ledger"])
  ) { session in
    let ledger = try session.openLog()
    let request = try ledger.witnessRequest(from: UInt64(session.command.integer("from") ?? 0))
    try session.answer(request.bytes)
    return .done
  }

  static let accept = Verb(
    VerbDeclaration(
      "witness", "accept", kind: .tool,
      summary: Localized(
        en: "take in the answer of a witness", sv: "ta emot ett vittnes svar"),
      examples: ["liggare witness accept /media/stick/answer"],
      positionals: [
        PositionalDeclaration(
          "file", .file, help: Localized(en: "the answer", sv: "svaret"))
      ], sharedOptionNames: ["ledger", "format", "no-header", "lang"])
  ) { session in
    let bytes = try WholeFile.read(
      session.command.required("file"), bytesMax: WitnessAnswer.bytesMax)
    let ledger = try session.openLedger(.writing)
    try session.answer(table(of: try ledger.accept(witnessAnswer: bytes)), in: .utc)
    return .done
  }

  static let all = [use, ask, request, accept]

  static func table(of report: WitnessReport) -> Table {
    var table = Table(
      name: "witnesses", title: Localized(en: "Witnesses", sv: "Vittnen"),
      columns: [
        Column(key: "witness", title: Localized(en: "witness", sv: "vittne"), isIdentifier: true),
        Column(key: "answer", title: Localized(en: "answer", sv: "svar")),
        Column.number("size", Localized(en: "events seen", sv: "händelser sedda")),
        Column(key: "seen", title: Localized(en: "last seen", sv: "senast sedd")),
      ])
    for entry in report.entries {
      let size: Cell = entry.lastSize.map { .integer(Int($0)) } ?? .empty
      let seen: Cell = entry.lastSeen.map { .instant($0) } ?? .empty
      table.append([.text(entry.witness.name), word(for: entry.outcome), size, seen])
    }
    return table
  }

  private static func word(for outcome: WitnessReport.Outcome) -> Cell {
    switch outcome {
    case .cosigned:
      .word(code: "cosigned", Localized(en: "has seen it", sv: "har sett den"))
    case .unreached:
      .word(code: "unreached", Localized(en: "not reached", sv: "nås inte"))
    case .contradicts:
      .word(code: "contradicts", Localized(en: "contradicts", sv: "motsäger"))
    case .notAsked:
      .word(code: "not-asked", Localized(en: "asked by hand", sv: "frågas för hand"))
    }
  }
}

extension VerbSession {
  /// Shows the newest checkpoint to the witnesses, and tells of those that are not reached.
  ///
  /// - Parameters:
  ///   - guess: the size that they are believed to know.
  ///   - milliseconds: how long a witness on another machine may take.
  ///   - isTelling: whether to tell of them.
  /// - Throws: when one has seen another history.
  func consultWitnesses(
    of ledger: Ledger, guess: UInt64? = nil, milliseconds: Int = 10_000, isTelling: Bool = true
  ) throws(LedgerError) {
    let report = try ledger.consultWitnesses(guess: guess, milliseconds: milliseconds) { report in
      isTelling
        && report.entries.contains { if case .unreached = $0.outcome { true } else { false } }
    }
    guard isTelling else { return }
    for entry in report.entries {
      guard case .unreached(let diagnostic) = entry.outcome else { continue }
      var told = diagnostic
      if let seen = entry.lastSeen {
        let age = max(0, ambient.now().milliseconds - seen.milliseconds) / 3_600_000
        told.facts.append(
          .init(
            en: "last seen by it", sv: "senast sett av det",
            localized: Localized(
              en: "\(entry.lastSize ?? 0) events, \(age) hours ago",
              sv: "\(entry.lastSize ?? 0) händelser, för \(age) timmar sedan")))
      }
      tell(told)
    }
  }
}
