public import Diagnostics

/// What a proof file comes to for a line that is claimed to be in a log, without the log at hand.
public enum ProofVerdict: Hashable, Sendable {
  /// The log that holds the keys had the line at this position when it was of this size.
  case holds(position: UInt64, head: TreeHead)
  /// The line is not the one that the proof is about.
  case otherLine
  /// The checkpoint in the proof is not signed by one of the keys; the diagnostic says why.
  case notSigned(Diagnostic)

  /// Judges a proof.
  ///
  /// - Parameters:
  ///   - line: the line's bytes without its LF.
  ///   - keys: the keys of the log that are trusted.
  public init(_ proof: ProofFile, of line: [UInt8], trusting keys: [NoteVerifierKey]) {
    do throws(Diagnostic) {
      try proof.checkpoint.verify(signedByAnyOf: keys)
    } catch {
      self = .notSigned(error)
      return
    }
    self =
      proof.proves(MerkleTree.leafHash(of: line))
      ? .holds(position: proof.inclusion.index, head: proof.checkpoint.head) : .otherLine
  }
}
