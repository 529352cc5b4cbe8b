public import Transparency

/// A time stamp that a ledger keeps, with what it is trusted by and the checkpoint it is over.
public struct KeptTimestamp: Hashable, Sendable {
  /// The checkpoint, as the log signed it.
  public var checkpoint: SignedCheckpoint
  /// The authority's answer in DER.
  public var response: [UInt8]
  /// The certificates of the authority and those above it, in PEM.
  public var authorities: [UInt8]

  public init(checkpoint: SignedCheckpoint, response: [UInt8], authorities: [UInt8]) {
    self.checkpoint = checkpoint
    self.response = response
    self.authorities = authorities
  }
}
