import CanonicalJSON
import Foundation
import Testing

private func readTree(_ json: inout JSONReader) throws(CanonicalJSONError) -> Tree {
  try Tree(from: &json)
}

private func skip(_ json: inout JSONReader) throws(CanonicalJSONError) {
  try json.skipValue()
}

@Suite struct `Strictness` {
  /// Random values, and their bytes.
  static let samples: [(tree: Tree, bytes: [UInt8])] = {
    var random = SeededRandom(seed: 2)
    return (0..<400).map { _ in
      let tree = Tree.random(depth: 5, using: &random)
      return (tree, tree.bytes)
    }
  }()

  @Test func `what the writer writes, the reader reads`() {
    for sample in Self.samples {
      #expect(reading(sample.bytes, readTree) == .success(sample.tree))
      #expect(refusal(sample.bytes, skip) == nil)
    }
  }

  @Test func `what the writer writes, another reader of JSON reads alike`() throws {
    for sample in Self.samples {
      let found = try JSONSerialization.jsonObject(
        with: Data(sample.bytes), options: .fragmentsAllowed)
      #expect(isSame(sample.tree, found), "\(String(decoding: sample.bytes, as: UTF8.self))")
    }
  }

  @Test func `a value cut off anywhere is refused`() {
    for sample in Self.samples.prefix(100) {
      if case .integer = sample.tree { continue }
      for length in 0..<sample.bytes.count {
        let part = Array(sample.bytes[..<length])
        #expect(refusal(part, skip) != nil)
      }
    }
  }

  @Test func `bytes changed at random are refused or are written again as they stand`() {
    var random = SeededRandom(seed: 3)
    var accepted = 0
    for _ in 0..<40_000 {
      guard let sample = Self.samples.randomElement(using: &random) else { return }
      accepted += check(mutated(sample.bytes, using: &random)) ? 1 : 0
    }
    // Some changes give another value in the one form; the check is worth something only then.
    #expect(accepted > 1_000)
  }

  @Test func `random bytes are refused or are written again as they stand`() {
    var random = SeededRandom(seed: 4)
    let alphabet = Array(#"{}[]":,\-+.0123459eEa å"#.utf8) + [0, 0x0A, 0x7F, 0xFF]
    var accepted = 0
    for _ in 0..<60_000 {
      let bytes = (0..<random.below(10)).map { _ in alphabet[random.below(alphabet.count)] }
      accepted += check(bytes) ? 1 : 0
    }
    #expect(accepted > 100)
  }

  /// Checks one input in both ways of reading; whether it was accepted.
  private func check(_ bytes: [UInt8]) -> Bool {
    let isSkipped = refusal(bytes, skip) == nil
    switch reading(bytes, readTree) {
    case .success(let tree):
      if !isSkipped || tree.bytes != bytes { Issue.record("\(bytes)") }
      return true
    case .failure(let error):
      if isSkipped || error.offset < 0 || error.offset > bytes.count { Issue.record("\(bytes)") }
      return false
    }
  }

  private func mutated(_ bytes: [UInt8], using random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(2) {
      let place = random.below(bytes.count + 1)
      switch random.below(4) {
      case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
      case 1 where place < bytes.count: bytes.remove(at: place)
      case 2 where place < bytes.count: bytes.insert(bytes[random.below(bytes.count)], at: place)
      default: bytes.insert(UInt8(random.below(256)), at: place)
      }
    }
    return bytes
  }

  private func isSame(_ tree: Tree, _ found: Any) -> Bool {
    switch tree {
    case .integer(let value): (found as? NSNumber)?.int64Value == value
    case .string(let text): (found as? String).map { Array($0.utf8) } == Array(text.utf8)
    case .array(let elements):
      (found as? [Any]).map { $0.count == elements.count && zip(elements, $0).allSatisfy(isSame) }
        ?? false
    case .object(let members):
      // Where a key comes twice the other reader keeps one of them; only what it keeps is compared.
      (found as? [String: Any]).map { found in
        found.allSatisfy { key, value in
          members.contains { $0.key == key && isSame($0.value, value) }
        }
      } ?? false
    }
  }
}
