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

  /// As few calls of the kernel as may be: one for every byte would be most of the time that an import takes.
  private static func kernelRandomness(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      arc4random_buf(start, count)
      filled = count
    }
  }
}
