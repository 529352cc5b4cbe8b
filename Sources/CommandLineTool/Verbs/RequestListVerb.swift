import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Many requests from one list.
enum RequestListVerb {
  static let bulk = Verb(
    VerbDeclaration(
      "request", "bulk", kind: .writing,
      summary: Localized(
        en: "ask for the access of many from one list",
        sv: "begär behörighet för många från en lista"),
      discussion: Localized(
        en:
          "The list is a CSV file with a heading: person and entitlement, and as needed \(RequestList.columns.dropFirst(2).joined(separator: ", ")). What a row leaves out is taken from the options. All of it is recorded or nothing: the rows that cannot be are listed with what stands against each. Every request is then endorsed and decided on its own.",
        sv:
          "Listan är en CSV-fil med rubrik: person och entitlement, och vid behov \(RequestList.columns.dropFirst(2).joined(separator: ", ")). Det en rad utelämnar tas från flaggorna. Allt registreras eller inget: de rader som inte kan registreras listas med vad som talar emot. Varje begäran tillstyrks och beslutas sedan för sig."
      ),
      examples: [
        "liggare request bulk summer.csv --need \"Substitutes for the summer's leave\" --until 2026-08-31"
      ],
      positionals: [
        PositionalDeclaration(
          "file", .file, help: Localized(en: "the list, CSV", sv: "listan, CSV"))
      ],
      options: (RequestVerbs.Options.need + [RequestVerbs.Options.requestedBy]).map { option in
        var option = option
        option.isRequired = false
        return option
      })
  ) { session in
    let list = try RequestList(reading: session.command.required("file"))
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let requester =
      try session.optionalPerson("requested-by", in: ledger) ?? session.actor(in: ledger)
    var refused: [(row: Int, diagnostic: Diagnostic)] = []
    var wishes: [(row: Int, wish: SubmitRequest)] = []
    for row in list.rows {
      do {
        wishes.append(
          (row.line, try RowReading(row, session, zone).wish(requester, ledger)))
      } catch {
        refused += VerbFailure(error).diagnostics.map { (row.line, $0) }
      }
    }
    guard refused.isEmpty, !wishes.isEmpty else { return try refuse(refused, list, session) }
    var requests: [RequestID] = []
    do {
      return try session.record(
        in: ledger, zone: zone,
        named: { requests.count < 3 ? requests.map { "\($0)" } : Self.span(requests) }
      ) { ledger in
        requests = []
        var number = ledger.register.requests.nextNumber
        return wishes.map { row, wish in
          var wish = wish
          while ledger.register.requests.contains(RequestID(number: number)) { number += 1 }
          wish.request = RequestID(number: number)
          requests.append(wish.request)
          number += 1
          return .init(.request(.submit(wish)), row: row)
        }
      }
    } catch let error as LedgerError {
      guard case .refused(let violations) = error else { throw error }
      let rows = violations.compactMap { violation -> (row: Int, diagnostic: Diagnostic)? in
        guard let first = violation.facts.first, first.name.english == "row",
          let row = Int(first.value.english)
        else { return nil }
        var diagnostic = violation
        diagnostic.facts.removeFirst()
        return (row, diagnostic)
      }
      guard rows.count == violations.count, !rows.isEmpty else { throw error }
      return try refuse(rows, list, session)
    }
  }

  private static func span(_ requests: [RequestID]) -> [String] {
    guard let first = requests.first, let last = requests.last else { return [] }
    return ["\(first) … \(last) (\(requests.count))"]
  }

  /// Tells what stands against each row; nothing has been recorded.
  private static func refuse(
    _ refused: [(row: Int, diagnostic: Diagnostic)], _ list: RequestList, _ session: VerbSession
  ) throws -> ExitStatus {
    let byLine = Dictionary(list.rows.map { ($0.line, $0) }) { first, _ in first }
    if !refused.isEmpty {
      try session.answer(
        .refusedRows(
          [
            .number("line", Localized(en: "Line", sv: "Rad")),
            .identifier("person", Localized(en: "Person", sv: "Person")),
            .identifier("entitlement", Localized(en: "Entitlement", sv: "Behörighet")),
          ],
          refused.sorted { $0.row < $1.row }.map { row, diagnostic in
            (
              [
                .integer(row), .text(byLine[row]?.person ?? ""),
                .text(byLine[row]?.entitlement ?? ""),
              ], diagnostic
            )
          }), in: .utc)
    }
    throw VerbFailure(
      .refused,
      VerbCodes.listRefused.diagnostic(
        .init(en: "rows", sv: "rader", "\(list.rows.count)"),
        .init(
          en: "refused", sv: "avvisade", "\(Set(refused.map(\.row)).count)")))
  }
}
