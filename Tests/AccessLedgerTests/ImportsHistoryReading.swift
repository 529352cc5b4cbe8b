import Foundation

/// A history file read the plain way, apart from the code under test.
struct ImportsHistoryReading {
  struct Grant {
    var line: String
    var person: String
    var from: Date
    var until: Date?
    var ended: Date?
  }

  private(set) var grants: [String: Grant] = [:]
  private(set) var left: [String: [Date]] = [:]
  private(set) var counts: [String: Int] = [:]
  private(set) var selfReviews = 0
  private(set) var deputisedByThemselves = 0

  init(_ text: String, timeZone: String) throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: timeZone)!
    let days = DateFormatter()
    days.calendar = calendar
    days.timeZone = calendar.timeZone
    days.locale = Locale(identifier: "en_US_POSIX")
    days.dateFormat = "yyyy-MM-dd"
    for line in text.split(separator: "\n") {
      let object =
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as! [String: Any]
      func string(_ key: String) -> String { object[key] as! String }
      let at = ImportsHistoryReading.moment(string("ts"))
      counts[string("op"), default: 0] += 1
      switch string("op") {
      case "grant":
        let end = (object["end"] as? String).map {
          calendar.date(byAdding: .day, value: 1, to: days.date(from: $0)!)!
        }
        let names = [string("person"), string("system"), string("entitlement"), string("grant")]
        grants[string("grant")] = Grant(
          line: names.joined(separator: "\t"), person: string("person"),
          from: days.date(from: string("start"))!, until: end)
      case "revoke": grants[string("grant")]!.ended = at
      case "review_item":
        if string("by") == grants[string("grant")]!.person { selfReviews += 1 }
        if string("outcome") == "revoke" { grants[string("grant")]!.ended = at }
      case "leaver": left[string("person"), default: []].append(at)
      case "register_system":
        if string("manager") == string("deputy") { deputisedByThemselves += 1 }
      default: break
      }
    }
  }

  /// Every moment at which something begins or ends, and the millisecond before it.
  var moments: [Int64] {
    let dates = grants.values.flatMap { [$0.from, $0.until, $0.ended].compactMap { $0 } }
    return (dates + left.values.joined()).flatMap {
      let moment = Int64(($0.timeIntervalSince1970 * 1_000).rounded())
      return [moment - 1, moment]
    }.sorted()
  }

  /// The lines of the grants in effect at a moment, sorted.
  func inEffect(at moment: Date) -> [String] {
    grants.values.filter { grant in
      grant.from <= moment && moment < grant.until ?? .distantFuture
        && moment < grant.ended ?? .distantFuture
        && !(left[grant.person] ?? []).contains { $0 <= moment }
    }.map(\.line).sorted()
  }

  private static func moment(_ text: String) -> Date {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions =
      text.contains(".") ? [.withInternetDateTime, .withFractionalSeconds] : .withInternetDateTime
    return formatter.date(from: text)!
  }

  /// The sample of the project, as text.
  static func sample() throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: tests.appendingPathComponent("InterchangeTests/Fixtures/history-sample.ndjson"),
      encoding: .utf8)
  }
}
