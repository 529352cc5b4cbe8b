import AccessModel
import Chronology
import Projections
import Testing

@Suite struct ServiceLevelTests {
  /// SplitMix64: the same numbers in every run.
  private struct Numbers {
    var state: UInt64

    mutating func next(below bound: UInt64) -> Int64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int64((value ^ (value >> 31)) % bound)
    }
  }

  @Test func `a percentile is the least value that so many per cent of the values do not exceed`() {
    var numbers = Numbers(state: 7)
    for count in 1...60 {
      // Few different values, so that many are the same.
      let values = (0..<count).map { _ in numbers.next(below: 25) }.sorted()
      for percent in 1...100 {
        let least = values.first { value in
          100 * values.count { $0 <= value } >= percent * values.count
        }
        #expect(NearestRank.percentile(percent, of: values) == least)
      }
    }
    #expect(NearestRank.percentile(50, of: []) == nil)
    #expect(NearestRank.percentile(50, of: [1, 2, 3, 4]) == 2)
    #expect(NearestRank.percentile(95, of: Array(1...20)) == 19)
    #expect(NearestRank.percentile(100, of: Array(1...20)) == 20)
  }

  private func found(
    _ outcome: ServiceLevelCase.Outcome, began: Int64?, ended: Int64? = nil, due: Int64? = nil,
    isLate: Bool = false
  ) -> ServiceLevelCase {
    ServiceLevelCase(
      measure: .decision, subject: "R-1", systems: [],
      began: began.map { Instant(milliseconds: $0) },
      ended: ended.map { Instant(milliseconds: $0) },
      due: due.map { Instant(milliseconds: $0) }, outcome: outcome, isLate: isLate)
  }

  @Test func `every case is counted in exactly one way, whatever became of it`() {
    var numbers = Numbers(state: 11)
    for _ in 0..<50 {
      let cases = (0..<numbers.next(below: 40)).map { _ in
        let outcome = ServiceLevelCase.Outcome.allCases[Int(numbers.next(below: 4))]
        let began = numbers.next(below: 5) == 0 ? nil : numbers.next(below: 100)
        let ended = outcome == .done || outcome == .dropped ? numbers.next(below: 200) : nil
        return found(outcome, began: began, ended: ended, isLate: numbers.next(below: 3) == 0)
      }
      let level = ServiceLevel(of: cases, at: Instant(milliseconds: 150))
      #expect(level.cases == cases.count)
      #expect(level.open == cases.count { $0.outcome == .open })
      #expect(level.dropped == cases.count { $0.outcome == .dropped })
      #expect(level.breaches == cases.count { $0.isLate && $0.outcome != .waiting })
      let lengths = cases.filter { $0.outcome == .done }
        .compactMap { $0.duration(at: .latest) }.sorted()
      #expect(level.measured == lengths.count && level.longest == lengths.last)
      #expect(level.median == NearestRank.percentile(50, of: lengths))
      #expect(
        level.longestOpen
          == cases.filter { $0.outcome == .open }
          .compactMap { $0.duration(at: Instant(milliseconds: 150)) }.max())
    }
  }

  @Test func `what was done before it was asked for took no time, and bounds are told from and to`()
  {
    let cases = [
      found(.done, began: 100, ended: 40), found(.done, began: 0, ended: 30, due: 50),
      found(.open, began: 10, due: 20, isLate: true), found(.waiting, began: nil),
      found(.done, began: nil, ended: 5),
    ]
    let level = ServiceLevel(of: cases, at: Instant(milliseconds: 60))
    #expect(level.measured == 2 && level.unknown == 1 && level.waiting == 1)
    #expect(level.median == 0 && level.longest == 30)
    #expect(level.longestOpen == 50 && level.openLate == 1 && level.breaches == 1)
    #expect(level.allowed == 10...50)
  }
}
