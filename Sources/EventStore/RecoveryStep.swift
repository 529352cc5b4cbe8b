/// One thing that is done to a ledger so that it can be written again after an interruption.
public enum RecoveryStep: Hashable, Sendable {
  /// `head` is damaged: it is put aside, and made anew from a checkpoint.
  case rebuildHead(QuarantinedHead)
  /// Bytes behind the head are copied to `quarantine/` and cut off.
  case quarantine(TornTail)
  /// A file in the making is removed; nothing that was ever in force is in one.
  case removeDraft(String)
  /// An empty segment file behind the head is removed.
  case removeEmpty(String)
  /// A full segment is closed: its manifest is written.
  case seal(UInt64)
  /// The leaf hashes of a segment are written anew.
  case restoreLeaves(UInt64)
  /// What is published ends before the head: a checkpoint is issued and the tiles are brought up to it.
  case publish(from: UInt64)
  /// Space for a closing event is set aside again.
  case setReserveAside
}
