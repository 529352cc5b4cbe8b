public import Diagnostics

extension IdentityRegister {
  /// The persons whose latest needs are like one that is about to be stated.
  ///
  /// Those with the same ``LikenessMark`` are compared one by one, and no more is kept of what is found out: a digest by which equal texts
  /// could be told, in the log or in an index, would say what an erased text had been to whoever guesses it. Erased texts are like
  /// nothing. Texts that nobody is named in are passed over.
  ///
  /// - Parameters:
  ///   - text: the one about to be stated; letters, digits and their order are what counts.
  ///   - count: how many of the latest texts are looked at.
  ///   - isAlike: whether a text, as UTF-8, is like that one. What is like it has the same letters and digits in the same order.
  public func subjects(
    ofLatest count: Int, like text: String,
    where isAlike: (_ text: UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(Diagnostic) -> Set<String> {
    var found: Set<String> = []
    func collect(_ condition: String, _ values: [BoundValue]) throws(Diagnostic) {
      // By number, and not by a limited list in between, into which each text would be copied: only a command taken back leaves a gap.
      try connection.each(
        """
        SELECT text, subject FROM text
        WHERE \(condition) AND number > (SELECT max(number) FROM text) - ?1 AND text IS NOT NULL AND subject IS NOT NULL
        """, [.integer(Int64(count))] + values
      ) { (row) throws(Diagnostic) in
        if row.withText(0, isAlike) { found.insert(row.text(1)) }
      }
    }
    let mark = LikenessMark.mark(of: text, in: LikenessMark.field) ?? LikenessMark.ofOthers
    if mark == LikenessMark.ofOthers {
      // One letter can be written in several ways, of which one has a mark of its own.
      try collect("likeness IS NOT NULL", [])
    } else {
      try collect("likeness = ?2", [.integer(mark)])
      try collect("likeness = ?2", [.integer(LikenessMark.ofOthers)])
    }
    return found
  }
}
