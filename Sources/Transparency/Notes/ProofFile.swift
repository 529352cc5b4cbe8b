public import Diagnostics

/// That a log holds a leaf, in a file that needs nothing else but the keys one trusts (C2SP tlog-proof):
/// a place, the way from the leaf to the root, and the checkpoint with that root.
public struct ProofFile: Hashable, Sendable {
  static let opening = "c2sp.org/tlog-proof@v1"
  /// The longest file that is read: a path of 63 hashes and the largest note.
  public static let bytesMax = SignedNote.bytesMax + 8_192

  public let inclusion: InclusionProof
  public let checkpoint: SignedCheckpoint

  /// - Precondition: the proof is for the size of the checkpoint.
  public init(inclusion: InclusionProof, checkpoint: SignedCheckpoint) {
    precondition(
      inclusion.size == checkpoint.head.size, "A proof is for the tree of its checkpoint.")
    self.inclusion = inclusion
    self.checkpoint = checkpoint
  }

  /// Reads a file. A line `extra` is let through and means nothing.
  ///
  /// - Throws: `NOTE-04`, or what is wrong with its checkpoint.
  public init(_ bytes: some Collection<UInt8>) throws(Diagnostic) {
    guard bytes.count <= Self.bytesMax else { throw NoteCodes.unreadableProof.diagnostic() }
    var lines = NoteLines(Array(bytes))
    guard lines.next().elementsEqual(Self.opening.utf8) else {
      throw NoteCodes.unreadableProof.diagnostic()
    }
    var line = lines.next()
    if let extra = NoteLines.value(of: "extra ", in: line) {
      guard Base64.decode(extra) != nil else { throw NoteCodes.unreadableProof.diagnostic() }
      line = lines.next()
    }
    guard let text = NoteLines.value(of: "index ", in: line), let index = NoteNumber.read(text),
      let path = lines.hashes()
    else { throw NoteCodes.unreadableProof.diagnostic() }
    checkpoint = try SignedCheckpoint(lines.rest)
    inclusion = InclusionProof(index: index, size: checkpoint.head.size, path: path)
  }

  /// The file.
  public var bytes: [UInt8] {
    var text = "\(Self.opening)\nindex \(inclusion.index)\n"
    for hash in inclusion.path { text += "\(hash.base64)\n" }
    return Array((text + "\n").utf8) + checkpoint.bytes
  }

  /// Whether the leaf with this hash is at that place of the checkpoint's tree. Who signed the checkpoint is another question.
  public func proves(_ leafHash: Digest) -> Bool {
    inclusion.proves(leafHash, in: checkpoint.head)
  }
}

/// The lines at the head of a file that ends in a note.
struct NoteLines {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// The next line without its LF; empty when there is none.
  mutating func next() -> ArraySlice<UInt8> {
    guard let end = rest.firstIndex(of: 0x0A) else { return [] }
    let line = rest[..<end]
    rest = rest[(end + 1)...]
    return line
  }

  /// The lines of a proof and the empty line after them; nothing when one is no hash, or there are more than 63.
  mutating func hashes() -> [Digest]? {
    var path: [Digest] = []
    while path.count <= 63 {
      let line = next()
      if line.isEmpty { return path }
      guard let hash = Digest(base64: line) else { return nil }
      path.append(hash)
    }
    return nil
  }

  /// What follows a word at the beginning of a line.
  static func value(of word: String, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    line.starts(with: word.utf8) ? line.dropFirst(word.utf8.count) : nil
  }
}
