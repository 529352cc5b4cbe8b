import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Policies
import Projections

/// What a reviewer answers, one item or a whole list, signed once.
enum ReviewAnswerVerbs {
  static let decide = Verb(
    VerbDeclaration(
      "review", "decide", kind: .writing,
      summary: Localized(
        en: "answer items of a review, one by one or as a list",
        sv: "besvara poster i en granskning, en och en eller som lista"),
      discussion: Localized(
        en:
          "The list is what liggare view review-items --review REVIEW --format csv writes, with the columns outcome and reason filled in, and as needed until, scope, review_days, bulk and seconds; rows without an outcome are left for later. Drafts are the file itself: nothing is recorded until it is handed in, and then all of it or nothing, signed once; the rows that cannot be recorded are listed with what stands against each. Outcomes: \(outcomes). Whatever is not kept says why, and so does what is kept though a hint speaks against it. Revoke ends the access at once; reduce with a scope, a day or an interval makes it smaller at once, and without is to be carried out within the time that the rules say. Answered by somebody else than who signs, it needs --by and --case.",
        sv:
          "Listan är det som liggare view review-items --review GRANSKNING --format csv skriver, med kolumnerna outcome och reason ifyllda, och vid behov until, scope, review_days, bulk och seconds; rader utan outcome lämnas till senare. Utkastet är filen själv: inget registreras förrän den lämnas in, och då allt eller inget, signerat en gång; de rader som inte kan registreras listas med vad som talar emot. Utfall: \(outcomes). Det som inte behålls motiveras, liksom det som behålls fast något talar emot. Revoke avslutar behörigheten genast; reduce med scope, dag eller intervall minskar den genast, och utan dem ska det genomföras inom den tid som reglerna säger. Svarar någon annan än den som signerar krävs --by och --case."
      ),
      examples: [
        "liggare review decide V-1 --item G-1 --outcome keep",
        "liggare review decide V-1 --item G-2 --outcome revoke --reason \"The duty has moved\"",
        "liggare review decide V-1 --file answers.csv",
      ],
      positionals: [ReviewVerbs.Options.review],
      options: [
        OptionDeclaration(
          "file", .file, help: Localized(en: "the answers, CSV", sv: "svaren, CSV")),
        ReviewVerbs.Options.item,
        OptionDeclaration(
          "outcome", CommonOptions.choices(ReviewOutcome.self),
          help: Localized(en: "what is said of the items named", sv: "vad som sägs om posterna")),
        OptionDeclaration(
          "until", .moment,
          help: Localized(
            en: "the last day it is kept, or reduced to",
            sv: "sista dagen den behålls, eller minskas till")),
        OptionDeclaration(
          "scope", .text,
          help: Localized(
            en: "the part of the system it is reduced to",
            sv: "den del av systemet den minskas till")),
        OptionDeclaration(
          "review-days", .number(1...3_660),
          help: Localized(
            en: "how often it is looked at from now on, in days",
            sv: "hur ofta den granskas framöver, i dagar")),
        OptionDeclaration.flag(
          "bulk",
          help: Localized(
            en: "they were marked together; so much may be kept so as the rules say",
            sv: "de markerades tillsammans; så mycket får behållas så som reglerna säger")),
        OptionDeclaration(
          "by", .person,
          help: Localized(
            en: "who answers; you when left out", sv: "vem som svarar; du om det utelämnas")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let review = try session.identifier("review", ReviewID.self) else { return .usage }
    let reviewer = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let reading = ReviewAnswerReading(session, ledger, zone, review: review, reviewer: reviewer)
    let answers: [ReviewAnswerReading.Answer]
    if let path = session.command.string("file") {
      var refused: [(row: Int, grant: String, diagnostic: Diagnostic)] = []
      var read: [ReviewAnswerReading.Answer] = []
      for row in try ReviewAnswerList(reading: path).rows {
        do {
          read.append(try reading.answer(row))
        } catch {
          refused += VerbFailure(error).diagnostics.map { (row.line, row.grant, $0) }
        }
      }
      guard refused.isEmpty, !read.isEmpty else { return try refuse(refused, session) }
      answers = read
    } else {
      answers = try reading.typed()
    }
    do {
      return try session.record(
        in: ledger, zone: zone, named: { ["\(review)"] + named(answers.map(\.command.grant)) }
      ) { _ in
        answers.map {
          .init(.review(.answer($0.command)), reason: $0.reason, row: $0.row)
        }
      }
    } catch let error as LedgerError {
      guard case .refused(let violations) = error, session.command.string("file") != nil else {
        throw error
      }
      let byRow = Dictionary(
        answers.compactMap { answer in answer.row.map { ($0, "\(answer.command.grant)") } }
      ) { first, _ in first }
      let rows = violations.compactMap {
        violation -> (row: Int, grant: String, diagnostic: Diagnostic)? in
        guard let first = violation.facts.first, first.name.english == "row",
          let row = Int(first.value.english)
        else { return nil }
        var diagnostic = violation
        diagnostic.facts.removeFirst()
        return (row, byRow[row] ?? "", diagnostic)
      }
      guard rows.count == violations.count, !rows.isEmpty else { throw error }
      return try refuse(rows, session)
    }
  }

  /// The grants that were answered, when they are few enough to be read.
  static func named(_ grants: [GrantID]) -> [String] {
    grants.count > 10 ? [] : grants.map { "\($0)" }
  }

  private static var outcomes: String {
    ReviewOutcome.allCases.map { "\($0.code)" }.joined(separator: ", ")
  }

  /// Tells what stands against each row; nothing has been recorded.
  private static func refuse(
    _ refused: [(row: Int, grant: String, diagnostic: Diagnostic)], _ session: VerbSession
  ) throws -> ExitStatus {
    if !refused.isEmpty {
      try session.answer(
        .refusedRows(
          [
            .number("line", Localized(en: "Line", sv: "Rad")),
            .identifier("grant", Localized(en: "Grant", sv: "Tilldelning")),
          ],
          refused.sorted { $0.row < $1.row }.map { row, grant, diagnostic in
            ([.integer(row), .text(grant)], diagnostic)
          }), in: .utc)
    }
    throw VerbFailure(
      .refused,
      VerbCodes.listRefused.diagnostic(
        .init(en: "refused", sv: "avvisade", "\(Set(refused.map(\.row)).count)")))
  }

  static let all = [decide]
}
