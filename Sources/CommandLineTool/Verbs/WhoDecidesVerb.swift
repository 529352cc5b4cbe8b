import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import Projections

/// Who may decide who gets an entitlement.
enum WhoDecidesVerb {
  static let whoDecides = Verb(
    VerbDeclaration(
      "role", "who-decides", kind: .reading,
      summary: Localized(
        en: "tell who may decide on an entitlement, and why others may not",
        sv: "visa vem som får besluta om en behörighet, och varför andra inte får"),
      discussion: Localized(
        en:
          "First those who may, in the order in which they come; a deputy with whom they act for. Then those who come nearest, with what stands against them.",
        sv:
          "Först de som får, i den ordning de kommer; en ersättare med den som ersätts. Sedan de som är närmast, med det som står i vägen."
      ),
      examples: [
        "liggare role who-decides S-1/read",
        "liggare role who-decides S-1/read --for bo.ek --as-of 2026-03-31",
      ],
      positionals: [RequestVerbs.Options.entitlement],
      options: [
        OptionDeclaration(
          "for", .person,
          help: Localized(
            en: "whom the access would be for", sv: "vem behörigheten skulle gälla"))
      ])
  ) { session in
    let asked = try QuestionSession(session)
    let register = asked.question.register
    let id = try QuestionVerbs.entitlement(
      session.command.required("entitlement"), session, register)
    guard let row = register.systems[id.system]?.entitlement(id.name) else { return .notFound }
    let person = try session.optionalPerson("for", in: asked.ledger)
    try asked.answer(WhoDecides.table(row, for: person, asked.question))
    return .done
  }
}
