public import AccessModel
public import Chronology
public import Projections

/// Who is told of what now: a pure function of what is to be done, what was told, and the moment.
///
/// Only who must act is told, of each step once, of several steps that have passed only the last, and of everything at once, at most once a
/// day and only on office days. Of what is done nobody is told, and who has nothing to do hears nothing.
public struct NoticeRound {
  /// What one person is told.
  public struct Digest: Hashable, Sendable {
    public var recipient: PersonID
    /// The earliest due first; never empty.
    public var duties: [Duty]
  }

  /// In the order of the duties.
  public let digests: [Digest]
  /// Duties of which somebody would be told, and that nobody has the role for.
  public let orphaned: [Duty]

  public init(
    _ duties: [Duty], told: SentNotices, at moment: Instant, by ladder: NoticeLadder
  ) {
    let today = ladder.zone.day(of: moment)
    guard ladder.office.isOfficeDay(today) else {
      digests = []
      orphaned = []
      return
    }
    let last = told.lastTold()
    var order: [PersonID] = []
    var found: [PersonID: [Duty]] = [:]
    var nobodys: [Duty] = []
    for duty in duties {
      guard let step = ladder.lastStep(of: duty, at: moment) else { continue }
      if duty.actors.isEmpty { nobodys.append(duty) }
      for person in duty.actors {
        if let last = last[person], ladder.zone.day(of: last) >= today { continue }
        let key = SentNotices.Key(person: person, duty: duty.id)
        if let before = told.told[key], before >= step { continue }
        if found[person] == nil { order.append(person) }
        found[person, default: []].append(duty)
      }
    }
    digests = order.map { Digest(recipient: $0, duties: found[$0] ?? []) }
    orphaned = nobodys
  }
}
