import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import Notices
import Projections

/// What is to be done, for programs that keep calendars.
enum CalendarVerb {
  static let calendar = Verb(
    VerbDeclaration(
      "calendar", kind: .tool,
      summary: Localized(
        en: "give what is to be done as a calendar file",
        sv: "ge det som ska göras som en kalenderfil"),
      discussion: Localized(
        en:
          "An iCalendar file (RFC 5545) with a whole day for everything that liggare view duties lists: the last day on which it is in time. A program that reads it again knows each entry by its UID and moves it when its day has moved. The same ledger gives the same bytes. It holds names and says who has access to what: keep it as the ledger is kept. Identities that are protected have no name in it.",
        sv:
          "En iCalendar-fil (RFC 5545) med en heldag för allt som liggare view duties listar: den sista dagen i tid. Ett program som läser den igen känner igen varje post på dess UID och flyttar den när dagen har ändrats. Samma liggare ger samma byte. Den innehåller namn och visar vem som har åtkomst till vad: förvara den som liggaren. Skyddade identiteter har inget namn i den."
      ),
      examples: [
        "liggare calendar --to duties.ics",
        "liggare calendar --person siv.dahl --days 60 --lang sv",
      ],
      options: [
        OptionDeclaration(
          "person", .person,
          help: Localized(
            en: "what this person must do, or what is about their access",
            sv: "det som denna person ska göra, eller som rör personens åtkomst")),
        ViewVerbs.Options.system, ViewVerbs.Options.unit,
        OptionDeclaration(
          "days", .number(1...3_650),
          help: Localized(
            en: "how many days ahead; 400 when left out", sv: "hur många dagar framåt; annars 400")),
        OptionDeclaration(
          "to", .file,
          help: Localized(
            en: "the file to write or replace, for you alone to read; else standard output",
            sv: "filen att skriva eller ersätta, läsbar bara för dig; annars standard output")),
      ] + CommonOptions.reading.filter { ["as-of", "known-at"].contains($0.name) },
      sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    let days = session.command.integer("days").map(Int64.init)
    let horizon = asked.question.asOf.advanced(
      byMilliseconds: days.map { $0 * 86_400_000 } ?? JobRun.horizonMilliseconds)
    let bytes = DutyCalendarAnswer(asked.question, asked.ledger, until: horizon)
      .file(session.language).bytes
    try asked.check()
    try asked.note(Duties.description.name)
    if let path = session.command.string("to") {
      try ReplacedFile.write(bytes, to: path, mode: 0o600)
    } else {
      try session.answer(bytes)
    }
    return .done
  }
}
