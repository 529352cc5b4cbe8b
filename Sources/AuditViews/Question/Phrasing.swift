public import AccessModel
public import Chronology
public import Diagnostics

/// How persons, accounts, moments and periods are written inside a sentence.
public struct Phrasing {
  public var names: (PersonID) -> String?
  public var accountNames: (AccountID) -> String?
  /// Why a name is not shown, put in words in `language`.
  public var masks: (PersonID) -> MaskedIdentity? = { _ in nil }
  public var language = Language.english
  /// The zone in which days and times are written.
  public var zone: TimeZoneRules

  public init(
    names: @escaping (PersonID) -> String? = { _ in nil },
    accountNames: @escaping (AccountID) -> String? = { _ in nil }, zone: TimeZoneRules = .utc
  ) {
    self.names = names
    self.accountNames = accountNames
    self.zone = zone
  }

  /// `Name (P-3)`, `P-3 (erased)` where the name is not told, or `P-3` alone where none is known.
  public func person(_ id: PersonID) -> String {
    if let name = names(id) { return "\(name) (\(id))" }
    return masks(id).map { "\(id) \($0.word.text(in: language))" } ?? "\(id)"
  }

  /// `name (C-3)`, or `C-3` alone where no name is known.
  public func account(_ id: AccountID) -> String {
    accountNames(id).map { "\($0) (\(id))" } ?? "\(id)"
  }

  /// `2026-11-25 14:30` in the zone.
  public func time(_ moment: Instant) -> String { moment.text(in: zone) }

  /// The day when the moment is its beginning, else day and time.
  public func start(_ moment: Instant) -> String {
    isMidnight(moment) ? zone.day(of: moment).description : time(moment)
  }

  /// `through 2026-12-31` for an end at midnight, which is the end of the day before; else `until 2026-12-31 12:00`.
  public func until(_ end: Instant) -> Localized {
    if let day = lastDay(before: end) {
      return Localized(en: "through \(day)", sv: "till och med \(day)")
    }
    return Localized(en: "until \(time(end))", sv: "till \(time(end))")
  }

  /// `at the end of 2026-12-31` for an end at midnight; else the day and time.
  public func end(_ end: Instant) -> Localized {
    if let day = lastDay(before: end) {
      return Localized(en: "at the end of \(day)", sv: "vid utgången av \(day)")
    }
    return Localized(verbatim: time(end))
  }

  /// The last day when the end is its midnight, else the day and time: an end where a heading says that it is one.
  public func last(_ end: Instant) -> String {
    lastDay(before: end)?.description ?? time(end)
  }

  /// From one moment to another, or with no end.
  public func period(from: Instant, until: Instant?) -> Localized {
    let end = until.map(self.until) ?? Localized(en: "with no end", sv: "tills vidare")
    return Localized(
      en: "from \(start(from)) \(end.english)", sv: "från \(start(from)) \(end.swedish)")
  }

  private func isMidnight(_ moment: Instant) -> Bool {
    let local = zone.local(of: moment)
    return local.secondOfDay == 0 && local.millisecond == 0
  }

  private func lastDay(before end: Instant) -> Day? {
    guard isMidnight(end) else { return nil }
    return zone.day(of: end).advanced(exactlyByDays: -1)
  }
}
