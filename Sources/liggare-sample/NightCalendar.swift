import Chronology

/// The nights of a history: one each day at the same hour, when the jobs run.
struct NightCalendar {
  let begin: Instant
  let end: Instant
  /// Which nights were left out, counted from 0.
  var left: [Range<Int>] = []

  /// The hour by UTC: after what is done late in an evening, before what is done early in a morning.
  static let hour: Int64 = 1

  /// All nights there are, whether the jobs ran on them or not.
  var count: Int { Int((end.milliseconds - at(0).milliseconds - 1) / 86_400_000) + 1 }

  func at(_ number: Int) -> Instant {
    let day = begin.milliseconds / 86_400_000 + Int64(number) + 1
    return Instant(milliseconds: day * 86_400_000 + NightCalendar.hour * 3_600_000)
  }

  func isLeft(_ number: Int) -> Bool { left.contains { $0.contains(number) } }

  /// The first night at or after a moment on which the jobs ran; `nil` when the history is over before.
  func night(onOrAfter moment: Instant) -> Instant? {
    let day = (moment.milliseconds - at(0).milliseconds + 86_399_999) / 86_400_000
    return (max(0, Int(day))..<max(count, Int(day))).first { !isLeft($0) }.map { at($0) }
  }
}
