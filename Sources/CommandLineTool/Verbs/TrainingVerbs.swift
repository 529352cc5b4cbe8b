import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Courses that people complete.
enum TrainingVerbs {
  static let train = Verb(
    VerbDeclaration(
      "person", "train", kind: .writing,
      summary: Localized(
        en: "record that a person has completed a course",
        sv: "registrera att en person har genomfört en utbildning"),
      examples: [
        "liggare person train bo.ek SEC-1 --completed 2026-03-02 --valid-until 2028-03-01"
      ],
      positionals: [
        OrganisationVerbs.Options.person,
        PositionalDeclaration(
          "course", .text,
          help: Localized(
            en: "the course's code, as entitlements ask for it",
            sv: "utbildningens kod, som behörigheter kräver den")),
      ],
      options: [
        OptionDeclaration(
          "completed", .day,
          help: Localized(en: "the day it was completed", sv: "dagen den genomfördes"),
          isRequired: true),
        OptionDeclaration(
          "valid-until", .day,
          help: Localized(
            en: "the last day it counts; for good when left out",
            sv: "sista dagen den gäller; tills vidare om det utelämnas")),
        OptionDeclaration(
          "evidence", .file,
          help: Localized(
            en: "a file that shows it; its digest is recorded",
            sv: "en fil som styrker det; dess kontrollsumma registreras")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let person = try session.person(session.command.required("person"), in: ledger)
    guard let course = try session.identifier("course", CourseCode.self),
      let completed = session.command.day("completed")
    else { return .usage }
    let evidence = try session.evidence()
    let validUntil = session.command.day("valid-until").map { zone.end(of: $0) }
    return try session.record(in: ledger, zone: zone, named: { ["\(person)"] }) { _ in
      [
        .init(
          .person(
            .train(
              RecordTraining(
                person: person, course: course, completed: zone.instant(of: completed),
                validUntil: validUntil, evidence: evidence))))
      ]
    }
  }

  static let list = Verb(
    VerbDeclaration(
      "training", "list", kind: .reading,
      summary: Localized(
        en: "list the courses that people have completed",
        sv: "lista de utbildningar som personer har genomfört"),
      examples: ["liggare training list --course SEC-1 --lapsing-within 30"],
      options: [
        ViewVerbs.Options.person, ViewVerbs.Options.unit,
        OptionDeclaration(
          "course", .text, help: Localized(en: "this course alone", sv: "endast denna utbildning")),
        OptionDeclaration(
          "lapsing-within", .number(0...36_600),
          help: Localized(
            en: "what lapses, or has lapsed, within so many days and is not renewed",
            sv:
              "det som upphör att gälla, eller har upphört, inom så många dagar och inte är förnyat"
          )),
      ] + TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    let course = try session.identifier("course", CourseCode.self)
    let last = session.command.integer("lapsing-within").map {
      asked.question.asOf.advanced(byMilliseconds: Int64($0) * 86_400_000)
    }
    try asked.answer(Trainings.table(asked.question, course: course, lapsingBefore: last))
    return .done
  }

  static let all = [train, list]
}
