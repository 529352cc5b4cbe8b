public import AccessModel
public import Chronology
public import Projections

/// What was told to whom already: the memory beside the ledger, without which the same would be told each night.
///
/// Written as lines of a person, a duty and a moment, parted by tabs, sorted, after a first line that says what it is:
///
///     liggare notices 1
///     P-3<TAB>removal/G-1<TAB>2027-01-04T01:15:00.000Z
///
/// It holds no name and no address. Of a duty that is done it remembers nothing, so that it is no longer than what is open.
public struct SentNotices: Hashable, Sendable {
  /// Who was told of what.
  public struct Key: Hashable, Sendable {
    public var person: PersonID
    public var duty: String
  }

  /// When each was last told.
  public private(set) var told: [Key: Instant] = [:]

  /// The most lines that are kept: the oldest fall out first.
  public static let linesMax = 200_000
  /// The largest file that is read.
  public static let bytesMax = 1 << 25

  private static let heading = "liggare notices 1"

  public init() {}

  /// What a file says; `nil` when it is not of this form.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first.map(String.init) == Self.heading, lines.last == "" else { return nil }
    for line in lines.dropFirst().dropLast() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let person = PersonID(String(fields[0])),
        let moment = Instant(String(fields[2])), !fields[1].isEmpty
      else { return nil }
      told[Key(person: person, duty: String(fields[1]))] = moment
    }
  }

  /// The file.
  public var text: String {
    let lines = told.map { "\($0.key.person)\t\($0.key.duty)\t\($0.value)" }.sorted()
    return ([Self.heading] + lines).joined(separator: "\n") + "\n"
  }

  /// When somebody was last told of anything.
  func lastTold() -> [PersonID: Instant] {
    told.reduce(into: [:]) { last, entry in
      last[entry.key.person] = max(last[entry.key.person] ?? .earliest, entry.value)
    }
  }

  /// Remembers that somebody was told.
  public mutating func note(_ person: PersonID, _ duties: [Duty], at moment: Instant) {
    for duty in duties { told[Key(person: person, duty: duty.id)] = moment }
  }

  /// Forgets what is done, except what was told on the day of a moment: nobody is told twice on a day.
  public mutating func prune(
    keeping duties: [Duty], at moment: Instant, in zone: TimeZoneRules
  ) {
    let open = Set(
      duties.flatMap { duty in
        duty.actors.map { Key(person: $0, duty: duty.id) }
      })
    let today = zone.day(of: moment)
    told = told.filter { open.contains($0.key) || zone.day(of: $0.value) >= today }
    guard told.count > Self.linesMax else { return }
    let kept = told.sorted {
      ($0.value, $0.key.duty, "\($0.key.person)") > ($1.value, $1.key.duty, "\($1.key.person)")
    }.prefix(Self.linesMax)
    told = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
  }
}
