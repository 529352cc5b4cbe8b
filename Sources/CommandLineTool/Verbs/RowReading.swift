import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics

/// One row of a list of requests, with what it leaves out taken from the options.
struct RowReading {
  private let row: RequestList.Row
  private let session: VerbSession
  private let zone: TimeZoneRules

  init(_ row: RequestList.Row, _ session: VerbSession, _ zone: TimeZoneRules) {
    self.row = row
    self.session = session
    self.zone = zone
  }

  /// The request that the row asks for; its number is given when it is recorded.
  func wish(_ requester: PersonID, _ ledger: Ledger) throws -> SubmitRequest {
    let command = session.command
    guard let entitlement = EntitlementID(row.entitlement) else {
      throw session.malformed(
        "entitlement", row.entitlement, Localized(en: "SYSTEM/NAME", sv: "SYSTEM/NAMN"))
    }
    guard let need = row.need ?? command.string("need") else {
      throw UsageError(
        UsageError.missingRequired, [.init(en: "needed", sv: "krävs", "need, --need")])
    }
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    return SubmitRequest(
      request: RequestID(number: 1), kind: .bulk,
      person: try session.person(row.person, in: ledger), entitlement: entitlement,
      scope: try identifier("scope", row.scope),
      from: try moment("from", row.from, .start) ?? effective ?? session.ambient.now(),
      until: try moment("until", row.until, .end), requester: requester,
      purpose: try purpose() ?? .publicTask, duty: row.duty ?? command.string("duty"), need: need,
      alternative: command.string("alternative"),
      analysis: try identifier("analysis", row.analysis))
  }

  private func moment(
    _ name: String, _ value: String?, _ meaning: MomentText.DayMeaning
  ) throws -> Instant? {
    guard let value else { return try session.moment(name, in: zone, dayMeans: meaning) }
    do throws(MomentRefusal) {
      return try MomentText.parse(value, in: zone, dayMeans: meaning)
    } catch {
      throw session.malformed(name, value, Localized(en: error.english, sv: error.swedish))
    }
  }

  private func identifier<Subject: IdentifierSubject>(
    _ name: String, _ value: String?
  ) throws -> Identifier<Subject>? {
    guard let value else { return try session.identifier(name, Identifier<Subject>.self) }
    guard let identifier = Identifier<Subject>(value) else {
      throw session.malformed(
        name, value,
        Localized(
          en: "1 to 32 letters A–Z, digits, “.”, “_” and “-”",
          sv: "1 till 32 bokstäver A–Z, siffror, ”.”, ”_” och ”-”"))
    }
    return identifier
  }

  private func purpose() throws -> Purpose? {
    guard let value = row.purpose else { return try session.coded("purpose", Purpose.self) }
    guard let purpose = Purpose.codes[value] else {
      throw session.malformed(
        "purpose", value,
        Localized(
          verbatim: Purpose.allCases.filter { $0 != .unstated }.map { "\($0.code)" }
            .joined(separator: ", ")))
    }
    return purpose
  }
}
