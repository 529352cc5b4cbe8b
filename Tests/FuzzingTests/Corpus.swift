import Foundation

/// The inputs kept for a parser: one a line, in base64, the shortest first.
///
/// Each reached a place in the code that no shorter one reached. `tools/fuzz` writes them.
enum Corpus {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpora").path

  /// A line that begins with `!` was put there by hand, and stays whatever it reaches.
  static func inputs(of name: String) throws -> [[UInt8]] {
    let text = try String(contentsOfFile: "\(folder)/\(name).txt", encoding: .utf8)
    return try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      line in
      guard let data = Data(base64Encoded: String(line.trimmingPrefix("!"))) else {
        throw Violation("\(name).txt: a line is not base64: \(line.prefix(40))")
      }
      return Array(data)
    }
  }

  static func names() throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Set(files.map { String($0.prefix { $0 != "." }) })
  }
}
