import Chronology
import Foundation

/// The zones of the system, read once each.
enum Zones {
  /// The bytes of a zone file; empty when there is none.
  static func bytes(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)") ?? Data())
  }

  static func named(_ name: String) throws -> TimeZoneRules {
    try TimeZoneRules(name: name, bytes: bytes(name))
  }

  /// Finds a zone again without reading it twice.
  struct Shelf {
    private var read: [String: TimeZoneRules] = [:]

    mutating func zone(_ name: some StringProtocol) throws -> TimeZoneRules {
      if let zone = read[String(name)] { return zone }
      let zone = try Zones.named(String(name))
      read[String(name)] = zone
      return zone
    }
  }
}

extension Instant {
  init(seconds: Int64) {
    self.init(milliseconds: seconds * 1_000)
  }
}

/// A repeatable source of numbers: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
