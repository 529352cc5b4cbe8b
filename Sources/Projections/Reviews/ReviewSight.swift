public import AccessModel
import CanonicalJSON
public import Chronology
import Events
public import Transparency

/// What a reviewer is shown of one grant: a pure value of the register at a position of the log.
///
/// Its canonical form is hashed into the answer, so that it can be shown again exactly.
public struct ReviewSight: Hashable, Sendable {
  public var grant: GrantID
  /// The number of events it rests on.
  public var position: Int64
  /// When the last of them was recorded, which is the moment it is about.
  public var moment: Instant
  public var entitlement: EntitlementID
  public var person: PersonID?
  public var account: AccountID?
  public var scope: ScopeName?
  public var until: Instant?
  /// The level of what is at stake, 0 to 4.
  public var level: Int
  public var privilege: Privilege
  /// The rules on segregation of duties that it breaks, and no exception allows.
  public var conflicts: [SeparationRuleID]
  /// How many of the colleagues in the holder's unit have the entitlement; the holder is not counted.
  public var peersWithIt: Int
  /// How many colleagues there are.
  public var peers: Int
  /// When it was last used; `nil` where no source tells, which is not the same as unused.
  public var lastUse: Instant?
  /// Since when it is known to have been unused, where a source covers the time and tells of no use.
  public var unusedSince: Instant?
  /// What was said last time, and when.
  public var previous: ReviewOutcome?
  public var previousAt: Instant?
  public var delta: ReviewDelta
  /// What speaks against keeping it, in a fixed order.
  public var hints: [ReviewHint]

  /// Whether anything speaks against keeping it.
  public var speaksAgainst: Bool { !hints.isEmpty }

  /// The canonical form: one JSON object, its members in alphabetical order, absent ones left out.
  public var canonicalBytes: [UInt8] {
    var json = JSONWriter()
    json.raw("{")
    if let account {
      json.key("account")
      account.write(to: &json)
      json.raw(",")
    }
    json.key("conflicts")
    conflicts.write(to: &json)
    json.raw(",")
    json.key("delta")
    json.string("\(delta.code)")
    json.raw(",")
    json.key("entitlement")
    entitlement.write(to: &json)
    json.raw(",")
    json.key("grant")
    grant.write(to: &json)
    json.raw(",")
    json.key("hints")
    json.raw("[")
    for (place, hint) in hints.enumerated() {
      if place > 0 { json.raw(",") }
      json.string("\(hint.code)")
    }
    json.raw("],")
    if let lastUse {
      json.key("last_use")
      lastUse.write(to: &json)
      json.raw(",")
    }
    json.key("level")
    json.integer(Int64(level))
    json.raw(",")
    json.key("moment")
    moment.write(to: &json)
    json.raw(",")
    json.key("peers")
    json.integer(Int64(peers))
    json.raw(",")
    json.key("peers_with_it")
    json.integer(Int64(peersWithIt))
    if let person {
      json.raw(",")
      json.key("person")
      person.write(to: &json)
    }
    json.raw(",")
    json.key("position")
    json.integer(position)
    if let previous {
      json.raw(",")
      json.key("previous")
      json.string("\(previous.code)")
    }
    if let previousAt {
      json.raw(",")
      json.key("previous_at")
      previousAt.write(to: &json)
    }
    json.raw(",")
    json.key("privilege")
    json.string("\(privilege.code)")
    if let scope {
      json.raw(",")
      json.key("scope")
      scope.write(to: &json)
    }
    if let until {
      json.raw(",")
      json.key("until")
      until.write(to: &json)
    }
    if let unusedSince {
      json.raw(",")
      json.key("unused_since")
      unusedSince.write(to: &json)
    }
    json.raw("}")
    return json.bytes
  }

  /// The digest of the canonical form.
  public var digest: Digest { SHA256.digest(of: canonicalBytes) }
}

extension ReviewSight: CustomStringConvertible {
  public var description: String { String(decoding: canonicalBytes, as: UTF8.self) }
}
