import AccessModel

/// What sort of systems a municipality has: how many, how sensitive, and what they are used for.
struct SystemKind {
  enum Users {
    /// Everybody, in every part of the organisation.
    case all
    /// The people of the committee that owns it.
    case committee
    /// The people of the company that owns it.
    case company
  }

  var name: String
  var count: Int
  var classification: String
  var users: Users
  var rights: Int
  /// Whether one of the rights is power over the system.
  var isPrivileged = false
  var sector: Sector?
  var personalData: PersonalDataKind = .personal
  /// Whether what one right does, another checks.
  var isSeparated = false
  /// Whether access can be taken in an emergency.
  var isForEmergencies = false

  /// The 120 systems of a small municipality.
  static let all: [SystemKind] = [
    .init(name: "Katalog och e-post", count: 4, classification: "3/3/3", users: .all, rights: 8),
    .init(
      name: "Fjärråtkomst och drift", count: 9, classification: "3/3/3", users: .all, rights: 6,
      isPrivileged: true),
    .init(
      name: "Ärenden och dokument", count: 3, classification: "3/3/2", users: .all, rights: 7),
    .init(
      name: "Ekonomi och inköp", count: 5, classification: "2/3/2", users: .all, rights: 12,
      isSeparated: true),
    .init(
      name: "Personal och lön", count: 5, classification: "3/3/2", users: .all, rights: 9,
      isSeparated: true),
    .init(name: "Schema och bemanning", count: 2, classification: "2/2/3", users: .all, rights: 5),
    .init(name: "Webb och e-tjänster", count: 6, classification: "1/2/2", users: .all, rights: 5),
    .init(name: "Kontaktcenter", count: 4, classification: "2/2/3", users: .all, rights: 4),
    .init(
      name: "Skola och lärande", count: 8, classification: "3/3/2", users: .committee, rights: 7),
    .init(
      name: "Elevhälsojournal", count: 1, classification: "3/3/2", users: .committee, rights: 4,
      sector: .care, personalData: .sensitive),
    .init(
      name: "Förskola och kultur", count: 8, classification: "2/2/1", users: .committee, rights: 4),
    .init(
      name: "Verksamhetssystem för omsorg", count: 2, classification: "3/3/3", users: .committee,
      rights: 14, sector: .care, personalData: .sensitive, isForEmergencies: true),
    .init(
      name: "Hälsa och läkemedel", count: 5, classification: "3/3/3", users: .committee, rights: 6,
      sector: .care, personalData: .sensitive, isForEmergencies: true),
    .init(
      name: "Hemtjänst och larm", count: 5, classification: "3/3/3", users: .committee, rights: 5,
      sector: .care, personalData: .sensitive),
    .init(
      name: "Nationella tjänster", count: 6, classification: "3/3/2", users: .all, rights: 3),
    .init(
      name: "Bygglov och karta", count: 8, classification: "2/3/2", users: .committee, rights: 6),
    .init(
      name: "Fastighet och passage", count: 9, classification: "2/2/3", users: .committee,
      rights: 5),
    .init(
      name: "Styrning av vatten", count: 4, classification: "2/3/3", users: .committee, rights: 5,
      isPrivileged: true),
    .init(name: "Avfall och hamn", count: 6, classification: "2/2/2", users: .committee, rights: 4),
    .init(
      name: "Räddning och kris", count: 4, classification: "3/3/3", users: .committee, rights: 4,
      sector: .rescue, isForEmergencies: true),
    .init(
      name: "Nämndstöd och val", count: 4, classification: "3/3/2", users: .all, rights: 4),
    .init(
      name: "Uppföljning och enkäter", count: 6, classification: "2/2/1", users: .committee,
      rights: 4),
    .init(
      name: "Bostadsbolagets system", count: 6, classification: "2/2/2", users: .company,
      rights: 5),
  ]

  /// So many systems, of as many kinds as there is room for.
  static func catalogue(_ count: Int) -> [SystemKind] {
    var left = all.map(\.count)
    var found: [SystemKind] = []
    // The kinds with the most rules come first, so that a small catalogue has them.
    let order =
      [1, 3, 11, 0, 22, 4, 19, 8, 2, 12] + [5, 6, 7, 9, 10, 13, 14, 15, 16, 17, 18, 20, 21]
    while found.count < count, left.contains(where: { $0 > 0 }) {
      for index in order where left[index] > 0 && found.count < count {
        left[index] -= 1
        found.append(all[index])
      }
    }
    return found
  }
}
