public import Diagnostics
import Transparency

/// Everything an auditor needs for one thing in a ledger, in files that are checked without the ledger.
///
/// ```text
/// FORMAT                              liggare-evidence/v1 <origin> <subject> LF
/// README                              what this is, and the commands that check it
/// lines.ndjson                        the lines of the log, each with its LF, whole batches
/// chain, authority, keys              which lines are what: <position> <type> <stream> <recorded>
/// checkpoint                          what the log signed, with its cosignatures
/// proofs/<position>.tlog-proof        one for each line, against that checkpoint
/// policy                              the log's keys and the witnesses (C2SP tlog-policy)
/// allowed_signers                     whose keys signed, for ssh-keygen
/// signatures/<first>-<last>.sig       the signature of each batch, for ssh-keygen
/// texts/<position>-<field>/           event, field, salt and text; or withheld
/// timestamp/                          checkpoint, response.tsr, ca.pem, consistency; where there is one
/// SHA256SUMS                          of all other files
/// ```
public struct EvidenceBundle: Hashable, Sendable {
  /// The folder that an archive holds.
  static let folder = "evidence"
  /// The most bytes that are read.
  public static let bytesMax = 256 << 20
  /// The most files that are read.
  public static let filesMax = 65_536

  /// The names of the files that every bundle has.
  enum Name {
    static let format = "FORMAT"
    static let readme = "README"
    static let sums = "SHA256SUMS"
    static let lines = "lines.ndjson"
    static let checkpoint = "checkpoint"
    static let policy = "policy"
    static let always = [format, readme, sums, lines, checkpoint, policy]

    static func proof(_ position: UInt64) -> String { "proofs/\(position).tlog-proof" }
    static func text(_ position: UInt64, _ field: String) -> String { "texts/\(position)-\(field)" }

    static let stamped = "timestamp/checkpoint"
    static let response = "timestamp/response.tsr"
    static let authorities = "timestamp/ca.pem"
    static let consistency = "timestamp/consistency"
    static let timestamp = [stamped, response, authorities, consistency]
  }

  /// The bytes of each file by its name below the folder.
  public internal(set) var files: [String: [UInt8]]

  /// The bundle as one file: the same bytes each time it is made.
  public var archive: [UInt8] { Ustar.write(files, below: Self.folder) }

  init(files: [String: [UInt8]]) {
    self.files = files
  }

  /// Reads a bundle that is one file.
  ///
  /// - Throws: `EVI-02` for anything else.
  public init(archive: [UInt8]) throws(Diagnostic) {
    guard let files = Ustar.read(archive, below: Self.folder) else {
      throw EvidenceCodes.noBundle.diagnostic()
    }
    self.init(files: files)
  }

  /// The checksums of all other files, as `sha256sum` writes them.
  var sums: [UInt8] {
    let names = files.keys.filter { $0 != Name.sums }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Array(
      names.map { "\(SHA256.digest(of: files[$0] ?? []).hexadecimal)  \($0)\n" }.joined().utf8)
  }

  /// What `FORMAT` says.
  struct Heading {
    static let name = "liggare-evidence/v1"
    var origin: String
    var subject: EvidenceSubject

    init(origin: String, subject: EvidenceSubject) {
      self.origin = origin
      self.subject = subject
    }

    init?(_ bytes: [UInt8]) {
      guard let text = String(validating: bytes, as: UTF8.self), text.last == "\n" else {
        return nil
      }
      let words = text.dropLast().split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 4, words[0] == Self.name,
        let subject = EvidenceSubject(kind: words[2], place: words[3])
      else { return nil }
      self.init(origin: String(words[1]), subject: subject)
      guard self.bytes == bytes else { return nil }
    }

    var bytes: [UInt8] { Array("\(Self.name) \(origin) \(subject.text)\n".utf8) }
  }
}
