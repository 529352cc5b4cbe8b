import CLibCrypto
public import Diagnostics

/// A request to an authority for a time stamp over a checkpoint (RFC 3161, 2.4.1), in DER.
///
/// What is stamped is the SHA-256 of the three lines of the checkpoint, without its signatures: they stay the same when
/// witnesses cosign, and the root in them speaks for every line of the log. There is no nonce: the root is one already, for
/// nobody could have had it stamped before it existed.
public enum TimestampRequest {
  /// The request for this checkpoint; the same each time.
  ///
  /// - Throws: `KEY-09` when the library fails.
  public static func bytes(for checkpoint: Checkpoint) throws(Diagnostic) -> [UInt8] {
    guard LibCrypto.isReady else { throw LibCrypto.failure() }
    let digest = SHA256.digest(of: checkpoint.text)
    let room = 256
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      count = digest.withUnsafeBytes {
        clibcrypto_timestamp_request($0.baseAddress, target.baseAddress, room)
      }
    }
    guard !bytes.isEmpty else { throw LibCrypto.failure() }
    return bytes
  }
}
