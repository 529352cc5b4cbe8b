import Reports
import Testing

/// The arithmetic of axes.
struct ChartScaleTests {
  @Test(arguments: [
    (0, [0, 1]), (1, [0, 1]), (5, [0, 1, 2, 3, 4, 5]), (6, [0, 2, 4, 6]), (7, [0, 2, 4, 6, 8]),
    (11, [0, 5, 10, 15]), (26, [0, 10, 20, 30]), (99, [0, 20, 40, 60, 80, 100]),
    (12_400, [0, 5_000, 10_000, 15_000]),
  ])
  func `the ticks are those that people count in`(_ greatest: Int, _ ticks: [Int]) {
    #expect(ChartScale(covering: greatest).ticks == ticks)
  }

  @Test
  func `for any greatest value the ticks are even, few, whole, and reach it by less than a step`() {
    var random = SeededRandom(seed: 40)
    for turn in 0..<4_000 {
      let greatest = random.below(1 << (1 + turn % 50))
      let stepsMax = 1 + random.below(12)
      let scale = ChartScale(covering: greatest, stepsMax: stepsMax)
      let told = "\(greatest) in \(stepsMax): \(scale)"
      #expect(scale.ticks.first == 0 && scale.ticks.last == scale.upper, "\(told)")
      #expect(scale.ticks.count - 1 <= stepsMax && scale.ticks.count >= 2, "\(told)")
      #expect(scale.upper >= greatest && scale.upper - scale.step < max(greatest, 1), "\(told)")
      var leading = scale.step
      while leading % 10 == 0 { leading /= 10 }
      #expect([1, 2, 5].contains(leading), "\(told)")
    }
  }

  @Test func `a value lies on the axis in proportion, and never beyond its ends`() {
    var random = SeededRandom(seed: 41)
    for _ in 0..<2_000 {
      let scale = ChartScale(covering: random.below(1_000_000))
      let (one, other) = (random.below(scale.upper + 1), random.below(scale.upper + 1))
      #expect((0...1).contains(scale.position(of: one)))
      #expect((one < other) == (scale.position(of: one) < scale.position(of: other)))
      #expect(scale.position(of: -1) == 0 && scale.position(of: scale.upper + 1) == 1)
      #expect(scale.position(of: 0) == 0 && scale.position(of: scale.upper) == 1)
    }
  }

  @Test func `the greatest number that there is has an axis as well`() {
    let scale = ChartScale(covering: .max)
    #expect(scale.upper >= 1 && scale.position(of: .max) == 1)
    #expect(ChartScale(covering: -5, stepsMax: 0).ticks == [0, 1])
  }
}
