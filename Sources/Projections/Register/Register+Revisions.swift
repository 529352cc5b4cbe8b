public import AccessModel

/// Each stream's revision stands with the row of what the stream is about.
extension Register {
  /// The revision that the next event of a stream must have.
  public func nextRevision(of stream: StreamID) -> Int64 {
    let revision: Int64? =
      switch stream.kind {
      case .unit: units.nextRevision(of: stream.identifier(UnitID.self))
      case .person: persons.nextRevision(of: stream.identifier(PersonID.self))
      case .role: assignments.nextRevision(of: stream.identifier(AssignmentID.self))
      case .system: systems.nextRevision(of: stream.identifier(SystemID.self))
      case .request: requests.nextRevision(of: stream.identifier(RequestID.self))
      case .grant: grants.nextRevision(of: stream.identifier(GrantID.self))
      case .incident: incidents.nextRevision(of: stream.identifier(IncidentID.self))
      case .delegation: delegations.nextRevision(of: stream.identifier(DelegationID.self))
      case .policy: policies.nextRevision(of: stream.identifier(PolicyID.self))
      case .flag: flags.nextRevision(of: stream.identifier(FlagID.self))
      case .review: campaigns.nextRevision(of: stream.identifier(ReviewID.self))
      case .ledger, .principal, .separation: nil
      }
    // A row that another stream's event made has no revision yet; what came before the row is told apart from it.
    if let revision, revision > 0 { return revision }
    return otherRevisions[stream] ?? 0
  }

  mutating func setNextRevision(_ next: Int64, of stream: StreamID) {
    let isKept =
      switch stream.kind {
      case .unit: units.setNextRevision(next, of: stream.identifier(UnitID.self))
      case .person: persons.setNextRevision(next, of: stream.identifier(PersonID.self))
      case .role: assignments.setNextRevision(next, of: stream.identifier(AssignmentID.self))
      case .system: systems.setNextRevision(next, of: stream.identifier(SystemID.self))
      case .request: requests.setNextRevision(next, of: stream.identifier(RequestID.self))
      case .grant: grants.setNextRevision(next, of: stream.identifier(GrantID.self))
      case .incident: incidents.setNextRevision(next, of: stream.identifier(IncidentID.self))
      case .delegation: delegations.setNextRevision(next, of: stream.identifier(DelegationID.self))
      case .policy: policies.setNextRevision(next, of: stream.identifier(PolicyID.self))
      case .flag: flags.setNextRevision(next, of: stream.identifier(FlagID.self))
      case .review: campaigns.setNextRevision(next, of: stream.identifier(ReviewID.self))
      case .ledger, .principal, .separation: false
      }
    if !isKept { otherRevisions[stream] = next }
  }
}
