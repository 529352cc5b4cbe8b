import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import Projections

/// What happened to one thing.
enum TimelineVerb {
  static let timeline = Verb(
    VerbDeclaration(
      "timeline", kind: .reading,
      summary: Localized(
        en: "tell what happened to one thing, in the order in which it was true",
        sv: "visa vad som hänt med något, i den ordning det gällde"),
      discussion: Localized(
        en:
          "Everything that the log has about a person, a system, a grant, a request or an incident, by when it was true; what was learnt later says when. Of a grant the states that follow stand between, also those that nobody recorded: that its time ran out, or that its holder left. liggare log has the same events in the order of record.",
        sv:
          "Allt som loggen har om en person, ett system, en tilldelning, en begäran eller en incident, efter när det gällde; det som blev känt senare anger när. För en tilldelning står de lägen som följer däremellan, även de som ingen registrerat: att tiden gick ut, eller att innehavaren slutade. liggare log har samma händelser i den ordning de registrerades."
      ),
      examples: [
        "liggare timeline bo.ek", "liggare timeline G-1 --known-at 2026-03-31",
        "liggare timeline S-1 --as-of 2026-03-31",
      ],
      positionals: [
        PositionalDeclaration(
          "thing", .text,
          help: Localized(
            en: "a person, or an identifier such as S-1, G-1, R-1 or I-1",
            sv: "en person, eller en beteckning som S-1, G-1, R-1 eller I-1"))
      ])
  ) { session in
    let asked = try QuestionSession(session)
    var timeline = Timeline(asked.question, try filter(session, asked))
    try QuestionVerbs.forEachEvent(asked, LogFilter()) { timeline.add($0) }
    try asked.answer(timeline.table)
    return .done
  }

  /// What is asked about: whatever has the identifier, else the person of that name.
  private static func filter(_ session: VerbSession, _ asked: QuestionSession) throws -> LogFilter {
    let text = session.command.required("thing")
    let register = asked.question.register
    var filter = LogFilter()
    if let id = SystemID(text), register.systems.contains(id) {
      filter.systems = [id]
    } else if let id = GrantID(text), register.grants.contains(id) {
      filter.grants = [id]
    } else if let id = RequestID(text), register.requests.contains(id) {
      filter.requests = [id]
    } else if let id = IncidentID(text), register.incidents.contains(id) {
      filter.incidents = [id]
    } else {
      filter.persons = [try session.person(text, in: asked.ledger)]
    }
    return filter
  }
}
