import Chronology

/// A flag that follows from what happened, by who knows what was done and by which intervals: never by asking the rule.
///
/// What is cured before the first night on which it could be found is a near miss: no night may flag it.
final class ExpectedFlag {
  /// The rule, as `ST-01`.
  let code: String
  /// What it is about: an identifier.
  let about: String
  /// Since when the cause is there, where that is known to the moment.
  let since: Instant?
  /// The first moment at which a night can find it.
  let from: Instant
  /// The first moment at which a night finds it no more; `nil` while nobody has cured it.
  var until: Instant?
  let why: String

  init(_ code: String, _ about: String, since: Instant?, from: Instant, _ why: String) {
    self.code = code
    self.about = about
    self.since = since
    self.from = from
    self.why = why
  }

  /// As one line of JSON, with the night on which it is raised and the one on which it is resolved; neither for a near miss.
  func line(_ calendar: NightCalendar) -> String {
    var night = calendar.night(onOrAfter: from)
    var resolved = until.flatMap { calendar.night(onOrAfter: $0) }
    if let until, night.map({ $0 >= until }) ?? true {
      night = nil
      resolved = nil
    }
    var members = ["\"view\":\"stale\"", "\"code\":\"\(code)\"", "\"about\":\"\(about)\""]
    if let since { members.append("\"since\":\"\(since)\"") }
    if let night { members.append("\"night\":\"\(night)\"") }
    if let resolved { members.append("\"resolved\":\"\(resolved)\"") }
    members.append("\"why\":\"\(why)\"")
    return "{\(members.joined(separator: ","))}\n"
  }
}
