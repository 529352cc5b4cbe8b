import AccessModel
import Chronology
import Diagnostics
import Policies

/// Somebody who holds several rights that hardly any colleague in the same place and position holds. For information. (ST-20)
enum ST20UnlikePeers: RegisterStaleCheck {
  static let rule = StaleRule.unlikePeers
  static let code = DiagnosticCode(
    "ST-20",
    Localized(
      en: "The person holds several rights that hardly any colleague holds.",
      sv: "Personen har flera behörigheter som knappt någon kollega har."),
    remedy: Localized(
      en:
        "Ask whether they are needed: liggare what PERSON lists them. If so, say it: liggare stale accept FLAG --until DAY --reason TEXT.",
      sv:
        "Fråga om de behövs: liggare what PERSON listar dem. I så fall, ange det: liggare stale accept FLAGGA --until DAG --reason TEXT."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "What is gathered over years shows beside those who do the same work.",
      sv: "Det som samlats under år syns bredvid dem som gör samma arbete."),
    source: Localized(
      en: "ISO 27001 5.18; NIST AC-6",
      sv: "ISO 27001 5.18; NIST AC-6"),
    refused: Localized(
      en: "five rights that none of eleven colleagues has",
      sv: "fem behörigheter som ingen av elva kollegor har"),
    allowed: Localized(
      en: "two such rights", sv: "två sådana behörigheter"))

  /// Fewer colleagues say nothing about what is usual.
  static let peersMin = 4

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    struct Place: Hashable {
      var unit: UnitID
      var position: PositionCode?
    }
    var members: [Place: [PersonRow]] = [:]
    for person in inquiry.register.persons.rows {
      guard let present = person.affiliation(at: inquiry.moment) else { continue }
      let place = Place(
        unit: present.unit(at: inquiry.moment), position: present.position(at: inquiry.moment))
      members[place, default: []].append(person)
    }
    var found: [StaleFinding] = []
    for (place, persons) in members where persons.count > peersMin {
      let rules = inquiry.rules(for: nil, unit: place.unit).stale
      var holders: [EntitlementID: Int] = [:]
      for person in persons {
        for right in Set(inquiry.working(of: person.id).map(\.entitlement)) {
          holders[right, default: 0] += 1
        }
      }
      let peers = persons.count - 1
      found += persons.compactMap { person in
        finding(
          of: person, peers: peers, holders: holders, from: rules.unlikePeersMin,
          shareMax: rules.peerShareMax, in: inquiry)
      }
    }
    return found.sorted { "\($0.about)" < "\($1.about)" }
  }

  private static func finding(
    of person: PersonRow, peers: Int, holders: [EntitlementID: Int], from least: Int,
    shareMax: Int, in inquiry: StaleInquiry
  ) -> StaleFinding? {
    var first: [EntitlementID: Instant] = [:]
    for grant in inquiry.working(of: person.id) {
      let others = (holders[grant.entitlement] ?? 1) - 1
      guard others * 100 <= shareMax * peers else { continue }
      first[grant.entitlement] = min(first[grant.entitlement] ?? grant.since, grant.since)
    }
    guard first.count >= least else { return nil }
    let times = first.values.sorted()
    return StaleFinding(
      rule: rule, about: .person(person.id), person: person.id, since: times[least - 1],
      evidence: StaleFact.list((.count, "\(first.count)"), (.peers, "\(peers)"))
        + first.keys.sorted().prefix(5).flatMap { right in
          StaleFact.list((.entitlement, "\(right)"))
        })
  }
}
