import AccessModel
import Chronology
import Diagnostics
import Policies
import Testing

private func read(_ text: String) throws(PolicyFaults) -> PolicyDocument {
  try PolicyDocument(reading: PolicyDocument.text(of: Array(text.utf8)), events: eventNames)
}

/// The faults of a text: code, line, and what was probably meant.
private func faults(_ text: String) -> [String] {
  do throws(PolicyFaults) {
    _ = try read(text)
    return []
  } catch {
    return error.faults.map { fault in
      func value(_ name: String) -> String? {
        fault.facts.first { $0.name.english == name }.map { $0.value.english }
      }
      return [fault.code, value("line"), value("did you mean")].compactMap(\.self)
        .joined(separator: " ")
    }
  }
}

private let heading = "liggare-policy: 1\npolicy: rules-1\n"

@Suite struct `A policy document` {
  @Test func `what is printed is read as the same document, with comments and without`() throws {
    var random = SeededRandom(seed: 1)
    for round in 0..<200 {
      let document = PolicyDocument.random("rules-\(round)", sparsity: 1 + round % 9, &random)
      for comments in [nil, Language.english, .swedish] where round % 9 > 1 || comments == nil {
        let text = document.text(comments: comments)
        #expect(try read(text) == document, "round \(round)")
      }
    }
  }

  @Test func `the whole of the standard policy is written and read`() throws {
    let id = try #require(PolicyID("standard"))
    let document = PolicyDocument(id: id, of: .standard)
    #expect(document.entries.count == PolicyKey.all.count)
    let again = try read(document.text())
    #expect(again == document)
    let layer = PolicyLayer(level: .group, document: again)
    #expect(EffectivePolicy([layer]).policy == .standard)
  }

  @Test func `comments, empty lines, spaces and the order of lines mean nothing`() throws {
    let plain = try read(
      heading + "[level-2]\nreview: P6M\nvalidity: none\n[legacy]\nwithin: P9D\n")
    let other = try read(
      "# ours\n  policy:rules-1\n\nliggare-policy :  1\n [ legacy ]\n within : P9D \n#\n[level-2]\nvalidity: none\nreview: P6M\n"
    )
    #expect(plain == other)
    #expect(
      plain.entries.map(\.key.path) == ["level-2.review", "level-2.validity", "legacy.within"])
  }

  @Test(arguments: [
    ("", "POL-01"), ("\u{FEFF}liggare-policy: 1\n", "POL-01 1"),
    ("liggare-policy: 1\n\tpolicy: a\n", "POL-01 2"),
    ("liggare-policy: 1\r\npolicy: a\r\n", "POL-01 1"), (heading + "[legacy]", "POL-01 3"),
    (String(repeating: "# 23456789\n", count: 1_100), "POL-01"),
    ("liggare-policy: 1\u{85}\n", "POL-01 1"),
    ("# nothing\n", "POL-02 1"), ("liggare-policy: 1\n", "POL-02 1"),
    ("policy: rules-1\n", "POL-02 1"),
    (heading + "hello\n", "POL-03 3"), (heading + "[legacy\nwithin: P1D\n", "POL-03 3"),
    (heading + "[legacy]\nwithin P1D\n", "POL-03 4"),
    (heading + "[level-5]\nreview: P1D\n", "POL-04 3 level-0"),
    (heading + "[pivileged]\n", "POL-04 3 privileged"), (heading + "[]\n", "POL-04 3"),
    (heading + "[legacy]\nwithn: P1D\n", "POL-05 4 within"),
    (heading + "review: P1D\n", "POL-05 3"), (heading + "titel: x\n", "POL-05 3 title"),
    (heading + "[legacy]\n: P1D\n", "POL-05 4"), (heading + "[legacy]\nreview: P1D\n", "POL-05 4"),
    (heading + "[legacy]\nwithin: P12m\n", "POL-06 4 P12M"),
    (heading + "[legacy]\nwithin: 90D\n", "POL-06 4 P90D"),
    (heading + "[legacy]\nwithin: none\n", "POL-06 4"),
    (heading + "[legacy]\nwithin: P0D\n", "POL-06 4"),
    (heading + "[legacy]\nwithin: P90D # days\n", "POL-06 4"),
    (heading + "[legacy]\nwithin: P101Y\n", "POL-06 4"),
    (heading + "[legacy]\nwithin: P999999999Y\n", "POL-06 4"),
    (heading + "[legacy]\nwithin: 0 office days\n", "POL-06 4"),
    (heading + "[legacy]\nwithin: 1 office days\n", "POL-06 4"),
    (heading + "[legacy]\nwithin: \n", "POL-06 4"),
    (heading + "[level-2]\ntwo-persons: yess\n", "POL-06 4 yes"),
    (heading + "[request]\nneed-characters: 0\n", "POL-06 4"),
    (heading + "[request]\nneed-characters: 010\n", "POL-06 4"),
    (heading + "[system]\nvacancy: blok\n", "POL-06 4 block"),
    (heading + "[recording]\ncase-number: request.aproved\n", "POL-06 4 request.approved"),
    (
      heading + "[recording]\ncase-number: role.assigned, role.assigned\n", "POL-06 4 role.assigned"
    ),
    (heading + "[recording]\ncase-number: role.assigned,\n", "POL-06 4"),
    (heading + "[delegation]\nnon-delegable: a b\n", "POL-06 4"),
    (heading + "[separation]\nkeep-apart: decider/requester\n", "POL-06 4"),
    ("liggare-policy: 2\npolicy: rules-1\n", "POL-06 1"),
    ("liggare-policy: 1\npolicy: rules 1\n", "POL-06 2"),
    (heading + "title: \n", "POL-06 3"),
    (heading + "policy: rules-2\n", "POL-07 3"), (heading + "[legacy]\n[legacy]\n", "POL-07 4"),
    (heading + "[legacy]\nwithin: P1D\nwithin: P1D\n", "POL-07 5"),
  ])
  func `what is wrong is told with its line and what was probably meant`(
    text: String, expected: String
  ) {
    #expect(faults(text) == [expected])
  }

  @Test func `everything that is wrong is told at once, and no more than fifty things`() {
    #expect(
      faults("policy: rules-1\n[legasy]\nwithin: x\n[level-1]\nreview: y\nzz: 1\n") == [
        "POL-02 1", "POL-04 2 legacy", "POL-06 5", "POL-05 6",
      ])
    let many = heading + String(repeating: "what\n", count: 400)
    #expect(faults(many).count == 50)
  }

  @Test func `each fault says what to do in two languages`() {
    for code in PolicyDocumentCodes.catalogue {
      #expect(code.remedy.english != code.remedy.swedish)
    }
    #expect(
      Set(PolicyKey.all.map(\.formText.english)).isDisjoint(with: [""])
        && PolicyKey.all.allSatisfy { $0.meaning.english != $0.meaning.swedish })
  }

  @Test func `no damage to a document stops the reader`() throws {
    var random = SeededRandom(seed: 7)
    let documents = (0..<50).map {
      Array(
        PolicyDocument.random("rules-\($0)", sparsity: 4, &random).text(comments: .swedish).utf8)
    }
    let alphabet = Array("PTYMWDHS0189:[]#, -./\n\u{0}\u{7F}ö\u{2028}none office days".utf8)
    var readCount = 0
    for round in 0..<4_000 {
      var bytes = documents[round % documents.count]
      for _ in 0...random.below(4) {
        let place = random.below(bytes.count)
        switch random.below(5) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(alphabet[random.below(alphabet.count)], at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.below(200)))
        case _:
          let end = min(bytes.count, place + random.below(80))
          bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count))
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      do throws(PolicyFaults) {
        let text = try PolicyDocument.text(of: bytes)
        let document = try PolicyDocument(reading: text, events: eventNames)
        // What could be read is printed and read again.
        #expect(try read(document.text()) == document)
        readCount += 1
      } catch {
        #expect(!error.faults.isEmpty && error.faults.count <= 51)
      }
    }
    #expect(readCount > 100)
  }
}
