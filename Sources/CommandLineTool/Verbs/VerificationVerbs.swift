import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Projections
import Transparency

/// Checking the log and playing it again.
enum VerificationVerbs {
  static let verify = Verb(
    VerbDeclaration(
      "verify", kind: .reading,
      summary: Localized(
        en: "check every byte of the ledger, trusting nothing",
        sv: "kontrollera varje byte i liggaren, utan att lita på något"),
      discussion: Localized(
        en:
          "Checks the grammar of each line, positions and times, hashes, the tree against the head, each signature by a key valid at its position, the revisions of each stream, that each command was decided on the history before it, and every checkpoint and tile that was published. Then it asks the witnesses whether they have seen the same. With --rules every event is also judged by the rules in force at its moment, on what was known then and on what is known now, and the answer lists those that would not have been allowed. What is damaged is told with its place and with the grants, requests, persons and systems that it touches, as far as the other events tell. Exit status: 0 intact, 4 intact with events against the rules, 10 intact but too few witnesses have seen all of it, 20 bytes after the last commit, 30 the log contradicts a checkpoint or a witness, 40 corruption, 50 a bad signature, 60 something derived differs. Time stamps over its checkpoints are checked as well. With --evidence a bundle is checked, and no ledger is needed: 0 intact, 10 witnesses that the policy wants are missing, 30 the log contradicts itself, 40 something is changed or missing, 50 a bad signature.",
        sv:
          "Kontrollerar varje rads form, positioner och tider, hashar, trädet mot huvudet, varje signatur med en nyckel som gällde på sin position, varje ströms ordning, att varje kommando beslutades på historien före det, och varje kontrollpunkt och platta som publicerats. Sedan frågas vittnena om de har sett detsamma. Med --rules bedöms också varje händelse efter reglerna som gällde då, på det man visste då och på det man vet nu, och svaret listar dem som inte hade tillåtits. Det som är skadat anges med sin plats och med de tilldelningar, begäranden, personer och system som berörs, så långt de andra händelserna visar. Slutkod: 0 hel, 4 hel men med händelser mot reglerna, 10 hel men för få vittnen har sett allt, 20 byte efter sista bekräftelsen, 30 loggen motsäger en kontrollpunkt eller ett vittne, 40 skadad, 50 felaktig signatur, 60 något härlett avviker. Tidsstämplar för dess kontrollpunkter kontrolleras också. Med --evidence kontrolleras ett underlag, och ingen liggare behövs: 0 helt, 10 vittnen som policyn kräver saknas, 30 loggen motsäger sig själv, 40 något är ändrat eller saknas, 50 felaktig signatur."
      ),
      examples: [
        "liggare verify", "liggare verify --rules", "liggare verify --derived",
        "liggare verify --format json",
        "liggare verify --evidence G-1.tar --policy trusted-keys",
      ],
      options: [
        CommonOptions.progress,
        OptionDeclaration.flag(
          "rules",
          help: Localized(
            en:
              "list the events that the rules would not have allowed (exit status 4: there are some)",
            sv: "lista de händelser som reglerna inte hade tillåtit (slutkod 4: det finns några)")),
        OptionDeclaration.flag(
          "derived",
          help: Localized(
            en: "also compare the snapshot with the log (exit status 60: it differs)",
            sv: "jämför även ögonblicksbilden med loggen (slutkod 60: den skiljer sig)")),
        OptionDeclaration(
          "witnesses", .file,
          help: Localized(
            en:
              "ask the witnesses of this policy, and not of the one in the ledger's folder, which its keeper can change",
            sv:
              "fråga vittnena i den här policyn, och inte i den i liggarens mapp, som den som för liggaren kan ändra"
          )),
      ] + EvidenceChecking.options,
      sharedOptionNames: ["format", "out", "no-header"])
  ) { session in
    try EvidenceChecking.check(session)
    if let bundle = session.command.string("evidence") {
      return try EvidenceChecking.verify(session, bundle)
    }
    let path = try session.ledgerPath()
    let verification = try Ledger.verify(
      at: path,
      progress: session.progress(Localized(en: "events read", sv: "händelser lästa")))
    let isJudging = session.command.flag("rules") && verification.verdict == .intact
    if isJudging {
      session.tell(
        Localized(
          en:
            "The ledger is intact: \(verification.log.counts.events) events, root \(verification.log.found.root.base64).",
          sv:
            "Liggaren är hel: \(verification.log.counts.events) händelser, rot \(verification.log.found.root.base64)."
        ))
    } else {
      // The verdict stands, also when whoever reads the answer leaves before its end.
      do {
        switch session.format {
        case .json, .jsonl:
          try session.answer(JSONTable.object(VerificationCard.card(of: verification)))
        case .table, .csv, .csvSwedish, .tsv, .xlsx:
          try session.answer(table(of: verification), in: .utc)
        }
      } catch is ReaderLeft {}
    }
    for finding in damage(in: verification).prefix(20) {
      session.tell(finding)
    }
    if let note = Self.publicationNote(verification.log) { session.tell(note) }
    if verification.disposedTexts > 0 {
      session.tell(
        Localized(
          en:
            "Free texts that were disposed of on a decision, and are not missing: \(verification.disposedTexts). liggare disposal list.",
          sv:
            "Fritexter som gallrats enligt beslut, och alltså inte saknas: \(verification.disposedTexts). liggare disposal list."
        ))
    }
    guard verification.verdict == .intact else { return ExitStatus(verification.verdict) }
    let ledger = try Ledger.open(
      at: path, for: .reading, patience: VerbSession.patience, ambient: session.ambient,
      isFolding: false)
    let timestamps = try checkTimestamps(session, of: ledger)
    guard timestamps == .done else { return timestamps }
    if let status = try consultWitnesses(session, of: ledger) { return status }
    if session.command.flag("derived"), let status = try derived(session, at: path) {
      return status
    }
    return isJudging ? try judge(session) : .done
  }

  /// Tells the time stamps over the log's checkpoints, and what is wrong with one.
  private static func checkTimestamps(
    _ session: VerbSession, of ledger: Ledger
  ) throws -> ExitStatus {
    let reports = try ledger.timestamps()
    guard !reports.isEmpty else { return .done }
    let zone = try ledger.timeZone()
    for report in reports where report.fault == nil {
      session.tell(TimestampVerbs.told(report, in: zone))
    }
    return TimestampVerbs.tellFaults(of: reports, session)
  }

  /// Lists the events that the rules would not have allowed.
  private static func judge(_ session: VerbSession) throws -> ExitStatus {
    let asked = try QuestionSession(session)
    let findings = try RuleJudging.findings(asked)
    do { try asked.answer(findings.table(asked.question)) } catch is ReaderLeft {}
    return findings.findings.isEmpty ? .done : .findingsRecorded
  }

  /// Compares the snapshot with the log; the status when they differ.
  private static func derived(_ session: VerbSession, at path: String) throws -> ExitStatus? {
    switch try Ledger.verifyDerived(at: path, ambient: session.ambient) {
    case .nothingDerived:
      session.tell(
        Localized(
          en: "There is no snapshot to compare.", sv: "Det finns ingen ögonblicksbild att jämföra.")
      )
    case .agrees:
      session.tell(
        Localized(
          en: "The snapshot agrees with the log.", sv: "Ögonblicksbilden stämmer med loggen."))
    case .differs(let finding):
      session.tell(finding)
      return .derivedStateDiffers
    }
    return nil
  }

  /// What is not published yet, which is no damage.
  private static func publicationNote(_ log: LogVerification) -> Localized? {
    if log.publication.isOfBackup { return nil }
    let published = log.publication.publishedSize ?? 0
    if log.publication.missingTiles > 0 {
      return Localized(
        en:
          "Tiles that are missing: \(log.publication.missingTiles). liggare publish makes them anew.",
        sv:
          "Plattor som saknas: \(log.publication.missingTiles). liggare publish skapar dem på nytt."
      )
    }
    guard let head = log.head, published < head.size else { return nil }
    return Localized(
      en: "Published: \(published) of \(head.size) events. liggare publish goes on.",
      sv: "Publicerat: \(published) av \(head.size) händelser. liggare publish fortsätter.")
  }

  static func damage(in verification: LedgerVerification) -> [Diagnostic] {
    zip(verification.log.damage, verification.reaches).map { damage, reach in
      var told = damage.diagnostic
      if !reach.isEmpty {
        told.facts.append(
          .init(en: "touches", sv: "berör", reach.identifiers.joined(separator: ", ")))
      }
      return told
    } + verification.findings
  }

  private static func table(of verification: LedgerVerification) -> Table {
    let log = verification.log
    var table = Table(
      name: "verification", title: Localized(en: "Verification", sv: "Kontroll"),
      columns: [
        Column(key: "verdict", title: Localized(en: "verdict", sv: "utfall")),
        Column.number("events", Localized(en: "events", sv: "händelser")),
        Column.number("batches", Localized(en: "commands", sv: "kommandon")),
        Column.number("signatures", Localized(en: "good signatures", sv: "giltiga signaturer")),
        Column.number("bytes", Localized(en: "bytes", sv: "byte")),
        Column.number("damage", Localized(en: "damage", sv: "skador")),
        Column.identifier("root", Localized(en: "root", sv: "rot")),
      ])
    table.append([
      .word(code: verification.verdict.code, verification.verdict.word),
      .integer(log.counts.events), .integer(log.counts.batches),
      .integer(log.counts.signatures), .integer(log.counts.bytes),
      .integer(log.damageCount + verification.findings.count), .text(log.found.root.base64),
    ])
    return table
  }

  static let replay = Verb(
    VerbDeclaration(
      "replay", kind: .reading,
      summary: Localized(
        en: "fold the log from nothing, up to any position or moment",
        sv: "spela upp loggen från början, till valfri position eller tidpunkt"),
      discussion: Localized(
        en:
          "Reads and hashes every byte and folds every event. The digest of the state is the same each time the same events are folded; with --step every event is told as it comes. With --permissions only that is folded which access follows from, in a fraction of the time and memory; the answer is how many grants are in effect at that moment, and the SHA-256 of the lines of view active-grants. With --timing the speed is told on standard error, so that the answer itself is the same each time.",
        sv:
          "Läser och hashar varje byte och spelar upp varje händelse. Tillståndets kontrollsumma blir densamma varje gång samma händelser spelas upp; med --step berättas varje händelse i sin tur. Med --permissions spelas bara det upp som åtkomst följer av, på en bråkdel av tiden och minnet; svaret är hur många tilldelningar som gäller vid den tidpunkten, och SHA-256 för raderna i view active-grants. Med --timing visas hastigheten på standard error, så att själva svaret blir detsamma varje gång."
      ),
      examples: [
        "liggare replay", "liggare replay --to 120 --step", "liggare replay --to 2026-03-31",
        "liggare replay --permissions 2026-03-31",
      ],
      options: [
        OptionDeclaration(
          "to", .text,
          help: Localized(
            en: "the last position to fold, or the moment it was recorded by (a day means its end)",
            sv:
              "sista positionen som spelas upp, eller när den senast var registrerad (en dag betyder dess slut)"
          )),
        OptionDeclaration.flag(
          "step", help: Localized(en: "tell every event", sv: "berätta varje händelse")),
        OptionDeclaration(
          "permissions", .moment,
          help: Localized(
            en: "fold only who has access to what, and tell how many grants are in effect then",
            sv:
              "spela bara upp vem som har åtkomst till vad, och visa hur många tilldelningar som gäller då"
          )),
        OptionDeclaration.flag(
          "timing",
          help: Localized(
            en: "tell on standard error how fast it went",
            sv: "visa på standard error hur fort det gick")),
      ], sharedOptionNames: ["format", "out", "no-header", "known-at", "original"])
  ) { session in
    let ledger = try session.openLog()
    let zone = try ledger.timeZone()
    let position = session.command.string("to").flatMap(UInt64.init)
    let moments = [
      try session.lastMoment("known-at", in: zone),
      position == nil ? try session.lastMoment("to", in: zone) : nil,
    ].compactMap(\.self)
    let begun = MonotonicClock.nanoseconds()
    if let moment = try session.lastMoment("permissions", in: zone) {
      let replay = try ledger.permissions(to: position, knownAt: moments.min())
      let nanoseconds = max(1, MonotonicClock.nanoseconds() - begun)
      try session.answer(PermissionReplayTable.table(of: replay, at: moment), in: zone)
      if session.command.flag("timing") {
        session.tell(speed(replay.eventCount, replay.byteCount, nanoseconds))
      }
      return .done
    }
    let replay = try ledger.replay(to: position, knownAt: moments.min())
    let nanoseconds = max(1, MonotonicClock.nanoseconds() - begun)
    if session.command.flag("step") {
      var filter = LogFilter()
      if replay.register.position > 0 { filter.toPosition = replay.register.position - 1 }
      try QuestionVerbs.showEvents(try QuestionSession(session), filter)
      if session.format == .table { try session.answer("\n") }
    }
    try session.answer(table(of: replay), in: zone)
    if session.command.flag("timing") {
      session.tell(speed(replay.register.position, replay.byteCount, nanoseconds))
    }
    return .done
  }

  /// `57 ms: 1877 events/s, 1 MB/s`.
  private static func speed(
    _ eventCount: UInt64, _ byteCount: Int, _ nanoseconds: UInt64
  ) -> Localized {
    let seconds = Double(nanoseconds) / 1e9
    let events = Int(Double(eventCount) / seconds)
    let megabytes = Int(Double(byteCount) / seconds / 1e6)
    let milliseconds = nanoseconds / 1_000_000
    return Localized(
      en: "\(milliseconds) ms: \(events) events/s, \(megabytes) MB/s",
      sv: "\(milliseconds) ms: \(events) händelser/s, \(megabytes) MB/s")
  }

  private static func table(of replay: Replay) -> Table {
    var table = Table(
      name: "replay", title: Localized(en: "Replay", sv: "Uppspelning"),
      columns: [
        Column.number("events", Localized(en: "events", sv: "händelser")),
        Column.number("bytes", Localized(en: "bytes", sv: "byte")),
        Column.identifier("root", Localized(en: "root", sv: "rot")),
        Column.identifier(
          "state_digest", Localized(en: "state digest", sv: "tillståndets kontrollsumma")),
      ])
    table.append([
      .integer(Int(replay.register.position)), .integer(replay.byteCount),
      .text(replay.head.root.base64),
      .text("\(replay.register.digest)"),
    ])
    return table
  }

  static let all = [verify, replay]
}

extension LogVerdict {
  var code: String {
    switch self {
    case .intact: "intact"
    case .derivedDiffers: "derived_differs"
    case .tornTail: "torn_tail"
    case .badSignature: "bad_signature"
    case .contradiction: "contradiction"
    case .corruption: "corruption"
    }
  }

  var word: Localized {
    switch self {
    case .intact: Localized(en: "intact", sv: "hel")
    case .tornTail:
      Localized(en: "bytes after the last commit", sv: "byte efter sista bekräftelsen")
    case .badSignature: Localized(en: "bad signature", sv: "felaktig signatur")
    case .derivedDiffers:
      Localized(en: "something derived differs", sv: "något härlett avviker")
    case .contradiction:
      Localized(en: "contradicts what it has signed", sv: "motsäger vad den har signerat")
    case .corruption: Localized(en: "corruption", sv: "skadad")
    }
  }
}

extension ExitStatus {
  init(_ verdict: LogVerdict) {
    self =
      switch verdict {
      case .intact: .done
      case .tornTail: .tornTail
      case .badSignature: .badSignature
      case .derivedDiffers: .derivedStateDiffers
      case .contradiction: .contradictsWitness
      case .corruption: .corruption
      }
  }
}
