extension Ambient {
  /// The same machine with its random bytes drawn many at a time, for work that needs some for every event.
  func pooled() -> Ambient {
    let pool = RandomPool(randomBytes)
    return Ambient(now: now, randomBytes: pool.take)
  }
}

/// Random bytes drawn in advance, each given out once.
private final class RandomPool {
  private let draw: (Int) -> [UInt8]
  private var bytes: [UInt8] = []
  private var used = 0

  static let byteCount = 16_384

  init(_ draw: @escaping (Int) -> [UInt8]) {
    self.draw = draw
  }

  func take(_ count: Int) -> [UInt8] {
    guard count <= RandomPool.byteCount else { return draw(count) }
    if bytes.count - used < count {
      bytes = draw(RandomPool.byteCount)
      used = 0
    }
    defer { used += count }
    return Array(bytes[used..<used + count])
  }
}
