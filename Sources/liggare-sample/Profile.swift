/// How large the organisation is, and how much happens in it in a year.
struct Profile {
  var name: String
  var employees: Int
  var temporaries: Int
  var elected: Int
  var externals: Int
  /// Shared and service accounts.
  var accounts: Int
  var committees: Int
  var companies: Int
  /// Units below the administrations and companies.
  var units: Int
  var systems: Int
  var grantsPerEmployee: Int
  /// Access that was there before the ledger, and that nobody is known to have decided.
  var legacyGrants: Int
  /// In a year, besides those of people who come.
  var requestsPerYear: Int
  /// In a thousand, each year.
  var turnover: Int
  var movers: Int
  var absences: Int
  var emergenciesPerYear: Int

  /// A test's.
  static let xs = Profile(
    name: "xs", employees: 40, temporaries: 6, elected: 5, externals: 3, accounts: 6,
    committees: 1, companies: 1, units: 3, systems: 10, grantsPerEmployee: 5, legacyGrants: 24,
    requestsPerYear: 85, turnover: 120, movers: 80, absences: 70, emergenciesPerYear: 4)

  /// A municipality of about 13,000 inhabitants.
  static let s = Profile(
    name: "s", employees: 1_400, temporaries: 450, elected: 130, externals: 60, accounts: 120,
    committees: 6, companies: 2, units: 56, systems: 120, grantsPerEmployee: 7,
    legacyGrants: 1_500, requestsPerYear: 4_600, turnover: 120, movers: 80, absences: 70,
    emergenciesPerYear: 24)

  static func named(_ name: String) -> Profile? {
    [xs, s].first { $0.name == name }
  }
}
