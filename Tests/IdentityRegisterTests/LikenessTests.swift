import Diagnostics
import Policies
import Testing

@testable import IdentityRegister

@Suite struct `Needs stated in the same words` {
  @Test func `are found by whose they are, among the latest, and not once they are erased`() throws
  {
    let place = try TemporaryRegister()
    let register = try place.open()
    for (number, person) in ["P-1", "P-2", "P-2", "P-3"].enumerated() {
      _ = try register.put(
        Batch(texts: [need(number, number == 3 ? "Another need" : "The need", subject: person)])
      )
    }
    func subjects(_ count: Int = 100, _ text: String = "the need") throws -> Set<String> {
      try register.subjects(ofLatest: count, like: text) { $0.elementsEqual("The need".utf8) }
    }
    #expect(try subjects() == ["P-1", "P-2"])
    #expect(try subjects(2) == ["P-2"])
    #expect(try subjects(0) == [])
    #expect(try subjects(100, "the other need") == [])
    // One that more has to be known of Unicode for is compared with all.
    #expect(try subjects(100, "ne\u{301}ed") == ["P-1", "P-2"])
    _ = try register.erase(person: "P-2", at: moment, basis: basis)
    #expect(try subjects() == ["P-1"])
  }

  private func need(_ number: Int, _ text: String, subject: String? = nil) -> OpenText {
    var open = openText(number, text, subject: subject)
    open.field = "need"
    return open
  }

  @Test func `are found however they are spaced, signed and written`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    let texts = [
      "Läser kartor, i norr", "LÄSER KARTOR I NORR!", "  läser\tkartor – i norr ",
      "La\u{308}ser kartor i norr", "Läser kartor i söder", "Läser kartor inorr", "",
    ]
    for (number, text) in texts.enumerated() {
      _ = try register.put(Batch(texts: [need(number, text, subject: "P-\(number)")]))
    }
    var seen: [String] = []
    let found = try register.subjects(ofLatest: 100, like: "läser kartor i norr") { text in
      seen.append(String(decoding: text, as: UTF8.self))
      return NeedWords.isAlike(text, "läser kartor i norr")
    }
    #expect(found == ["P-0", "P-1", "P-2", "P-3"])
    // Those of another mark are not even read.
    #expect(!seen.contains("Läser kartor i söder") && !seen.contains(""))
  }

  @Test func `have one mark whenever they are alike, and few have the same that are not`() {
    let words = ["Läser", "kartor", "NORR", "område", "7", "östra", "e\u{301}", "på", "Straße"]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var marks: [String: Set<Int64>] = [:]
    for _ in 0..<4_000 {
      let chosen = (0..<(1 + next(4))).map { _ in words[next(words.count)] }
      let text = chosen.joined(separator: [" ", ", ", "  ", "-"][next(4)])
      let written = next(2) == 0 ? text : text.uppercased().lowercased()
      let mark = LikenessMark.mark(of: written, in: LikenessMark.field)
      #expect(mark != nil)
      marks[NeedWords.likeness(of: written), default: []].insert(mark ?? -1)
    }
    #expect(marks.count > 1_000)
    for (likeness, found) in marks {
      #expect(found.subtracting([LikenessMark.ofOthers]).count <= 1, "\(likeness)")
    }
    let spread = Set(marks.values.flatMap { $0 })
    #expect(spread.count > 500)
    #expect(LikenessMark.mark(of: "Läser", in: "reason") == nil)
  }
}
