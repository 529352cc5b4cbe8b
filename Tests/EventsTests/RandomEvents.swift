import AccessModel
import CanonicalJSON
import Chronology
import Events
import Transparency

extension SignedEvent {
  /// The bytes of the `event` value.
  var bytes: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.bytes
  }

  /// Reads all of `bytes`.
  static func reading(_ bytes: [UInt8]) -> Result<SignedEvent, ReadingError> {
    bytes.withUnsafeBytes { bytes in
      do throws(ReadingError) {
        return .success(try SignedEvent(bytes: bytes))
      } catch {
        return .failure(error)
      }
    }
  }

  static func reading(_ text: String) -> Result<SignedEvent, ReadingError> {
    reading(Array(text.utf8))
  }

  /// An event of that kind with every field drawn at random, in an envelope drawn at random.
  static func random(
    _ kind: EventKind, _ presence: RandomFields.Presence, using random: inout SeededRandom
  ) throws -> SignedEvent {
    var fields = RandomFields(random: random, presence: presence)
    let event = try randomEvent(kind, &fields)
    random = fields.random
    func optional<Value: Drawable>(_ type: Value.Type) -> Value? {
      switch presence {
      case .always: .draw(using: &random)
      case .never: nil
      case .sometimes: random.once(in: 2) ? .draw(using: &random) : nil
      }
    }
    return SignedEvent(
      id: .draw(using: &random), revision: .random(in: 0...1_000, using: &random),
      effective: .draw(using: &random),
      actor: Actor(
        principal: .draw(using: &random), role: optional(Role.self),
        assignment: optional(AssignmentID.self), actingFor: optional(PersonID.self)),
      command: CommandStamp(id: .draw(using: &random), channel: .draw(using: &random)),
      caseNumber: optional(CaseNumber.self), reason: optional(Commitment.self),
      basis: optional(Digest.self).map { TreeHead(size: UInt64(random.below(1 << 40)), root: $0) },
      event: event)
  }

  private static func randomEvent(
    _ kind: EventKind, _ fields: inout RandomFields
  ) throws -> AccessEvent {
    func fill<Payload: EventPayload>(
      _ make: (Payload) -> AccessEvent
    ) throws(CanonicalJSONError) -> AccessEvent {
      var payload = Payload(blank: ())
      try payload.visitFields(&fields)
      return make(payload)
    }
    return switch kind {
    case .ledgerOpened: try fill { .ledger(.opened($0)) }
    case .tailQuarantined: try fill { .ledger(.tailQuarantined($0)) }
    case .clockStepped: try fill { .ledger(.clockStepped($0)) }
    case .logKeyReplaced: try fill { .ledger(.logKeyReplaced($0)) }
    case .logKeyRetired: try fill { .ledger(.logKeyRetired($0)) }
    case .ledgerRestored: try fill { .ledger(.restored($0)) }
    case .headRebuilt: try fill { .ledger(.headRebuilt($0)) }
    case .disposalDecided: try fill { .ledger(.disposalDecided($0)) }
    case .recordsDisposed: try fill { .ledger(.recordsDisposed($0)) }
    case .holdSet: try fill { .ledger(.holdSet($0)) }
    case .holdLifted: try fill { .ledger(.holdLifted($0)) }
    case .recordDisclosed: try fill { .ledger(.recordDisclosed($0)) }
    case .disclosureDenied: try fill { .ledger(.disclosureDenied($0)) }
    case .usageImported: try fill { .usage(.imported($0)) }
    case .reconciliationRecorded: try fill { .reconciliation(.recorded($0)) }
    case .discrepancyResolved: try fill { .reconciliation(.discrepancyResolved($0)) }
    case .staleFlagged: try fill { .stale(.flagged($0)) }
    case .staleNotified: try fill { .stale(.notified($0)) }
    case .staleReopened: try fill { .stale(.reopened($0)) }
    case .staleResolved: try fill { .stale(.resolved($0)) }
    case .reviewCampaignPlanned: try fill { .review(.campaignPlanned($0)) }
    case .reviewCampaignStarted: try fill { .review(.campaignStarted($0)) }
    case .reviewItemRouted: try fill { .review(.itemRouted($0)) }
    case .reviewItemLapsed: try fill { .review(.itemLapsed($0)) }
    case .reviewEffectsReleased: try fill { .review(.effectsReleased($0)) }
    case .reviewCampaignClosed: try fill { .review(.campaignClosed($0)) }
    case .reviewCampaignAssessed: try fill { .review(.campaignAssessed($0)) }
    case .keyEnrolled: try fill { .key(.enrolled($0)) }
    case .keyRevoked: try fill { .key(.revoked($0)) }
    case .unitRegistered: try fill { .unit(.registered($0)) }
    case .personRegistered: try fill { .person(.registered($0)) }
    case .affiliationStarted: try fill { .person(.affiliationStarted($0)) }
    case .affiliationEnded: try fill { .person(.affiliationEnded($0)) }
    case .roleAssigned: try fill { .role(.assigned($0)) }
    case .roleEnded: try fill { .role(.ended($0)) }
    case .systemRegistered: try fill { .system(.registered($0)) }
    case .systemClassified: try fill { .system(.classified($0)) }
    case .systemStatusChanged: try fill { .system(.statusChanged($0)) }
    case .entitlementDefined: try fill { .system(.entitlementDefined($0)) }
    case .accountFound: try fill { .system(.accountFound($0)) }
    case .requestSubmitted: try fill { .request(.submitted($0)) }
    case .requestEndorsed: try fill { .request(.endorsed($0)) }
    case .requestWithdrawn: try fill { .request(.withdrawn($0)) }
    case .requestApproved: try fill { .request(.approved($0)) }
    case .requestDenied: try fill { .request(.denied($0)) }
    case .grantProvisioned: try fill { .grant(.provisioned($0)) }
    case .grantRevoked: try fill { .grant(.revoked($0)) }
    case .removalConfirmed: try fill { .grant(.removalConfirmed($0)) }
    case .grantTakenOver: try fill { .grant(.takenOver($0)) }
    case .reviewItemDecided: try fill { .review(.itemDecided($0)) }
    case .incidentReported: try fill { .incident(.reported($0)) }
    case .incidentClosed: try fill { .incident(.closed($0)) }
    case .incidentTriaged: try fill { .incident(.triaged($0)) }
    case .incidentDutyAssessed: try fill { .incident(.dutyAssessed($0)) }
    case .incidentActionRecorded: try fill { .incident(.actionRecorded($0)) }
    case .incidentNotificationSubmitted: try fill { .incident(.notificationSubmitted($0)) }
    case .incidentLinked: try fill { .incident(.linked($0)) }
    case .incidentExposureAnswered: try fill { .incident(.exposureAnswered($0)) }
    case .incidentMeasureAssigned: try fill { .incident(.measureAssigned($0)) }
    case .incidentMeasureCompleted: try fill { .incident(.measureCompleted($0)) }
    case .incidentFollowedUp: try fill { .incident(.followedUp($0)) }
    case .incidentReopened: try fill { .incident(.reopened($0)) }
    case .unitRenamed: try fill { .unit(.renamed($0)) }
    case .unitMoved: try fill { .unit(.moved($0)) }
    case .unitClosed: try fill { .unit(.closed($0)) }
    case .affiliationChanged: try fill { .person(.affiliationChanged($0)) }
    case .absenceStarted: try fill { .person(.absenceStarted($0)) }
    case .absenceEnded: try fill { .person(.absenceEnded($0)) }
    case .trainingCompleted: try fill { .person(.trainingCompleted($0)) }
    case .identityChanged: try fill { .person(.identityChanged($0)) }
    case .identityErased: try fill { .person(.identityErased($0)) }
    case .delegationGranted: try fill { .delegation(.granted($0)) }
    case .delegationRevoked: try fill { .delegation(.revoked($0)) }
    case .delegationReported: try fill { .delegation(.reported($0)) }
    case .systemChanged: try fill { .system(.changed($0)) }
    case .riskAnalysed: try fill { .system(.riskAnalysed($0)) }
    case .entitlementChanged: try fill { .system(.entitlementChanged($0)) }
    case .entitlementRetired: try fill { .system(.entitlementRetired($0)) }
    case .accountDescribed: try fill { .system(.accountDescribed($0)) }
    case .accountRotated: try fill { .system(.accountRotated($0)) }
    case .separationRuleAdopted: try fill { .separation(.ruleAdopted($0)) }
    case .separationExceptionApproved: try fill { .separation(.exceptionApproved($0)) }
    case .policyAdopted: try fill { .policy(.adopted($0)) }
    case .requestAmended: try fill { .request(.amended($0)) }
    case .requestReturned: try fill { .request(.returned($0)) }
    case .grantSuspended: try fill { .grant(.suspended($0)) }
    case .grantResumed: try fill { .grant(.resumed($0)) }
    case .grantNarrowed: try fill { .grant(.narrowed($0)) }
    case .grantExpired: try fill { .grant(.expired($0)) }
    case .emergencyActivated: try fill { .grant(.emergencyActivated($0)) }
    case .emergencyReviewed: try fill { .grant(.emergencyReviewed($0)) }
    case .eventCorrected: try fill { .ledger(.eventCorrected($0)) }
    case .secrecyMarked: try fill { .ledger(.secrecyMarked($0)) }
    }
  }

  /// Events of every kind: with every optional field, with none, and with some.
  static let samples: [(event: SignedEvent, bytes: [UInt8])] = {
    var random = SeededRandom(seed: 11)
    var samples: [(event: SignedEvent, bytes: [UInt8])] = []
    for kind in EventKind.allCases {
      let presences: [RandomFields.Presence] =
        [.always, .never] + Array(repeating: .sometimes, count: 12)
      for presence in presences {
        do {
          let event = try SignedEvent.random(kind, presence, using: &random)
          samples.append((event, event.bytes))
        } catch {
          preconditionFailure("Drawing a \(kind) failed: \(error)")
        }
      }
    }
    return samples
  }()
}
