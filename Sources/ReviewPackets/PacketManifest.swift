import Transparency

/// The list of the files of a folder of packets with their digests, in the form that `sha256sum --check` reads.
public enum PacketManifest {
  public static let fileName = "SHA256SUMS"

  /// - Parameter files: their names, which are made of identifiers, and their bytes.
  public static func bytes(of files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    Array(
      files.sorted { $0.name < $1.name }
        .map { "\(SHA256.digest(of: $0.bytes).hexadecimal)  \($0.name)\n" }.joined().utf8)
  }
}
