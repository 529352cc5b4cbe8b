import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import Projections

/// What became another in a view between two moments, of either clock.
enum DifferenceVerb {
  static let diff = Verb(
    VerbDeclaration(
      "diff", kind: .reading,
      summary: Localized(
        en: "tell what changed in a view between two moments",
        sv: "visa vad som ändrats i en vy mellan två tidpunkter"),
      discussion: Localized(
        en:
          "--from and --to choose what the two answers are about, and what is known now is asked of both. --known-from and --known-to choose what had been recorded by then, and the answers are about one moment: they tell what has been learnt or corrected in between. Rows that came are new, those that went are gone, and what is told otherwise stands before and after.",
        sv:
          "--from och --to väljer vad de två svaren gäller, och båda bygger på det som är känt nu. --known-from och --known-to väljer vad som var registrerat då, och svaren gäller samma tidpunkt: de visar vad som tillkommit eller rättats däremellan. Rader som kommit till är nya, de som försvunnit är borta, och det som lyder annorlunda står före och efter."
      ),
      examples: [
        "liggare diff who --system S-1 --from 2026-01-01 --to 2026-03-31",
        "liggare diff active-grants --from 2026-03-31 --format csv",
        "liggare diff who --as-of 2026-03-03 --known-from 2026-03-05",
      ],
      positionals: [
        PositionalDeclaration(
          "name",
          .choice(
            ViewCatalogue.registerViews.map { .init($0.description.name, $0.description.title) }),
          help: Localized(en: "which view", sv: "vilken vy"))
      ],
      options: ViewVerbs.Options.filters.dropLast() + [
        ViewVerbs.Options.anyState,
        OptionDeclaration(
          "from", .moment,
          help: Localized(
            en: "the earlier moment (a day means its end)",
            sv: "den tidigare tidpunkten (en dag betyder dess slut)")),
        OptionDeclaration(
          "to", .moment,
          help: Localized(
            en: "the later moment (a day means its end); else now",
            sv: "den senare tidpunkten (en dag betyder dess slut); annars nu")),
        OptionDeclaration(
          "known-from", .moment,
          help: Localized(
            en: "what had been recorded by this moment (a day means its end)",
            sv: "det som var registrerat vid denna tidpunkt (en dag betyder dess slut)")),
        OptionDeclaration(
          "known-to", .moment,
          help: Localized(
            en: "what had been recorded by this later moment; else all of it",
            sv: "det som var registrerat vid denna senare tidpunkt; annars allt")),
      ])
  ) { session in
    guard let view = ViewCatalogue.registerView(named: session.command.required("name")) else {
      return .usage
    }
    try ViewVerbs.refuseUnheeded(view.description.name, session)
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    let (old, new) = try questions(session, asked)
    try asked.note(view.description.name)
    try asked.answer(TableDifference.table(view, from: old, to: new))
    return .done
  }

  /// The two questions that the options make.
  private static func questions(
    _ session: VerbSession, _ asked: QuestionSession
  ) throws -> (ViewQuestion, ViewQuestion) {
    func moment(_ name: String) throws -> Instant? { try session.lastMoment(name, in: asked.zone) }
    let (from, to) = (try moment("from"), try moment("to"))
    let (knownFrom, knownTo) = (try moment("known-from"), try moment("known-to"))
    guard from != nil || knownFrom != nil else {
      throw UsageError(
        UsageError.missingRequired,
        [.init(en: "option", sv: "flagga", "--from or --known-from")])
    }
    try refuseTogether(["from", "to"], ["known-from", "known-to", "as-of"], session)
    try refuseTogether(["known-from", "known-to"], ["known-at"], session)
    var (old, new) = (asked.question, asked.question)
    if let from {
      old.asOf = from
      new.asOf = to ?? new.asOf
      try refuse(old.asOf, after: new.asOf, "to", session)
    }
    if let knownFrom {
      old = old.asked(of: try asked.ledger.register(knownAt: knownFrom), knownAt: knownFrom)
      if let knownTo {
        try refuse(knownFrom, after: knownTo, "known-to", session)
        new = new.asked(of: try asked.ledger.register(knownAt: knownTo), knownAt: knownTo)
      }
    }
    return (old, new)
  }

  private static func refuse(
    _ early: Instant, after late: Instant, _ option: String, _ session: VerbSession
  ) throws {
    guard early > late else { return }
    throw session.malformed(
      option, session.command.string(option) ?? late.description,
      Localized(en: "a moment after the first", sv: "en tidpunkt efter den första"))
  }

  /// Refuses options of which one says about both answers what the other says about each.
  private static func refuseTogether(
    _ some: [String], _ others: [String], _ session: VerbSession
  ) throws {
    guard let one = some.first(where: { session.command.string($0) != nil }),
      let other = others.first(where: { session.command.string($0) != nil })
    else { return }
    throw UsageError(
      UsageError.conflictingOptions,
      [
        .init(en: "option", sv: "flagga", "--\(one)"),
        .init(en: "does not go with", sv: "går inte ihop med", "--\(other)"),
      ])
  }
}
