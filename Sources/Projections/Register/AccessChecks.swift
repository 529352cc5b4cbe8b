public import AccessModel
public import Chronology

/// Who may use what, for asking very often in one process: yes or no for a person, an entitlement and a moment.
///
/// Made once from a register and good as long as nothing is recorded. Persons and entitlements become numbers first, so that the pair that is
/// asked for is one word, and a check is three look-ups in tables of words that lie close together; no row is read, nothing is counted or
/// allocated. What has no single beginning and end is asked of the register, as `can` does.
public struct AccessChecks: Sendable {
  private var persons = NumberedKeys<PersonID>()
  private var rights = NumberedKeys<EntitlementID>()
  /// Open addressing, at most three quarters full; a slot without a pair is free.
  private var slots: [Slot]
  /// The spans of all pairs, those of a pair one behind the other.
  private var spans: [Span] = []
  /// Answers for what is not told whole.
  private let register: Register
  private let seed = HashSeed.ofProcess

  /// A pair with its only span, or with where its spans are.
  private struct Slot {
    /// 0 when the slot is free.
    var pair: UInt64 = 0
    var since: Int64 = 0
    var until: Int64 = 0
    var first: UInt32 = 0
    /// 0 when the slot tells all there is to say.
    var count: UInt32 = 0
  }

  private struct Span {
    var span: EffectSpan
    var grant: Int32
  }

  public init(_ register: Register) {
    let ready = register.readyForAllGrants()
    self.register = ready
    slots = []
    var found: [(pair: UInt64, span: Span)] = []
    for index in 0..<Int32(register.grants.count) {
      let grant = ready.grants[index]
      guard let person = grant.person, let span = ready.effectSpan(of: grant, at: index) else {
        continue
      }
      let who = persons.number(adding: person, hash: person.ascii.hash(seed: seed))
      let what = rights.number(
        adding: grant.entitlement, hash: GrantLists.hash(grant.entitlement, seed: seed))
      found.append((AccessChecks.pair(who, what), Span(span: span, grant: index)))
    }
    found.sort { ($0.pair, $0.span.grant) < ($1.pair, $1.span.grant) }
    spans = found.map(\.span)
    var size = 16
    while size * 3 < found.count * 4 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    var first = 0
    while first < found.count {
      let pair = found[first].pair
      let end = found[first...].firstIndex { $0.pair != pair } ?? found.count
      var place = AccessChecks.hash(pair) & (size - 1)
      while slots[place].pair != 0 { place = (place + 1) & (size - 1) }
      let span = spans[first].span
      let isAll = end == first + 1 && span.isWhole
      slots[place] = Slot(
        pair: pair, since: span.since, until: span.until, first: UInt32(first),
        count: isAll ? 0 : UInt32(end - first))
      first = end
    }
  }

  /// Whether a grant of the entitlement has effect for the person at a moment; `false` for whoever and whatever is not known.
  public func isInEffect(
    _ person: PersonID, _ right: EntitlementID, at moment: Instant
  ) -> Bool {
    guard let who = persons.number(of: person, hash: person.ascii.hash(seed: seed)),
      let what = rights.number(of: right, hash: GrantLists.hash(right, seed: seed))
    else { return false }
    let pair = AccessChecks.pair(who, what)
    let mask = slots.count &- 1
    var place = AccessChecks.hash(pair) & mask
    while slots[place].pair != pair {
      guard slots[place].pair != 0 else { return false }
      place = (place &+ 1) & mask
    }
    let slot = slots[place]
    guard slot.count > 0 else {
      return slot.since <= moment.milliseconds && moment.milliseconds < slot.until
    }
    return spans[Int(slot.first)..<Int(slot.first) + Int(slot.count)].contains {
      $0.span.contains(moment)
        && ($0.span.isWhole || register.isInEffect(register.grants[$0.grant], at: moment))
    }
  }

  @inline(__always)
  private static func pair(_ person: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(person) << 32 | UInt64(right) &+ 1
  }

  @inline(__always)
  private static func hash(_ pair: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}

/// Keys, each with a number of its own from 0 on.
private struct NumberedKeys<Key: Hashable & Sendable>: Sendable {
  private var index = IdentifierIndex()
  private var keys: [Key] = []

  @inline(__always)
  func number(of key: Key, hash: UInt32) -> UInt32? {
    guard !keys.isEmpty else { return nil }
    return index.find(hash: hash) { keys[Int($0)] == key }.map { UInt32($0) }
  }

  mutating func number(adding key: Key, hash: UInt32) -> UInt32 {
    if let known = number(of: key, hash: hash) { return known }
    index.insert(Int32(keys.count), hash: hash)
    keys.append(key)
    return UInt32(keys.count - 1)
  }
}
