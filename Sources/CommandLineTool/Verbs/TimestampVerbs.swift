import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Transparency

/// Time from somebody who has no part in the ledger (RFC 3161).
enum TimestampVerbs {
  static let request = Verb(
    VerbDeclaration(
      "timestamp", "request", kind: .tool,
      summary: Localized(
        en: "write a request for a time stamp over the newest checkpoint",
        sv: "skriv en begäran om tidsstämpel för den senaste kontrollpunkten"),
      discussion: Localized(
        en:
          "Carry it to an authority as it takes requests, for example curl -H 'Content-Type: application/timestamp-query' --data-binary @FILE ADDRESS, and its answer back with liggare timestamp add. What is stamped is the SHA-256 of the checkpoint's three lines, without signatures; the authority learns nothing else. liggare itself uses no network.",
        sv:
          "Lämna den till en utfärdare så som denne tar emot den, till exempel curl -H 'Content-Type: application/timestamp-query' --data-binary @FIL ADRESS, och ta tillbaka svaret med liggare timestamp add. Det som stämplas är SHA-256 av kontrollpunktens tre rader, utan signaturer; utfärdaren får inte veta något annat. liggare använder själv inget nät."
      ),
      examples: ["liggare timestamp request --out request.tsq"],
      options: [
        OptionDeclaration(
          "out", .file,
          help: Localized(
            en: "where to write it; standard output when left out",
            sv: "var den ska skrivas; till standard output om det utelämnas"))
      ], sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let (request, head) = try session.openLog().timestampRequest()
    guard let path = session.command.string("out") else {
      try session.answer(request)
      return .done
    }
    try NewFile.write(request, to: path, mode: 0o600)
    try session.answer(
      Localized(en: "\(head.size) events", sv: "\(head.size) händelser"))
    return .done
  }

  static let add = Verb(
    VerbDeclaration(
      "timestamp", "add", kind: .tool,
      summary: Localized(
        en: "check an authority's answer and keep it",
        sv: "kontrollera en utfärdares svar och spara det"),
      discussion: Localized(
        en:
          "Keeps the answer and the certificates beside the log, so that the stamp can be checked when they have expired. What counts is the moment of the stamp. The request is found by what was stamped; it need not be kept.",
        sv:
          "Sparar svaret och certifikaten bredvid loggen, så att stämpeln kan kontrolleras när de har gått ut. Det som räknas är stämpelns tidpunkt. Begäran hittas genom det som stämplades och behöver inte sparas."
      ),
      examples: ["liggare timestamp add response.tsr --ca authority.pem"],
      positionals: [
        PositionalDeclaration(
          "file", .file,
          help: Localized(en: "the authority's answer, DER", sv: "utfärdarens svar, DER"))
      ],
      options: [
        OptionDeclaration(
          "ca", .file,
          help: Localized(
            en: "the root certificate of the authority and those between, PEM",
            sv: "utfärdarens rotcertifikat och de däremellan, PEM"), isRequired: true)
      ], sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let limit = Timestamp.bytesMax
    let response = try WholeFile.read(session.command.required("file"), bytesMax: limit)
    let authorities = try WholeFile.read(session.command.required("ca"), bytesMax: limit)
    let ledger = try session.openLedger(.writing)
    let report = try ledger.addTimestamp(response, authorities: authorities)
    try session.answer(told(report, in: try ledger.timeZone()))
    return .done
  }

  static let list = Verb(
    VerbDeclaration(
      "timestamp", "list", kind: .tool,
      summary: Localized(
        en: "show the time stamps, each checked anew",
        sv: "visa tidsstämplarna, var och en kontrollerad på nytt"),
      discussion: Localized(
        en:
          "Exit status: 50 when a stamp is not good, 30 when the log is not the one that was stamped.",
        sv:
          "Slutkod: 50 när en stämpel inte är giltig, 30 när loggen inte är den som stämplades."),
      examples: ["liggare timestamp list"],
      sharedOptionNames: ["ledger", "format", "no-header", "lang"])
  ) { session in
    let ledger = try session.openLog()
    let reports = try ledger.timestamps()
    var table = Table(
      name: "timestamps", title: Localized(en: "Time stamps", sv: "Tidsstämplar"),
      columns: [
        Column.number("events", Localized(en: "events", sv: "händelser")),
        Column(key: "made", title: Localized(en: "made", sv: "gjord")),
        Column(key: "verdict", title: Localized(en: "verdict", sv: "utfall")),
      ])
    for report in reports {
      table.append([
        .integer(Int(clamping: report.size)), report.made.map { .instant($0) } ?? .text("–"),
        report.fault == nil
          ? .word(code: "good", Localized(en: "good", sv: "giltig"))
          : .word(code: "bad", Localized(en: "not good", sv: "ogiltig")),
      ])
    }
    try session.answer(table, in: try ledger.timeZone())
    return tellFaults(of: reports, session)
  }

  /// Tells what is wrong with time stamps, and how the program should end for it.
  static func tellFaults(of reports: [TimestampReport], _ session: VerbSession) -> ExitStatus {
    for case let fault? in reports.map(\.fault) { session.tell(fault) }
    if reports.contains(where: \.isContradiction) { return .contradictsWitness }
    return reports.contains { $0.fault != nil } ? .badSignature : .done
  }

  /// `The first 42 events were there on 2026-03-02 09:00:00.`
  static func told(_ report: TimestampReport, in zone: TimeZoneRules) -> Localized {
    let made = report.made?.text(in: zone, precision: .second) ?? "–"
    return Localized(
      en: "Time stamp: the first \(report.size) events were there on \(made).",
      sv: "Tidsstämpel: de första \(report.size) händelserna fanns \(made).")
  }

  static let all = [request, add, list]
}
