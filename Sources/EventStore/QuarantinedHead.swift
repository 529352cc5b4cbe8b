public import Diagnostics
public import Transparency

/// A damaged `head` that was put aside when another was made from a checkpoint.
public struct QuarantinedHead: Hashable, Sendable {
  /// The size of the checkpoint.
  public var size: UInt64
  /// The SHA-256 of the damaged file; that of nothing when there was none.
  public var sha256: Digest

  /// The name of the file in `quarantine/`.
  public var name: String { "head-\(size)-\(sha256.hexadecimal)" }

  public init(size: UInt64, sha256: Digest) {
    self.size = size
    self.sha256 = sha256
  }

  /// The head that a file of this name holds; `nil` for other names.
  init?(name: String) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "head", let size = UInt64(parts[1]),
      let sha256 = Digest(hexadecimal: parts[2].utf8)
    else { return nil }
    self.init(size: size, sha256: sha256)
    guard self.name == name else { return nil }
  }
}

extension FileEventLog {
  /// The damaged heads in `quarantine/`, in the order of their names.
  public func quarantinedHeads() throws(Diagnostic) -> [QuarantinedHead] {
    try reporting { () throws(SystemError) in
      try files.names(in: folder.quarantine).compactMap(QuarantinedHead.init)
    }
  }
}
