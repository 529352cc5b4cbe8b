public import Transparency

/// How much is looked at when what is published is brought up to date.
public enum PublishingScope: Hashable, Sendable {
  /// What came since the newest checkpoint. Nothing is synced, for all of it can be made again.
  case news
  /// Every tile, compared with the log; and all of it is on the medium afterwards.
  case whole
}

/// What bringing the published files up to date came to.
public struct PublishingReceipt: Hashable, Sendable {
  /// The checkpoint of the head, with the cosignatures it has.
  public var checkpoint: SignedCheckpoint
  /// Whether it was issued now.
  public var isNew: Bool
  /// How many tiles were written.
  public var tilesWritten: Int
  /// How many tiles held something else than the log and were replaced.
  public var tilesMended: Int
}
