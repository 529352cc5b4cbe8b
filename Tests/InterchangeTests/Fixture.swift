import Foundation

/// Files beside the tests.
enum Fixture {
  static func bytes(_ name: String, file: String = #filePath) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
  }
}

/// A small seeded generator (SplitMix64), so that a failing run can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Damages bytes in the ways files are damaged: bits turned, an end lost, parts copied elsewhere.
func mutated(
  _ bytes: [UInt8], alphabet: [UInt8], using generator: inout SeededGenerator
) -> [UInt8] {
  var result = bytes
  for _ in 0..<Int.random(in: 1...4, using: &generator) where !result.isEmpty {
    let at = Int.random(in: 0..<result.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: result[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: result.removeSubrange(at...)
    case 2: result[at] = alphabet.randomElement(using: &generator) ?? 0
    case 3: result.remove(at: at)
    case 4:
      let from = Int.random(in: 0..<result.count, using: &generator)
      let length = min(Int.random(in: 1...40, using: &generator), result.count - from)
      result.insert(contentsOf: Array(result[from..<from + length]), at: at)
    default: result.insert(alphabet.randomElement(using: &generator) ?? 0, at: at)
    }
  }
  return result
}
