import AccessModel
public import Diagnostics

extension PolicyDocument {
  /// The first line of every document that says anything.
  static let formatLine = "liggare-policy: 1"

  /// The document as lines, each ended by a line feed. Reading them gives the same document again.
  ///
  /// - Parameter comments: the language of a comment over each value that says what it means; `nil` for none.
  public func text(comments: Language? = nil) -> String {
    var lines = [PolicyDocument.formatLine, "policy: \(id)"]
    if let title { lines.append("title: \(title)") }
    var section = ""
    for (key, value) in entries {
      if key.section != section {
        section = key.section
        lines += ["", "[\(section)]"]
      }
      if let comments { lines.append("# \(key.meaning.text(in: comments))") }
      lines.append("\(key.name): \(value)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
