public import Diagnostics

/// What a log says of itself at one size: its origin, the number of leaves and the root over them
/// (C2SP tlog-checkpoint), in three lines and no more.
///
/// Extension lines are refused: verifiers disagree on whether a cosignature covers them.
public struct Checkpoint: Hashable, Sendable {
  /// The name of the log.
  public var origin: String
  public var head: TreeHead

  public init(origin: String, head: TreeHead) {
    self.origin = origin
    self.head = head
  }

  /// Reads the text of a note.
  ///
  /// - Throws: `NOTE-02` when it is not the three lines of a checkpoint in their one form.
  public init(text: some Collection<UInt8>) throws(Diagnostic) {
    let lines = Array(text).split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty,
      let origin = String(validating: lines[0], as: UTF8.self), NoteVerifierKey.isName(origin),
      let size = NoteNumber.read(lines[1]), let root = Digest(base64: lines[2]),
      size != 0 || root == MerkleTree.emptyRoot
    else { throw NoteCodes.unreadableCheckpoint.diagnostic() }
    self.init(origin: origin, head: TreeHead(size: size, root: root))
  }

  /// The three lines, each with its LF: what is signed.
  public var text: [UInt8] {
    Array("\(origin)\n\(head.size)\n\(head.root.base64)\n".utf8)
  }
}

/// Numbers as notes write them: decimal, no sign, no leading zero, at most 2^63 − 1.
enum NoteNumber {
  static func read(_ text: some Collection<UInt8>) -> UInt64? {
    guard let first = text.first, first != UInt8(ascii: "0") || text.count == 1, text.count <= 19
    else { return nil }
    var number: UInt64 = 0
    for digit in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + UInt64(digit - UInt8(ascii: "0"))
    }
    return number <= UInt64(Int64.max) ? number : nil
  }
}
