import Chronology
import Glibc

extension Ambient {
  /// The machine's clock and the kernel's random source.
  public static var system: Ambient {
    Ambient(now: systemClock, randomBytes: kernelRandomness)
  }

  private static func systemClock() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  private static func kernelRandomness(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
