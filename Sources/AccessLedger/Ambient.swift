public import Chronology

/// What a ledger takes from the machine besides files: the time and random bytes.
///
/// Given, not taken, so that a worked example can be played again byte for byte.
public struct Ambient {
  public var now: () -> Instant
  /// So many random bytes, of the kind that keys are made of.
  public var randomBytes: (Int) -> [UInt8]

  public init(now: @escaping () -> Instant, randomBytes: @escaping (Int) -> [UInt8]) {
    self.now = now
    self.randomBytes = randomBytes
  }
}
