public import Diagnostics

extension IdentityRegister {
  /// The persons whose latest texts in a field are like one that is about to be stated.
  ///
  /// The texts themselves are compared here, one by one, and nothing of what is found out is kept: a digest by which equal texts
  /// could be told, in the log or in an index, would say what an erased text had been to whoever guesses it. Erased texts
  /// are like nothing. Texts that nobody is named in are passed over.
  ///
  /// - Parameters:
  ///   - field: the name of the field, such as `need`.
  ///   - count: how many of the latest texts are looked at, which bounds the time it takes.
  ///   - isAlike: whether a text, as UTF-8, is like the one about to be stated.
  public func subjects(
    ofLatest count: Int, in field: String,
    where isAlike: (_ text: UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(Diagnostic) -> Set<String> {
    var found: Set<String> = []
    // By number, and not by a limited list in between, into which each text would be copied: only a command taken back leaves a gap.
    try connection.each(
      """
      SELECT text, subject FROM text
      WHERE number > (SELECT max(number) FROM text) - ?2 AND field = ?1 AND text IS NOT NULL AND subject IS NOT NULL
      """, [.text(field), .integer(Int64(count))]
    ) { (row) throws(Diagnostic) in
      if row.withText(0, isAlike) { found.insert(row.text(1)) }
    }
    return found
  }
}
