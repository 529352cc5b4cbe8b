/// Which command an event is of, and how the command came in.
@frozen
public struct CommandStamp: Hashable, Sendable {
  /// The idempotency key: a command that comes twice is recorded once.
  public var id: UniqueID
  public var channel: Channel

  @inlinable
  public init(id: UniqueID, channel: Channel) {
    self.id = id
    self.channel = channel
  }
}
