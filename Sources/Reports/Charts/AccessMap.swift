public import AuditViews
public import Diagnostics

/// Who holds what where: rows of people or units, columns of systems, and in each square how much.
public struct AccessMap: Sendable {
  /// What somebody holds in a system.
  public struct Holding: Hashable, Sendable {
    /// How many entitlements are in effect.
    public var count: Int
    /// Whether one of them gives power over the system itself.
    public var isPrivileged: Bool

    public init(count: Int, isPrivileged: Bool) {
      self.count = count
      self.isPrivileged = isPrivileged
    }

    /// `3`, or `P 3` where one gives power over the system.
    public var mark: String { isPrivileged ? "P\u{A0}\(count)" : "\(count)" }
  }

  /// One row.
  public struct Line: Hashable, Sendable {
    public var id: String
    /// The name as views show it; `nil` where they show none.
    public var name: String?
    /// By the place of the column.
    public var holdings: [Int: Holding]

    public init(id: String, name: String?, holdings: [Int: Holding]) {
      self.id = id
      self.name = name
      self.holdings = holdings
    }

    /// `Name (P-3)`, or the identifier alone.
    public var label: String { name.map { "\($0) (\(id))" } ?? id }
  }

  public var title: Localized
  /// What the rows are.
  public var kind: Localized
  public var systems: [(id: String, name: String)]
  public var lines: [Line]
  /// What was left out, in sentences.
  public var omitted: [Localized]

  public init(
    title: Localized, kind: Localized, systems: [(id: String, name: String)], lines: [Line],
    omitted: [Localized]
  ) {
    self.title = title
    self.kind = kind
    self.systems = systems
    self.lines = lines
    self.omitted = omitted
  }

  /// What the squares mean.
  static let legend = Localized(
    en:
      "The number says how many entitlements are in effect; P that at least one of them gives power over the system itself (privileged).",
    sv:
      "Siffran anger hur många behörigheter som gäller; P att minst en av dem ger makt över själva systemet (privilegierad)."
  )

  /// The same as a table, with a column for each system.
  public var table: Table {
    Table(
      name: "access_map", title: title,
      columns: [.hidden("id", kind, isIdentifier: true), Column(key: "name", title: kind)]
        + systems.map { system in
          Column(
            key: system.id.lowercased().replacing("-", with: "_"),
            title: Localized(verbatim: system.id), alignment: .right)
        },
      rows: lines.map { line in
        [.text(line.id), .text(line.label)]
          + systems.indices.map { index in
            line.holdings[index].map { .text($0.mark) } ?? .empty
          }
      }, notes: [Self.legend] + omitted,
      ifEmpty: Localized(en: "No grant is in effect.", sv: "Ingen tilldelning gäller."))
  }
}
