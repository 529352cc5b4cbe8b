public import Diagnostics

extension IdentityRegister {
  /// Takes away the indexes of texts (by commitment, by whose they are, and by which are alike), for a run that adds very many new ones.
  ///
  /// The indexes lie in no order of time: of a few thousand texts added together each changes a page of its own, and every one of
  /// those is written twice. Made at once from all texts they cost a second or two. Meanwhile whoever asks goes through all texts.
  ///
  /// - Throws: `IDR-08` when the register was opened for reading.
  public func leaveIndexes() throws(Diagnostic) {
    try requireWriting()
    try connection.transaction { () throws(Diagnostic) in
      for index in Schema.textIndexes { try connection.run("DROP INDEX IF EXISTS \(index.name)") }
    }
  }

  /// Makes the indexes of texts that are not there. Opening for writing does it, too, should a run that left them have been cut off.
  ///
  /// - Throws: `IDR-08` when the register was opened for reading.
  public func makeIndexes() throws(Diagnostic) {
    try requireWriting()
    try Schema.makeIndexes(in: connection)
  }
}
