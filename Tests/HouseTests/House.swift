import Foundation

/// The checkout that these tests belong to, as files.
enum House {
  /// The folder that `Package.swift` is in.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Where the built programs are: beside the test program itself.
  static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().path

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  /// The names in a folder, in order; none when there is no such folder.
  static func names(in folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: "\(root)/\(folder)") else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
  }

  /// The source files below a folder of `Sources`, or below all of it.
  static func swiftFiles(below folder: String) throws -> [SourceFile] {
    try sources.get().filter { $0.path.hasPrefix("\(folder)/") }
  }

  /// Every Swift file of the program and its tests, read once.
  private static let sources = Result {
    try ["Sources", "Tests"].flatMap { folder in
      let paths = try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")
      return try paths.filter { $0.hasSuffix(".swift") }.sorted().map {
        try SourceFile(path: "\(folder)/\($0)")
      }
    }
  }

  /// The modules that have a folder in `Sources`.
  static let modules = Result {
    try names(in: "Sources").filter {
      var isFolder: ObjCBool = false
      let path = "\(root)/Sources/\($0)"
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }
}

/// A source file with its code apart from its comments and texts.
struct SourceFile: Sendable {
  var path: String
  var text: String
  /// The lines with comments and the insides of texts left out.
  var code: [String]
  /// The lines as they stand.
  var lines: [String]

  init(path: String) throws {
    self.init(path: path, text: try House.text(path))
  }

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    code = CodeText.without(commentsAndTextsOf: text)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// `path:line` of each line of code that a pattern occurs in.
  func places(of pattern: some RegexComponent) -> [String] {
    code.enumerated().filter { $0.element.contains(pattern) }.map { "\(path):\($0.offset + 1)" }
  }
}

/// Tells Swift code from what is only read by people.
enum CodeText {
  /// The text with comments and the insides of texts taken out; lines stay lines.
  static func without(commentsAndTextsOf text: String) -> String {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    func isNext(_ expected: StaticString) -> Bool {
      expected.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }
    while index < bytes.count {
      if isNext("//") {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      } else if isNext("/*") {
        while index < bytes.count, !isNext("*/") {
          if bytes[index] == 0x0A { kept.append(0x0A) }
          index += 1
        }
        index += 2
      } else if bytes[index] == 0x22 {
        kept.append(contentsOf: "\"\"".utf8)
        index = end(ofTextAt: index, in: bytes, &kept)
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Where a text ends that begins with a quotation mark; its line ends are kept.
  private static func end(
    ofTextAt begin: Int, in bytes: [UInt8], _ kept: inout [UInt8]
  ) -> Int {
    let isLong = bytes[begin...].starts(with: "\"\"\"".utf8)
    let marks = isLong ? 3 : 1
    var index = begin + marks
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C where index + 1 < bytes.count && bytes[index + 1] == 0x28:
        // An interpolation, which may hold texts of its own.
        var depth = 0
        index += 1
        repeat {
          if bytes[index] == 0x28 { depth += 1 }
          if bytes[index] == 0x29 { depth -= 1 }
          if bytes[index] == 0x22 {
            index = end(ofTextAt: index, in: bytes, &kept)
          } else {
            index += 1
          }
        } while depth > 0 && index < bytes.count
      case 0x5C: index += 2
      case 0x22 where !isLong || bytes[index...].starts(with: "\"\"\"".utf8): return index + marks
      case 0x0A:
        kept.append(0x0A)
        index += 1
      default: index += 1
      }
    }
    return index
  }
}
