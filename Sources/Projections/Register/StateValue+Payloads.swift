import CanonicalJSON
public import Events

/// A payload that a row keeps whole is the bytes of its `data`, as the log writes them.
extension StateValue where Self: EventPayload {
  public func write(to state: inout StateWriter) {
    var json = JSONWriter()
    writeData(to: &json)
    state.append(UInt64(json.bytes.count))
    json.bytes.withUnsafeBytes { state.append($0) }
  }

  public init(from state: inout StateReader) {
    let bytes = state.taken(Int(truncatingIfNeeded: UInt64(from: &state)))
    var read: Self?
    if let bytes {
      var json = JSONReader(bytes)
      do throws(CanonicalJSONError) {
        let payload = try Self(data: &json)
        try json.takeEnd()
        read = payload
      } catch {
        // What is not a payload is noted below, as damage of the snapshot.
      }
    }
    self = read ?? state.damaged(Self(blank: ()))
  }
}

extension SystemChanged: StateValue {}
extension RiskAnalysed: StateValue {}
extension EntitlementChanged: StateValue {}
extension AccountDescribed: StateValue {}
extension DelegationGranted: StateValue {}
extension DelegationReported: StateValue {}
extension SeparationRuleAdopted: StateValue {}
extension SeparationExceptionApproved: StateValue {}
extension PolicyAdopted: StateValue {}
extension EventCorrected: StateValue {}
extension SecrecyMarked: StateValue {}
extension RecordDisclosed: StateValue {}
extension DisclosureDenied: StateValue {}
extension DisposalDecided: StateValue {}
extension RecordsDisposed: StateValue {}
extension StaleFlagged: StateValue {}
extension StaleNotified: StateValue {}
extension StaleReopened: StateValue {}
extension StaleResolved: StateValue {}
extension ReviewCampaignPlanned: StateValue {}
extension ReviewCampaignStarted: StateValue {}
extension ReviewEffectsReleased: StateValue {}
extension ReviewCampaignClosed: StateValue {}
extension ReviewCampaignAssessed: StateValue {}
