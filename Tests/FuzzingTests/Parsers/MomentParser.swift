import Chronology

/// What people type for moments, days and periods, and what the log writes for instants.
enum MomentParser: FuzzedParser {
  static let name = "moment"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    var isAccepted = false
    if let instant = bytes.withUnsafeBytes({ Instant(bytes: $0) }) {
      try require("\(instant)".utf8.elementsEqual(bytes), "an instant has one form")
      isAccepted = true
    }
    if let day = Day(text) {
      try require("\(day)" == text, "a day has one form")
      isAccepted = true
    }
    if let duration = CalendarDuration(text) {
      try require(
        CalendarDuration("\(duration)") == duration, "a duration is written as it is read")
      isAccepted = true
    }
    for meaning in [MomentText.DayMeaning.start, .end] {
      let instant = value { () throws(MomentRefusal) in
        try MomentText.parse(text, in: .utc, dayMeans: meaning)
      }
      guard let instant else { continue }
      try require(Instant("\(instant)") == instant, "a moment that is read can be written")
      isAccepted = true
    }
    return isAccepted
  }
}
