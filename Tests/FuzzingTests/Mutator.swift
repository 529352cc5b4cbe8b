/// Changes inputs as a fuzzer does, the same way in every run.
struct Mutator {
  /// The longest input made, in bytes.
  static let byteCountMax = 8_192

  private var state: UInt64
  private let inputs: [[UInt8]]
  private let favoured: [[UInt8]]

  /// - Parameters:
  ///   - inputs: what is changed and what parts are taken from; not empty.
  ///   - favoured: what is changed three times out of four; not empty.
  init(seed: UInt64, inputs: [[UInt8]], favoured: [[UInt8]]) {
    precondition(!inputs.isEmpty && !favoured.isEmpty, "Something to change.")
    state = seed
    self.inputs = inputs
    self.favoured = favoured
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  private mutating func range(in count: Int) -> Range<Int> {
    let begin = below(count + 1)
    return begin..<min(count, begin + below(1 << below(8)))
  }

  /// An input with one to eight changes.
  mutating func input() -> [UInt8] {
    var bytes = below(4) > 0 ? favoured[below(favoured.count)] : inputs[below(inputs.count)]
    for _ in 0...below(8) { change(&bytes) }
    return Array(bytes.prefix(Self.byteCountMax))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = below(bytes.count)
    switch below(9) {
    case 0 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(below(8))
    case 1 where !bytes.isEmpty: bytes[place] = UInt8(truncatingIfNeeded: next())
    case 2 where !bytes.isEmpty:
      let telling: [UInt8] = [0, 0x0A, 0x20, 0x22, 0x2C, 0x2D, 0x30, 0x39, 0x5C, 0x7F, 0x80, 0xFF]
      bytes[place] = telling[below(telling.count)]
    case 3: bytes.removeSubrange(range(in: bytes.count))
    case 4:
      let part = Array(bytes[range(in: bytes.count)])
      bytes.insert(contentsOf: part, at: below(bytes.count + 1))
    case 5:
      let other = inputs[below(inputs.count)]
      bytes.insert(contentsOf: other[range(in: other.count)], at: below(bytes.count + 1))
    case 6:
      let other = inputs[below(inputs.count)]
      bytes = Array(bytes[..<place]) + other[below(other.count)...]
    case 7:
      let digits = Array("\(next() >> UInt64(below(64)))".utf8)
      bytes.replaceSubrange(range(in: bytes.count), with: digits)
    case 8: bytes.removeLast(bytes.count - below(bytes.count + 1))
    default: bytes.append(UInt8(truncatingIfNeeded: next()))
    }
  }
}
