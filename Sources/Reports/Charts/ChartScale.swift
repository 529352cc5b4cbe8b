/// The numbers along an axis that begins at nothing: even steps that people count in, as few as will do.
///
/// A step is 1, 2 or 5 times a power of ten, so every number on the axis is whole.
public struct ChartScale: Hashable, Sendable {
  /// How far apart the ticks are; at least 1.
  public let step: Int
  /// The last tick: the first multiple of the step that is not below the greatest value, and above 0.
  public let upper: Int

  /// - Parameters:
  ///   - greatest: the greatest value to show; below 0 counts as 0.
  ///   - stepsMax: into how many steps the axis is parted at most; at least 1.
  public init(covering greatest: Int, stepsMax: Int = 5) {
    let greatest = max(greatest, 1)
    let stepsMax = max(stepsMax, 1)
    var step = 1
    var power = 1
    var factors = [2, 5, 10]
    while Self.steps(greatest, by: step) > stepsMax, let factor = factors.first {
      let (next, isTooFar) = power.multipliedReportingOverflow(by: factor)
      guard !isTooFar else { break }
      step = next
      factors.removeFirst()
      if factors.isEmpty {
        power = step
        factors = [2, 5, 10]
      }
    }
    let (upper, isTooFar) = Self.steps(greatest, by: step).multipliedReportingOverflow(by: step)
    self.step = step
    self.upper = isTooFar ? greatest : upper
  }

  /// How many steps reach a value.
  private static func steps(_ value: Int, by step: Int) -> Int {
    value / step + (value % step == 0 ? 0 : 1)
  }

  /// The numbers on the axis, from 0 on.
  public var ticks: [Int] { Array(stride(from: 0, through: upper, by: step)) }

  /// Where a value is, as a part of the axis: 0 at its beginning, 1 at its end; what is beyond is at the end.
  public func position(of value: Int) -> Double {
    min(max(Double(value) / Double(upper), 0), 1)
  }
}
