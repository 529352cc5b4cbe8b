import CLibCrypto
public import Diagnostics

/// An authority's word that something existed at a moment: a time stamp response (RFC 3161, 2.4.2).
public struct Timestamp: Hashable, Sendable {
  /// The longest response, and the longest file of certificates, that is read.
  public static let bytesMax = 1 << 20

  /// The response as the authority gave it, in DER.
  public let bytes: [UInt8]
  /// The SHA-256 that it stamps.
  public let digest: Digest
  /// When it was made, in seconds since 1970.
  public let seconds: Int64

  /// Reads a response; whether its signature is good, `verify` says.
  ///
  /// - Throws: `TST-01` when the bytes are none, `TST-02` when the authority refused, `TST-03` for another hash than SHA-256.
  public init(_ bytes: [UInt8]) throws(Diagnostic) {
    guard LibCrypto.isReady else { throw LibCrypto.failure() }
    var said = clibcrypto_timestamp()
    let response = bytes.withUnsafeBytes {
      clibcrypto_timestamp_read($0.baseAddress, $0.count, &said)
    }
    ERR_clear_error()
    guard let response else { throw TimestampCodes.unreadable.diagnostic() }
    defer { TS_RESP_free(response) }
    guard said.status == 0 || said.status == 1 else {
      throw TimestampCodes.refused.diagnostic(
        .init(en: "status", sv: "status", "\(said.status)"))
    }
    guard said.is_sha256 == 1, let digest = withUnsafeBytes(of: said.digest, { Digest(Array($0)) })
    else { throw TimestampCodes.otherHash.diagnostic() }
    self.bytes = bytes
    self.digest = digest
    seconds = said.seconds
  }

  /// Whether it stamps this checkpoint.
  public func stamps(_ checkpoint: Checkpoint) -> Bool {
    digest == SHA256.digest(of: checkpoint.text)
  }

  /// Checks that the signature is by an authority whose certificate led, when the stamp was made, to one of these.
  ///
  /// A certificate that has expired since changes nothing: what counts is the moment of the stamp, as with `openssl ts -verify
  /// -attime`. Whether a certificate was revoked is not asked of anybody.
  /// - Parameter authorities: certificates in PEM; at least one that others are trusted by.
  /// - Throws: `TST-04` when it is not, `TST-05` when the certificates cannot be read, `KEY-09` when the library fails.
  public func verify(by authorities: [UInt8]) throws(Diagnostic) {
    guard LibCrypto.isReady else { throw LibCrypto.failure() }
    let count = authorities.withUnsafeBytes {
      clibcrypto_certificates($0.baseAddress, $0.count, nil)
    }
    guard count > 0 else { throw TimestampCodes.noCertificates.diagnostic() }
    var said = clibcrypto_timestamp()
    let response = bytes.withUnsafeBytes {
      clibcrypto_timestamp_read($0.baseAddress, $0.count, &said)
    }
    guard let response else { throw TimestampCodes.unreadable.diagnostic() }
    defer { TS_RESP_free(response) }
    let result = authorities.withUnsafeBytes { pem in
      digest.withUnsafeBytes { digest in
        clibcrypto_timestamp_verify(
          response, digest.baseAddress, seconds, pem.baseAddress, pem.count)
      }
    }
    guard result >= 0 else { throw LibCrypto.failure() }
    guard result == 1 else { throw TimestampCodes.notTrusted.diagnostic() }
  }
}
