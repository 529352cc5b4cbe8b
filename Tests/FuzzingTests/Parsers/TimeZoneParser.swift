import Chronology

/// A time zone file, and the questions that are put to it.
enum TimeZoneParser: FuzzedParser {
  static let name = "time-zone"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let rules: TimeZoneRules
    do throws(TimeZoneDamage) {
      rules = try TimeZoneRules(name: "Zone", bytes: bytes)
    } catch {
      return false
    }
    for seconds: Int64 in [
      -62_135_596_800, -3_000_000_000, 0, 1_111_885_200, 1_795_435_200, 2_147_483_648,
      253_402_300_799,
    ] {
      let instant = Instant(milliseconds: seconds * 1_000)
      let offset = rules.offset(at: instant)
      try require(abs(offset) <= 167 * 3_600, "an offset is within a week")
      guard (-60_000_000_000...250_000_000_000).contains(seconds) else { continue }
      let local = rules.local(of: instant)
      try require(local.offsetSeconds == offset, "a local time tells its offset")
      try require(rules.instant(of: local.day) <= rules.end(of: local.day), "a day ends last")
      _ = rules.instants(of: local.day, secondOfDay: local.secondOfDay)
    }
    return true
  }
}
