extension SSHSignature {
  /// The signature of an ordinary key as the log keeps it, or nothing when the text is not exactly one: who reads it then learns from
  /// `init(base64:)` what it is.
  ///
  /// A log may have a signature in each line, and every one of them but those of security keys has the same length and the same
  /// beginning. So it is read without a list of its parts, and without allocation.
  public init?(ordinary text: UnsafeRawBufferPointer) {
    guard text.count == Self.ordinaryTextCount else { return nil }
    let begin = Self.ordinaryBegin.count
    let signature = withUnsafeTemporaryAllocation(
      byteCount: begin + 64, alignment: 8
    ) { blob -> Ed25519Signature? in
      guard Base64.decode(text, padding: .required, into: blob),
        blob[..<begin].elementsEqual(Self.ordinaryBegin), let bytes = blob.baseAddress
      else { return nil }
      return Ed25519Signature(loading: UnsafeRawPointer(bytes) + begin)
    }
    guard let signature else { return nil }
    self = .ed25519(signature)
  }

  /// Characters of base64 that 83 bytes come to.
  private static let ordinaryTextCount = 112

  /// What stands before the 64 bytes: `string "ssh-ed25519"`, and their number.
  private static let ordinaryBegin: [UInt8] = {
    var begin: [UInt8] = []
    begin.appendSSH(string: OpenSSHPublicKey.ed25519Kind)
    begin.appendSSH(number: 64)
    return begin
  }()
}
