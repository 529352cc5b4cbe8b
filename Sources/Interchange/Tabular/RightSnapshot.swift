public import Diagnostics

/// A table of what a system really gives: the columns `account` and `entitlement`; the second is empty for an account without a right.
public struct RightSnapshot: Sendable {
  /// A right that an account has.
  public struct Right: Hashable, Sendable {
    /// The line in the file, from 1.
    public var line: Int
    public var account: String
    public var entitlement: String?
  }

  /// In the order of the file.
  public let rights: [Right]

  /// The most rows.
  public static let rowsMax = 400_000

  /// - Throws: `CSV-01` to `CSV-04`.
  public init(_ bytes: [UInt8]) throws(Diagnostic) {
    let table = try SeparatedValues(
      bytes, required: ["account", "entitlement"], optional: [], rowsMax: RightSnapshot.rowsMax)
    var rights: [Right] = []
    for row in table.rows {
      rights.append(
        Right(
          line: row.line, account: try row.required("account"), entitlement: row["entitlement"]))
    }
    self.rights = rights
  }
}
