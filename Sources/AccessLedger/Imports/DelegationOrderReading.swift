public import AccessModel
public import Chronology
public import Commands
public import Diagnostics
import Interchange

/// A whole delegation order from a table: one line for each row.
public struct DelegationOrderReading {
  /// Columns that must be there.
  public static let required = ["position", "matter"]
  /// Columns that may be there.
  public static let optional = [
    "unit", "level", "accounts", "entities", "may-subdelegate", "reporting", "from", "until",
  ]

  /// What all lines of the order have in common.
  public struct Order {
    public var name: String
    public var version: Int64
    public var body: UnitID
    /// The first moment of lines that say none.
    public var from: Instant

    public init(name: String, version: Int64, body: UnitID, from: Instant) {
      self.name = name
      self.version = version
      self.body = body
      self.from = from
    }
  }

  private let rows: [SeparatedValues.Row]

  /// - Parameter path: a file of at most 4 MiB.
  public init(at path: String) throws(Diagnostic) {
    let bytes = try WholeFile.read(path, bytesMax: SeparatedValues.bytesMax)
    rows = try SeparatedValues(
      bytes, required: DelegationOrderReading.required, optional: DelegationOrderReading.optional
    ).rows
  }

  /// The lines as commands, in the order of the file, numbered from 1.
  ///
  /// - Parameter unit: finds a unit by what is written of it.
  public func commands(
    for order: Order, in zone: TimeZoneRules,
    unit: (String) throws -> UnitID
  ) throws -> [GrantDelegation] {
    try rows.enumerated().map { offset, row in
      try command(
        row, order, DelegationID(number: 1 + offset), zone, unit)
    }
  }

  private func command(
    _ row: SeparatedValues.Row, _ order: Order, _ id: DelegationID, _ zone: TimeZoneRules,
    _ unit: (String) throws -> UnitID
  ) throws -> GrantDelegation {
    let code = Localized(
      en: "1 to 32 letters A–Z, digits, “.”, “_” and “-”",
      sv: "1 till 32 bokstäver A–Z, siffror, ”.”, ”_” och ”-”")
    let positionText = try row.required("position")
    guard let position = PositionCode(positionText) else {
      throw row.malformed("position", positionText, code)
    }
    let matterText = try row.required("matter")
    guard let matter = MatterCode(matterText) else {
      throw row.malformed("matter", matterText, code)
    }
    var level: Int64?
    if let text = row["level"] {
      guard let number = Int64(text), (0...4).contains(number) else {
        throw row.malformed("level", text, Localized(verbatim: "0–4"))
      }
      level = number
    }
    let accounts = try row.list("accounts").map { try coded($0, AccountKind.self, "accounts", row) }
    return GrantDelegation(
      delegation: id, order: order.name, version: order.version, body: order.body,
      position: position, unit: try row["unit"].map(unit), matter: matter, levelMax: level,
      accounts: accounts, entities: try row.list("entities").map(unit),
      maySubdelegate: try row["may-subdelegate"].map {
        try coded($0, Answer.self, "may-subdelegate", row) == .yes
      } ?? false,
      reporting: try row["reporting"].map {
        try coded($0, ReportingDuty.self, "reporting", row)
      } ?? .reported,
      from: try moment("from", row, zone, .start) ?? order.from,
      until: try moment("until", row, zone, .end))
  }

  private func coded<Value: CodedValue>(
    _ text: String, _ kind: Value.Type, _ column: String, _ row: SeparatedValues.Row
  ) throws(Diagnostic) -> Value {
    guard let value = Value.codes[text] else {
      throw row.malformed(
        column, text,
        Localized(verbatim: Value.allCases.map { "\($0.code)" }.joined(separator: ", ")))
    }
    return value
  }

  private func moment(
    _ column: String, _ row: SeparatedValues.Row, _ zone: TimeZoneRules,
    _ meaning: MomentText.DayMeaning
  ) throws(Diagnostic) -> Instant? {
    guard let text = row[column] else { return nil }
    do throws(MomentRefusal) {
      return try MomentText.parse(text, in: zone, dayMeans: meaning)
    } catch {
      throw row.malformed(column, text, Localized(en: error.english, sv: error.swedish))
    }
  }
}
