import Policies
import Testing

@Suite struct `The words of needs` {
  static let pieces = [
    "Handles", "handles", "the", "CASES", "", " ", "  ", "\n", ".", " – ", "å", "Å", "ärenden", "7",
    "-7", "é", "É", "e\u{301}", "a\u{30A}", "×", "÷",
    "İ", "ß", "'s", "\u{a0}", "😀",
  ]

  /// Random texts of pieces that fold alike, part alike, or not at all, compared by bytes and by the definition.
  @Test func `compared as bytes are as alike as their likenesses`() {
    var random = SeededRandom(seed: 11)
    func text() -> String {
      (0..<Int.random(in: 0..<5, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random)!
      }
      .joined()
    }
    var alikeCount = 0
    for _ in 0..<40_000 {
      var (one, other) = (text(), text())
      let likeness = NeedWords.likeness(of: one)
      let isAlike = other.withUTF8 { NeedWords.isAlike($0, likeness) }
      #expect(isAlike == (NeedWords.likeness(of: other) == likeness), "\(one) | \(other)")
      #expect(one.withUTF8 { NeedWords.isAlike($0, likeness) }, "\(one)")
      if isAlike { alikeCount += 1 }
    }
    #expect(alikeCount > 500)
  }
}
