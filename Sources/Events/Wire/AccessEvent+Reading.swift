import CanonicalJSON

extension AccessEvent {
  /// Reads the `data` of an event of that kind.
  static func read(
    _ kind: EventKind, from reader: inout JSONReader
  ) throws(CanonicalJSONError) -> AccessEvent {
    switch kind {
    case .ledgerOpened: .ledger(.opened(try FieldReader.read(from: &reader)))
    case .tailQuarantined: .ledger(.tailQuarantined(try FieldReader.read(from: &reader)))
    case .clockStepped: .ledger(.clockStepped(try FieldReader.read(from: &reader)))
    case .keyEnrolled: .key(.enrolled(try FieldReader.read(from: &reader)))
    case .keyRevoked: .key(.revoked(try FieldReader.read(from: &reader)))
    case .unitRegistered: .unit(.registered(try FieldReader.read(from: &reader)))
    case .personRegistered: .person(.registered(try FieldReader.read(from: &reader)))
    case .affiliationStarted: .person(.affiliationStarted(try FieldReader.read(from: &reader)))
    case .affiliationEnded: .person(.affiliationEnded(try FieldReader.read(from: &reader)))
    case .roleAssigned: .role(.assigned(try FieldReader.read(from: &reader)))
    case .roleEnded: .role(.ended(try FieldReader.read(from: &reader)))
    case .systemRegistered: .system(.registered(try FieldReader.read(from: &reader)))
    case .systemClassified: .system(.classified(try FieldReader.read(from: &reader)))
    case .systemStatusChanged: .system(.statusChanged(try FieldReader.read(from: &reader)))
    case .entitlementDefined: .system(.entitlementDefined(try FieldReader.read(from: &reader)))
    case .accountFound: .system(.accountFound(try FieldReader.read(from: &reader)))
    case .requestSubmitted: .request(.submitted(try FieldReader.read(from: &reader)))
    case .requestEndorsed: .request(.endorsed(try FieldReader.read(from: &reader)))
    case .requestWithdrawn: .request(.withdrawn(try FieldReader.read(from: &reader)))
    case .requestApproved: .request(.approved(try FieldReader.read(from: &reader)))
    case .requestDenied: .request(.denied(try FieldReader.read(from: &reader)))
    case .grantProvisioned: .grant(.provisioned(try FieldReader.read(from: &reader)))
    case .grantRevoked: .grant(.revoked(try FieldReader.read(from: &reader)))
    case .removalConfirmed: .grant(.removalConfirmed(try FieldReader.read(from: &reader)))
    case .grantTakenOver: .grant(.takenOver(try FieldReader.read(from: &reader)))
    case .reviewItemDecided: .review(.itemDecided(try FieldReader.read(from: &reader)))
    case .incidentReported: .incident(.reported(try FieldReader.read(from: &reader)))
    case .incidentClosed: .incident(.closed(try FieldReader.read(from: &reader)))
    }
  }
}
