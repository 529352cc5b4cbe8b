import AccessModel
import Chronology

extension AccessPolicy {
  /// The rules that hold where the organisation has adopted none of its own.
  public static let standard: AccessPolicy = {
    func months(_ count: UInt16) -> TimeLimit { TimeLimit(.months(count)) }
    func days(_ count: UInt16) -> TimeLimit { TimeLimit(.days(count)) }
    func hours(_ count: UInt16) -> TimeLimit { TimeLimit(.hours(count)) }
    func terms(_ access: AccessClass) -> Terms {
      switch access {
      case .level0: Terms(review: months(24), validity: .none, removal: days(3))
      case .level1: Terms(review: months(12), validity: months(36), removal: days(3))
      case .level2:
        Terms(review: months(12), validity: months(24), removal: TimeLimit(.officeDays(1)))
      case .level3:
        Terms(review: months(6), validity: months(12), needsTwoPersons: true, removal: hours(24))
      case .level4:
        Terms(review: months(3), validity: months(6), needsTwoPersons: true, removal: hours(24))
      case .privileged:
        Terms(review: months(3), validity: months(12), needsTwoPersons: true, removal: hours(4))
      case .external: Terms(review: months(3), validity: months(6))
      case .temporary: Terms(review: months(12), validity: months(12))
      case .elected: Terms(review: months(12), validity: .none)
      case .care: Terms(review: months(6), validity: months(12))
      case .protectedIdentities: Terms(review: months(3), validity: months(6))
      case .sharedAccount: Terms(review: months(3), validity: months(12))
      case .serviceAccount: Terms(review: months(6), validity: months(24))
      case .separationException:
        Terms(review: months(3), validity: months(6), needsTwoPersons: true)
      }
    }
    return AccessPolicy(
      byClass: AccessClass.allCases.map(terms), emergencyValidity: hours(24),
      emergencyFollowUp: days(3), transferWithin: days(14), legacyWithin: days(90),
      immediateRemoval: hours(1), execution: TimeLimit(.officeDays(1)),
      classificationValidity: months(36), analysisValidity: months(24),
      absenceSuspendsAfter: days(30), backdating: days(7),
      requestLapse: days(30), delegationReport: days(60),
      authorities: [.council: .role, .board: .role, .committee: .role, .company: .company],
      compensatingReview: months(1),
      stale: StaleTerms(
        unusedPrivileged: days(45), unusedSensitive: days(90), unused: days(180),
        neverUsed: days(30), drill: months(12), vacancy: days(14), classification: months(24),
        answerWithin: days(14), acceptance: days(90), expiry: .none),
      reviews: ReviewRules(
        open: days(30), reminders: [days(10), days(20), days(27)], superiorAfter: days(7),
        headAfter: days(14), suspendAfter: days(30), expireAfter: days(60), sourceAge: days(35),
        effectWithin: days(3), unitInterval: months(12), eventWithin: days(14)))
  }()
}
