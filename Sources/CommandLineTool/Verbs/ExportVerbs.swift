import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Exports
import Projections
import Transparency

/// What other programs read.
enum ExportVerbs {
  static let out = OptionDeclaration(
    "out", .file,
    help: Localized(
      en: "the file to write or replace, for you alone to read; else standard output",
      sv: "filen att skriva eller ersätta, läsbar bara för dig; annars standard output"))

  static let moments = CommonOptions.reading.filter { ["as-of", "known-at"].contains($0.name) }

  static let formats = Verb(
    VerbDeclaration(
      "export", "formats", kind: .tool,
      summary: Localized(
        en: "list every form in which the ledger gives out what it holds",
        sv: "lista alla former som liggaren lämnar ut sitt innehåll i"),
      examples: ["liggare export formats"],
      sharedOptionNames: ["lang"])
  ) { session in
    var table = Table(
      name: "formats", title: Localized(en: "Exports", sv: "Exporter"),
      columns: [
        Column.identifier("name", Localized(en: "Name", sv: "Namn")),
        Column(key: "standard", title: Localized(en: "Standard", sv: "Standard")),
        Column(key: "purpose", title: Localized(en: "For", sv: "För")),
        Column.identifier("command", Localized(en: "Command", sv: "Kommando")),
      ])
    for format in ExportCatalogue.formats {
      table.append([
        .text(format.name), .text(format.standard), .localized(format.purpose),
        .text(format.command),
      ])
    }
    try session.answer(table, in: .utc)
    return .done
  }

  static let oscal = Verb(
    VerbDeclaration(
      "export", "oscal", kind: .tool,
      summary: Localized(
        en: "give what holds of controls as assessment results of OSCAL",
        sv: "ge det som gäller om kontroller som OSCAL assessment results"),
      discussion: Localized(
        en:
          "One JSON document by OSCAL 1.2.2: for each statement of NIST SP 800-53 that the register can answer, whether it is satisfied at --as-of, which views were examined, and a risk for each row that stands against it. The same ledger and moment give the same bytes, and a risk keeps its UUID from one export to the next. It tells identifiers, and names of systems; no names of persons but those that the views show.",
        sv:
          "Ett JSON-dokument enligt OSCAL 1.2.2: för varje del av NIST SP 800-53 som registret kan svara på, om den är uppfylld vid --as-of, vilka vyer som granskades, och en risk för varje rad som talar emot. Samma liggare och tidpunkt ger samma byte, och en risk behåller sitt UUID från en export till nästa. Det innehåller beteckningar, och namn på system; inga namn på personer utom dem som vyerna visar."
      ),
      examples: [
        "liggare export oscal --out results.json",
        "liggare export oscal --as-of 2026-06-30 --plan plan.json",
      ],
      options: [
        OptionDeclaration(
          "plan", .text,
          help: Localized(
            en: "where the assessment plan is, as a URI reference",
            sv: "var granskningsplanen finns, som en URI-referens")),
        out,
      ] + moments, sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let asked = try QuestionSession(session)
    let head = try asked.head()
    let document = OSCALExport(
      asked.question, origin: asked.origin, root: head.root.base64
    ).document(plan: session.command.string("plan"))
    try give(JSONText.page(document), asked, OSCALExport.views)
    return .done
  }

  static let scim = Verb(
    VerbDeclaration(
      "export", "scim", kind: .tool,
      summary: Localized(
        en: "give persons, or entitlements with who has them, as SCIM",
        sv: "ge personer, eller behörigheter med dem som har dem, som SCIM"),
      discussion: Localized(
        en:
          "A ListResponse of SCIM 2.0 (RFC 7643): users with what they have in effect at --as-of, or groups, one for each entitlement, with their members. Protected identities have their identifier for a user name, and no name.",
        sv:
          "Ett ListResponse enligt SCIM 2.0 (RFC 7643): användare med det de har vid --as-of, eller grupper, en för varje behörighet, med sina medlemmar. Skyddade identiteter har sin beteckning som användarnamn, och inget namn."
      ),
      examples: ["liggare export scim users", "liggare export scim groups --as-of 2026-03-31"],
      positionals: [
        PositionalDeclaration(
          "resources",
          .choice([
            .init("users", Localized(en: "persons", sv: "personer")),
            .init("groups", Localized(en: "entitlements", sv: "behörigheter")),
          ]),
          help: Localized(en: "users or groups", sv: "users eller groups"))
      ],
      options: [out] + moments, sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let asked = try QuestionSession(session)
    let kind = SCIMExport.Resources(rawValue: session.command.required("resources")) ?? .users
    let document = SCIMExport(asked.question).list(kind)
    try give(JSONText.page(document), asked, SCIMExport.views(of: kind))
    return .done
  }

  /// Hands out a document, after its questions were noted.
  static func give(_ bytes: [UInt8], _ asked: QuestionSession, _ questions: [String]) throws {
    try asked.check()
    for question in questions { try asked.note(question) }
    let sink = ExportSink(asked)
    try sink.add(bytes)
    try sink.finish()
  }

  static let all =
    [formats, EventExportVerbs.ocsf, EventExportVerbs.syslog, oscal, scim, FullExportVerb.full]
}

extension QuestionSession {
  /// The name of the log, as it is called at the moment of knowledge.
  var origin: String { question.register.origin?.text ?? ledger.log.origin }
}
