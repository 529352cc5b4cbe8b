import Chronology
import Testing

struct IntervalTests {
  /// Every interval with ends among six moments, and those without end, each with the moments
  /// inside.
  private static let all: [(interval: Interval, moments: Set<Int64>)] = {
    var all: [(Interval, Set<Int64>)] = []
    for start in Int64(0)..<6 {
      all.append((Interval(from: Instant(milliseconds: start)), Set(start..<10)))
      for end in Int64(0)..<6 {
        let ends = (Instant(milliseconds: start), Instant(milliseconds: end))
        if let interval = Interval(start: ends.0, end: ends.1) {
          all.append((interval, Set(start..<end)))
        }
      }
    }
    return all
  }()

  @Test func `an interval that would be empty cannot be built`() {
    let (zero, one) = (Instant(milliseconds: 0), Instant(milliseconds: 1))
    #expect(Interval(start: zero, end: zero) == nil)
    #expect(Interval(start: one, end: zero) == nil)
    #expect(Interval(start: zero, end: one)?.durationMilliseconds == 1)
    #expect(Interval(start: zero, end: nil) == Interval(from: zero))
    #expect(Interval(from: zero).durationMilliseconds == nil)
    #expect(Self.all.count == 21)
  }

  @Test func `an interval contains its start and not its end`() {
    for (interval, moments) in Self.all {
      for moment in Int64(-1)..<10 {
        let isInside = interval.contains(Instant(milliseconds: moment))
        #expect(isInside == moments.contains(moment))
      }
    }
  }

  @Test func `overlap, intersection and subset are those of the sets of moments`() {
    var failures: [String] = []
    for (one, ones) in Self.all {
      for (other, others) in Self.all {
        let common = ones.intersection(others)
        let intersection = one.intersection(other)
        let expected = common.isEmpty ? nil : Self.all.first { $0.moments == common }?.interval
        let isRight =
          one.overlaps(other) == !common.isEmpty && intersection == expected
          && one.isSubset(of: other) == ones.isSubset(of: others)
        if !isRight { failures.append("\(one) and \(other)") }
      }
    }
    #expect(failures.isEmpty)
  }

  @Test func `an interval is written as ISO 8601 writes it`() {
    let start = Instant(milliseconds: 0)
    #expect(Interval(from: start).description == "1970-01-01T00:00:00.000Z/..")
    let whole = Interval(start: .earliest, end: .latest)
    #expect(whole?.description == "0001-01-01T00:00:00.000Z/9999-12-31T23:59:59.999Z")
    #expect(whole?.durationMilliseconds == 315_537_897_599_999)
  }
}
