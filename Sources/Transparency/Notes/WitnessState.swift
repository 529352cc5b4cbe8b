import Diagnostics

/// What a witness remembers of one log: the last checkpoint it cosigned (C2SP tlog-witness).
public struct WitnessState: Hashable, Sendable {
  /// The log's keys; more than one while a key is being replaced.
  public let keys: [NoteVerifierKey]
  /// The last head that was cosigned; that of the empty log when none was.
  public private(set) var head: TreeHead

  public init(keys: [NoteVerifierKey], head: TreeHead = .empty) {
    self.keys = keys
    self.head = head
  }

  /// Why a witness does not cosign; each has the status that HTTP says it with.
  public enum Refusal: Error, Hashable, Sendable {
    /// 400: the request cannot be read, or asks for something that cannot be.
    case malformed
    /// 403: no key of the log signed the checkpoint.
    case notSigned
    /// 404: the log is not one of the witness's.
    case unknownLog
    /// 409: the witness knows another size; or the same size with another root, which two honest heads cannot have.
    case conflict(knownSize: UInt64)
    /// 422: the checkpoint does not grow out of what the witness knows.
    case inconsistent

    /// The status code of HTTP.
    public var status: Int {
      switch self {
      case .malformed: 400
      case .notSigned: 403
      case .unknownLog: 404
      case .conflict: 409
      case .inconsistent: 422
      }
    }
  }

  /// Judges a request and moves to its head, or stays and says why.
  ///
  /// The new state must be kept safely before the cosignature is given away.
  public mutating func accept(_ request: WitnessRequest) throws(Refusal) {
    do throws(Diagnostic) {
      try request.checkpoint.verify(signedByAnyOf: keys)
    } catch {
      throw .notSigned
    }
    let next = request.checkpoint.head
    guard request.oldSize <= next.size else { throw .malformed }
    guard request.oldSize == head.size else { throw .conflict(knownSize: head.size) }
    if next.size == head.size {
      guard request.path.isEmpty else { throw .inconsistent }
      guard next.root == head.root else { throw .conflict(knownSize: head.size) }
    }
    guard request.consistency.extends(head, to: next) else { throw .inconsistent }
    head = next
  }
}
