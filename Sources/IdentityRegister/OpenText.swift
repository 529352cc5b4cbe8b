public import Chronology

/// A free text in clear, with what opens its commitment in the log.
///
/// The log holds the commitment alone: a salted digest over event, field and text. The register keeps the
/// rest and never computes the digest; whoever reads a text compares it.
public struct OpenText: Hashable, Sendable {
  /// The digest that stands in the log, 32 bytes.
  public var commitment: [UInt8]
  /// The id of the event that carries the commitment, 32 lower-case hexadecimal digits.
  public var event: String
  /// The field of the event: 1 to 64 characters of `a`–`z`, `A`–`Z`, `0`–`9`, `.`, `_`, `-`.
  public var field: String
  /// The random salt, 32 bytes.
  public var salt: [UInt8]
  /// The text, at most 8,000 bytes; of the control characters only tab and line breaks.
  public var text: String
  /// The person whom the text concerns; erasing that person erases the text.
  public var subject: String?

  public init(
    commitment: [UInt8], event: String, field: String, salt: [UInt8], text: String,
    subject: String? = nil
  ) {
    self.commitment = commitment
    self.event = event
    self.field = field
    self.salt = salt
    self.text = text
    self.subject = subject
  }
}

/// What the register holds for a commitment it knows.
///
/// A commitment it does not know is no state but an error, `IDR-17`: a register that is lost, or belongs to
/// another ledger, must never look like data that was erased.
public enum TextState: Hashable, Sendable {
  case present(OpenText)
  /// Erased on a recorded ground. The log's proof holds without the text.
  case erased(at: Instant, basis: String)
  /// Disposed of on a decision, as the log calls it. The log's proof holds without the text.
  case disposed(at: Instant, decision: String)
  /// The text exists but may not be shown, as when it is under secrecy.
  case locked
}
