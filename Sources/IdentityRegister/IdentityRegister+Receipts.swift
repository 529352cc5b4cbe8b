import Chronology
public import Diagnostics

extension IdentityRegister {
  /// The commitments of the texts about a person that have not been erased, in the order of their bytes.
  public func commitments(about person: String) throws(Diagnostic) -> [[UInt8]] {
    var found: [[UInt8]] = []
    try connection.each(
      "SELECT commitment FROM text WHERE subject = ?1", [.text(person)]
    ) { (row) throws(Diagnostic) in
      found.append(row.blob(0))
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The commitments of the texts that an erasure took, in the order of their bytes.
  ///
  /// A text that was erased no longer tells whom it was about: its tombstone says when and on what ground, as that of the person does.
  public func commitments(erasedBy erasure: Erasure) throws(Diagnostic) -> [[UInt8]] {
    var found: [[UInt8]] = []
    try connection.each(
      "SELECT commitment FROM text WHERE erased_at = ?1 AND basis = ?2",
      [.integer(erasure.at.milliseconds), .text(erasure.basis)]
    ) { (row) throws(Diagnostic) in
      found.append(row.blob(0))
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
