import Testing

@testable import IdentityRegister

@Suite struct ResolutionTests {
  private func filled() throws -> (TemporaryRegister, IdentityRegister) {
    let place = try TemporaryRegister()
    let register = try place.open()
    _ = try register.put(
      Batch(identities: [
        Identity(
          person: "P-1", name: "Anna Berg", userName: "anna.berg", employeeNumber: "10017",
          email: "anna.berg@kommun.example"),
        Identity(person: "P-2", name: "Åsa Öberg", userName: "asa.oberg", employeeNumber: "10018"),
        Identity(person: "P-3", name: "Åsa Öberg", userName: "asa.oberg2", employeeNumber: "P-1"),
        Identity(person: "P-4", name: "René Müller-Ek", userName: "rene.muller"),
        Identity(person: "P-5", name: "Anna Hemlig", userName: "anna.hemlig", isProtected: true),
        Identity(person: "P-6", name: "Per Ängström", userName: "per.angstrom"),
      ]))
    return (place, register)
  }

  @Test func `a person is found by every exact word, whatever the case and composition`() throws {
    let (place, register) = try filled()
    let words = [
      "P-1": [
        "P-1", "p-1", "anna.berg", "ANNA.BERG", "10017", "Anna.Berg@Kommun.example", " anna  berg ",
      ],
      "P-2": ["asa.oberg", "10018", "P-2"],
      "P-4": ["RENÉ MÜLLER-EK", "rene\u{301} mu\u{308}ller-ek", "Rene\u{301} Mu\u{308}ller-Ek"],
      "P-5": ["anna hemlig", "Anna\u{A0}Hemlig", "Anna\tHem\u{AD}lig"],
      "P-6": ["PER ÄNGSTRÖM", "per a\u{308}ngstro\u{308}m", "PER A\u{308}NGSTRO\u{308}M"],
    ]
    for (person, written) in words {
      for word in written { #expect(try register.resolve(word) == .one(person), "\(word)") }
    }
    _ = place
  }

  @Test func `a word of several persons gives them all`() throws {
    let (place, register) = try filled()
    for word in ["Åsa Öberg", "ÅSA ÖBERG", "A\u{30A}sa O\u{308}berg"] {
      guard case .several(let found) = try register.resolve(word) else {
        Issue.record("\(word)")
        continue
      }
      #expect(found.map(\.person) == ["P-2", "P-3"])
    }
    _ = place
  }

  @Test func `a mistyped word gives the near persons, the nearest first`() throws {
    let (place, register) = try filled()
    let near: [(String, [String])] = [
      ("anna.breg", ["P-1"]), ("ana.berg", ["P-1", "P-2"]), ("Berg, Anna", ["P-1"]),
      ("berg", ["P-1", "P-2", "P-3"]),
      ("anna", ["P-1"]), ("ann", ["P-1"]), ("ångström", ["P-6"]), ("ängstrom", ["P-6"]),
      ("oberg asa", ["P-2", "P-3"]), ("muller", ["P-4"]), ("rene.mu", ["P-4"]), ("anna.hemli", []),
      ("zzzzzzzz", []), ("x", []), ("", []), ("  ", []), ("P-99", []),
      ("'; DROP TABLE identity;--", []),
      (String(repeating: "a", count: 10_000), []), ("\0", []),
    ]
    for (written, persons) in near {
      guard case .none(let found) = try register.resolve(written) else {
        Issue.record("\(written)")
        continue
      }
      #expect(found.map(\.person) == persons, "\(written)")
    }
    _ = try register.put(
      Batch(identities: (10..<40).map { Identity(person: "P-\($0)", name: "Karl Dahl\($0)") }))
    guard case .none(let found) = try register.resolve("karl dahl") else {
      Issue.record("karl dahl")
      return
    }
    #expect(found.count == IdentityRegister.nearMax)
    _ = place
  }

  @Test func `the bounded distance is that of the full table`() {
    let letters = Array("abå".unicodeScalars)
    var words: [[Unicode.Scalar]] = [[]]
    for length in 0..<4 {
      words += words.filter { $0.count == length }.flatMap { word in letters.map { word + [$0] } }
    }
    var wrong = 0
    for first in words {
      for second in words {
        let full = distance(first, second)
        for limit in 0...3 {
          let expected = full <= limit ? full : nil
          if EditDistance.distance(first, second, limit: limit) != expected { wrong += 1 }
        }
      }
    }
    #expect(wrong == 0)
    #expect(distance(Array("anna".unicodeScalars), Array("nana".unicodeScalars)) == 1)
  }

  /// The textbook table, without a bound.
  private func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var table = (0...first.count).map { row in (0...second.count).map { row == 0 ? $0 : row } }
    for row in 0..<first.count {
      for column in 0..<second.count {
        var cost = min(table[row][column + 1], table[row + 1][column]) + 1
        cost = min(cost, table[row][column] + (first[row] == second[column] ? 0 : 1))
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cost = min(cost, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = cost
      }
    }
    return table[first.count][second.count]
  }
}
