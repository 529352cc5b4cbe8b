public import Transparency

/// What is asked about the keys that the log signs its checkpoints with.
public enum LogKeyCommand: Sendable {
  case replace(ReplaceLogKey)
  case retire(RetireLogKey)
}

/// Sign with a new key as well as with the one there is.
public struct ReplaceLogKey: Sendable {
  public var key: NoteVerifierKey

  public init(key: NoteVerifierKey) {
    self.key = key
  }
}

/// Sign with the new key alone: ends a replacement.
public struct RetireLogKey: Sendable {
  public init() {}
}
