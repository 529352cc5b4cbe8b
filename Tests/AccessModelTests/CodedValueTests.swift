import AccessModel
import Diagnostics
import Testing

@Suite struct `Coded families` {
  static let families: [any CodedValue.Type] = [
    AccountKind.self, AuthorityKind.self, Channel.self, EndorsementOutcome.self, KeyKind.self,
    Ownership.self, PersonCategory.self, Privilege.self, Purpose.self, ReviewOutcome.self,
    RevocationCause.self, Role.self, StreamKind.self, SystemStatus.self, UnitKind.self,
  ]

  @Test func `every code is found, and no two members share one`() {
    for family in Self.families { check(family) }
  }

  private func check<Family: CodedValue>(_ family: Family.Type) {
    var seen: Set<String> = []
    for value in Family.allCases {
      let code = "\(value.code)"
      #expect(seen.insert(code).inserted, "\(family): \(code)")
      #expect(Family.codes[code] == value)
      #expect(!code.isEmpty && code.utf8.count <= 32)
      #expect(code.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }, "\(code)")
      #expect(!value.word.english.isEmpty && !value.word.swedish.isEmpty, "\(code)")
      #expect(Family.codes[code.uppercased()] == nil)
      #expect(Family.codes[code + " "] == nil)
    }
    #expect(Family.codes[""] == nil)
    #expect(Family.codes[String(repeating: "a", count: 40)] == nil)
    let words = Set(Family.allCases.map(\.word.swedish))
    #expect(words.count == Family.allCases.count, "\(family) has one Swedish word twice")
  }

  @Test func `no two kinds of identifier share a prefix`() {
    let prefixes = [
      PersonSubject.prefix, UnitSubject.prefix, AffiliationSubject.prefix, AssignmentSubject.prefix,
      SystemSubject.prefix, AccountSubject.prefix, EntitlementSubject.prefix, ScopeSubject.prefix,
      RequestSubject.prefix, GrantSubject.prefix, ReviewSubject.prefix, IncidentSubject.prefix,
    ]
    #expect(Set(prefixes).count == prefixes.count)
  }
}
