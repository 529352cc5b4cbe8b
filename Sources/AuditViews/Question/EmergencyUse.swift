import AccessModel
import Chronology
import Policies
import Projections

/// One use of emergency access, and its follow-up, at the moment the answer is about.
struct EmergencyUse {
  var grant: GrantRow
  var emergency: EmergencyRow
  /// The follow-up, when it had been made.
  var review: EmergencyReviewRow?
  /// When the follow-up must be made; `nil` when the use has no end that is known.
  var due: Instant?
  /// Whether it should have been followed up and was not (EMG-07).
  var isOverdue: Bool

  init(_ grant: GrantRow, _ emergency: EmergencyRow, _ question: ViewQuestion) {
    self.grant = grant
    self.emergency = emergency
    let asOf = question.asOf
    review = emergency.review.flatMap { $0.fact.effective <= asOf ? $0 : nil }
    let due = question.register.followUpDue(of: grant, at: asOf)
    self.due = due
    isOverdue =
      review == nil
      && due.flatMap { OverdueFollowUp.check(grant: grant.id, due: $0, at: asOf) } != nil
  }
}

extension ViewQuestion {
  /// The uses of emergency access that the filter lets through and that had begun at the moment, in the order of the log.
  func emergencies() -> [EmergencyUse] {
    register.grants.rows.compactMap { grant in
      guard let emergency = grant.emergency, grant.begun.effective <= asOf,
        filter.admits(grant.entitlement), filter.admits(grant.person),
        admits(unitOf: grant.person)
      else { return nil }
      return EmergencyUse(grant, emergency, self)
    }
  }
}
