public import Transparency

extension LedgerCopy {
  /// Reads every byte of the copied log back and judges it, as it will be when it is committed.
  ///
  /// - Parameters: as those of `LogVerification.verify`.
  public func verify(
    keys: (_ key: KeyFingerprint, _ position: UInt64) throws -> OpenSSHPublicKey?,
    origin: () -> String? = { nil }, onRecord: (Record) throws -> Void = { _ in }
  ) throws -> LogVerification {
    try LogVerification.verify(
      at: target.path, files: files, claiming: record, keys: keys, logKeys: nil, origin: origin,
      onRecord: onRecord)
  }
}
