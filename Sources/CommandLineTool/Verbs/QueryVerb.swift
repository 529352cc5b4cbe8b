import AccessLedger
import AuditViews
import Diagnostics
import Events
import Projections
import ReadModel

/// Questions of one's own, in SQL.
enum QueryVerb {
  static let sql = Verb(
    VerbDeclaration(
      "sql", kind: .reading,
      summary: Localized(
        en: "ask the views a question of your own, in SQL",
        sv: "ställ en egen fråga till vyerna, i SQL"),
      discussion: Localized(
        en:
          "Each view of the catalogue is a table with the view's name, - written _, and its columns as programs get them; log is the table of the events. They say what holds at --as-of by what was known at --known-at. A moment is text in UTC such as 2026-03-31T22:00:00.000Z, yes is 1 and no is 0, a list is a JSON array. The SQL is SQLite's, in memory and made for the one question: nothing can be changed, and only the tables that are read are filled. --tables lists them with their columns.",
        sv:
          "Varje vy i katalogen är en tabell med vyns namn, - skrivet _, och dess kolumner så som program får dem; log är tabellen med händelserna. De säger vad som gäller vid --as-of enligt det som var känt vid --known-at. En tidpunkt är text i UTC som 2026-03-31T22:00:00.000Z, ja är 1 och nej är 0, en lista är en JSON-lista. Det är SQLites SQL, i minnet och gjord för den enda frågan: inget kan ändras, och bara de tabeller som läses fylls. --tables listar dem med deras kolumner."
      ),
      examples: [
        "liggare sql --tables",
        "liggare sql \"select system, count(*) as holders from active_grants group by system\"",
        "liggare sql \"select * from requests where state = 'denied'\" --format csv",
      ],
      positionals: [
        PositionalDeclaration(
          "query", .text,
          help: Localized(en: "the question", sv: "frågan"), isOptional: true)
      ],
      options: [
        OptionDeclaration.flag(
          "tables",
          help: Localized(
            en: "list the tables and their columns", sv: "lista tabellerna och deras kolumner"))
      ])
  ) { session in
    let asked = try QuestionSession(session)
    let model = model(asked)
    guard let query = session.command.string("query") else {
      guard session.command.flag("tables") else {
        throw UsageError(
          UsageError.missingRequired,
          [.init(en: "missing", sv: "saknas", "QUERY or --tables")])
      }
      try asked.answer(tables(of: model))
      return .done
    }
    if session.command.flag("tables") {
      throw UsageError(
        UsageError.conflictingOptions,
        [
          .init(en: "option", sv: "flagga", "--tables"),
          .init(en: "does not go with", sv: "går inte ihop med", "QUERY"),
        ])
    }
    try answer(query, model, asked)
    return .done
  }

  /// Every view that the register alone answers, those of the events, and the log.
  private static func model(_ asked: QuestionSession) -> ReadModel {
    func table(
      _ view: ViewDescription, _ forEachRow: @escaping (([Cell]) throws -> Void) throws -> Void
    ) -> SQLTable {
      SQLTable(
        view: view.name, meaning: view.question, columns: view.columns, forEachRow: forEachRow)
    }
    let views = ViewCatalogue.registerViews.map { view in
      table(view.description) { body in
        // What is masked is masked before anybody can ask of it: a condition would tell it too.
        guard asked.isMasked else { return try view.forEachRow(asked.question, body) }
        for row in asked.masked(view.answer(asked.question)).rows { try body(row) }
      }
    }
    let log = table(EventLog.description) { body in
      var log = EventLog(asked.question)
      try QuestionVerbs.forEachEvent(asked, LogFilter()) { recorded in
        if asked.isMasked {
          log.add(recorded)
        } else if let row = log.row(for: recorded) {
          try body(row)
        }
      }
      if asked.isMasked { for row in asked.masked(log.table).rows { try body(row) } }
    }
    let events = ViewCatalogue.eventViews.map { view in
      table(view.description) { body in
        try QuestionVerbs.forEachEvent(asked, LogFilter()) { recorded in
          if let row = view.row(for: recorded, asked.question) { try body(row) }
        }
      }
    }
    return ReadModel(views + events + [log])
  }

  private static func answer(_ query: String, _ model: ReadModel, _ asked: QuestionSession) throws {
    var stream: RowStream?
    var table: Table?
    do {
      try model.answer(
        query, note: { for view in $0 { try asked.note(view) } },
        begin: { columns in
          stream = asked.stream(of: columns)
          if stream == nil {
            table = Table(
              name: "answer", title: Localized(en: "Answer", sv: "Svar"), columns: columns)
          }
        },
        { row in
          guard table == nil else {
            table?.append(row)
            return
          }
          stream?.append(row)
          try asked.write(&stream, from: RowStream.pendingMax)
        })
    } catch let refusal as Diagnostic {
      throw VerbFailure(.usage, refusal)
    }
    if let table {
      try asked.answer(masked: table)
    } else {
      try asked.finish(&stream)
    }
  }

  private static func tables(of model: ReadModel) -> Table {
    var listed = Table(
      name: "tables", title: Localized(en: "Tables", sv: "Tabeller"),
      columns: [
        Column.identifier("table", Localized(en: "Table", sv: "Tabell")),
        Column.identifier("column", Localized(en: "Column", sv: "Kolumn")),
        Column(key: "meaning", title: Localized(en: "What it is", sv: "Vad den är")),
      ])
    for table in model.tables {
      listed.append([.text(table.name), .empty, .localized(table.meaning)])
      for column in table.columns {
        listed.append([.text(table.name), .text(column.key), .localized(column.title)])
      }
    }
    return listed
  }
}
