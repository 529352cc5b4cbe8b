import AccessModel
import Policies
import Testing

@Suite struct `The standard policy` {
  let policy = AccessPolicy.standard

  @Test func `a higher level never gives a longer time`() {
    for category in PersonCategory.allCases {
      for privilege in Privilege.allCases {
        var present = policy.terms(level: 0, privilege: privilege, category: category)
        for level in 1...4 {
          let next = policy.terms(level: level, privilege: privilege, category: category)
          #expect(next.validityDaysMax ?? .max <= present.validityDaysMax ?? .max)
          #expect(next.reviewDaysMax <= present.reviewDaysMax)
          present = next
        }
      }
    }
  }

  @Test func `power or a temporary footing never gives a longer time`() {
    for level in 0...4 {
      let plain = policy.terms(level: level, privilege: .ordinary, category: .employee)
      for category in PersonCategory.allCases {
        for privilege in Privilege.allCases {
          let terms = policy.terms(level: level, privilege: privilege, category: category)
          #expect(terms.validityDaysMax ?? .max <= plain.validityDaysMax ?? .max)
          #expect(terms.reviewDaysMax <= plain.reviewDaysMax)
        }
      }
    }
  }

  @Test func `the strictest of the terms that apply holds`() {
    let terms = policy.terms(level: 1, privilege: .privileged, category: .external)
    #expect(terms.validityDaysMax == 184)
    #expect(terms.reviewDaysMax == 92)
    #expect(
      policy.terms(level: 0, privilege: .ordinary, category: .employee).validityDaysMax == nil)
  }

  @Test func `care, protected identities and accounts of their own kind bring terms of their own`()
  {
    func terms(_ change: (inout Stakes) -> Void) -> AccessPolicy.Terms {
      var stakes = Stakes(level: 1, privilege: .ordinary, category: .employee)
      change(&stakes)
      return policy.terms(for: stakes)
    }
    #expect(terms { $0.isCare = true }.validity.description == "P12M")
    #expect(terms { $0.holdsProtectedIdentities = true }.review.description == "P3M")
    #expect(terms { $0.account = .shared }.review.description == "P3M")
    #expect(terms { $0.account = .service }.validity.description == "P24M")
    #expect(terms { $0.level = 3 }.needsTwoPersons && !terms { $0.level = 2 }.needsTwoPersons)
    #expect(terms { $0.privilege = .privileged }.removal.description == "PT4H")
  }

  @Test func `a level outside 0 to 4 counts as the nearest`() {
    let low = policy.terms(level: .min, privilege: .ordinary, category: .employee)
    let high = policy.terms(level: .max, privilege: .ordinary, category: .employee)
    #expect(low == policy.byLevel.first)
    #expect(high == policy.byLevel.last)
  }
}
