import AccessLedger
import AccessModel
import Diagnostics
import EventStore
import ReviewPackets

/// Reviewers who have no command line: what they are sent, and what comes back from them.
enum ReviewPacketVerbs {
  static let packet = Verb(
    VerbDeclaration(
      "review", "packet", kind: .tool,
      summary: Localized(
        en: "make a page and a workbook for each reviewer, to be answered without the program",
        sv: "skapa en sida och en arbetsbok för varje granskare, att besvara utan programmet"),
      discussion: Localized(
        en:
          "For each reviewer who has anything open: REVIEW-PERSON.html, one page that works without server and network, and REVIEW-PERSON.xlsx, a workbook with the same items; and SHA256SUMS with their digests. Both say what the register shows now, with the digest of each item, and stay valid when more is recorded. The page makes a decision file; that, or the workbook, is taken back with liggare review collect. The files can be read by nobody but you, and hold personal data: hand them over accordingly. --lang is the language of the documents.",
        sv:
          "För varje granskare som har något öppet: GRANSKNING-PERSON.html, en sida som fungerar utan server och nätverk, och GRANSKNING-PERSON.xlsx, en arbetsbok med samma poster; samt SHA256SUMS med deras kontrollsummor. Båda visar vad registret visar nu, med kontrollsumman för varje post, och gäller även när mer registreras. Sidan skapar en beslutsfil; den, eller arbetsboken, tas emot med liggare review collect. Filerna kan inte läsas av någon annan än du och innehåller personuppgifter: lämna över dem därefter. --lang är dokumentens språk."
      ),
      examples: [
        "liggare review packet V-1 --to V-1-packets",
        "liggare review packet V-1 --to for-siv --reviewer siv.dahl --lang sv",
      ],
      positionals: [ReviewVerbs.Options.review],
      options: [
        OptionDeclaration(
          "to", .file,
          help: Localized(
            en: "the folder to write; new or empty", sv: "mappen att skriva; ny eller tom"),
          isRequired: true),
        OptionDeclaration(
          "reviewer", .person,
          help: Localized(
            en: "only for this one; everybody when left out",
            sv: "bara för denna; alla om det utelämnas")),
        OptionDeclaration.flag(
          "force",
          help: Localized(
            en: "replace files of the same names; others in the folder stay",
            sv: "ersätt filer med samma namn; andra i mappen ligger kvar")),
      ], sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let ledger = try session.openLedger(.reading)
    guard let review = try session.identifier("review", ReviewID.self) else { return .usage }
    let reviewer = try session.optionalPerson("reviewer", in: ledger)
    let packets = try ledger.reviewPackets(of: review, for: reviewer)
    guard !packets.isEmpty else {
      try session.answer(
        Localized(
          en: "Nothing is open in \(review)\(reviewer.map { " for \($0)" } ?? "").",
          sv: "Inget är öppet i \(review)\(reviewer.map { " för \($0)" } ?? "")."))
      return .done
    }
    let folder = PacketFolder(packets, in: session.language)
    try folder.write(
      to: session.command.required("to"), isReplacing: session.command.flag("force"))
    for packet in packets {
      try session.answer(
        Localized(
          en: "\(packet.fileName): \(packet.reviewerName), items: \(packet.items.count)",
          sv: "\(packet.fileName): \(packet.reviewerName), poster: \(packet.items.count)"))
    }
    return .done
  }

  static let collect = Verb(
    VerbDeclaration(
      "review", "collect", kind: .writing,
      summary: Localized(
        en: "record the answers that came back from reviewers' packets",
        sv: "registrera svaren som kommit tillbaka från granskarnas utskick"),
      discussion: Localized(
        en:
          "Takes decision files and workbooks, however many of one reviewer. Every row is held against what was sent: the ledger, the campaign, the item and the digest of what the reviewer saw. All rows are recorded, signed once, or none, and what stands against each is told; with --partly the right ones are. What has been recorded from a file already is not recorded again. --said-by is whoever answered, who must have been asked or be their deputy; --verified says how you made sure that the file is from them; both stand in each event, with the digest of the file. Where that is not you, --case is needed. The reasons are the reviewer's own, from the file.",
        sv:
          "Tar emot beslutsfiler och arbetsböcker, hur många som helst från en granskare. Varje rad jämförs med det som skickades: liggaren, granskningen, posten och kontrollsumman av det granskaren såg. Alla rader registreras, signerade en gång, eller ingen, och vad som talar emot var och en anges; med --partly registreras de riktiga. Det som redan registrerats från en fil registreras inte igen. --said-by är den som svarat, som ska ha tillfrågats eller vara ersättare; --verified anger hur du försäkrat dig om att filen är från denne; båda står i varje händelse, med filens kontrollsumma. När det inte är du krävs --case. Motiveringarna är granskarens egna, från filen."
      ),
      examples: [
        "liggare review collect V-1-P-3.json --said-by siv.dahl --verified call-back --case \"SN 2026/40\"",
        "liggare review collect V-1-P-3.xlsx --said-by siv.dahl --verified in-person --case \"SN 2026/40\" --partly",
      ],
      positionals: [
        PositionalDeclaration(
          "file", .file,
          help: Localized(
            en: "decision files (.json) and workbooks (.xlsx)",
            sv: "beslutsfiler (.json) och arbetsböcker (.xlsx)"), isVariadic: true)
      ],
      options: [
        OptionDeclaration(
          "said-by", .person, help: Localized(en: "who answered", sv: "vem som svarat"),
          isRequired: true),
        OptionDeclaration(
          "verified", CommonOptions.choices(StatementCheck.self),
          help: Localized(
            en: "how it was made sure that the file is from them",
            sv: "hur det säkerställts att filen är från denne"), isRequired: true),
        OptionDeclaration.flag(
          "partly",
          help: Localized(
            en: "record the rows that are right, and tell of the others",
            sv: "registrera de rader som är rätt, och ange de andra")),
      ])
  ) { session in
    guard session.command.string("reason") == nil else {
      throw VerbFailure(.usage, ownReasons.diagnostic())
    }
    let ledger = try session.openLedger(.writing)
    let reviewer = try session.person(session.command.required("said-by"), in: ledger)
    guard let verified = try session.coded("verified", StatementCheck.self) else { return .usage }
    var collecting = try ReviewCollecting(session, ledger, reviewer: reviewer, verified: verified)
    for path in session.command.strings("file") { try collecting.read(path) }
    return try collecting.record(isPartial: session.command.flag("partly"))
  }

  static let ownReasons = DiagnosticCode(
    "PKT-30",
    Localized(
      en: "The reasons of a reviewer come from the reviewer's file.",
      sv: "En granskares motiveringar kommer från granskarens fil."),
    remedy: Localized(
      en: "Leave out --reason; where one is missing, ask the reviewer for it.",
      sv: "Utelämna --reason; fråga granskaren där en motivering saknas."))

  static let partly = DiagnosticCode(
    "PKT-31",
    Localized(
      en: "Some rows were not recorded; the others were.",
      sv: "Några rader registrerades inte; de andra registrerades."),
    remedy: Localized(
      en: "Ask the reviewer for those rows again, in a new file or in this one.",
      sv: "Be granskaren om de raderna igen, i en ny fil eller i denna."))

  static let catalogue = [ownReasons, partly]

  static let all = [packet, collect]
}
