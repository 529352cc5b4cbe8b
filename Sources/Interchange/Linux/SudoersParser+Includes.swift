import Diagnostics

/// The directives that lead to other files.
extension SudoersParser {
  /// `#include` and `#includedir`, which are directives only at the very beginning of a line.
  mutating func parseOldInclude() -> Bool {
    for (word, isDirectory) in [("#include", false), ("#includedir", true)] {
      let count = word.utf8.count
      guard lexer.bytes[lexer.at...].starts(with: word.utf8), let next = lexer.peek(count),
        next == 0x20 || next == 0x09
      else { continue }
      entry = (lexer.at, lexer.line)
      lexer.advance(count)
      do throws(Fault) {
        try parseInclude(isDirectory: isDirectory)
      } catch {
        report(.sudoersSyntax, detail: error.expected)
        lexer.skipEntry()
      }
      return true
    }
    return false
  }

  mutating func parseInclude(isDirectory: Bool) throws(Fault) {
    let path = try includePath()
    lexer.skipSpace()
    guard lexer.isAtLineEnd else { throw Fault(expected: "EOL") }
    lexer.skipPhysicalLine()
    guard let path = expanded(path) else {
      report(.sudoersIncludeUnread, detail: "%h")
      return
    }
    guard stack.count < Self.depthMax else {
      report(.sudoersIncludeLoop, detail: path)
      return
    }
    if isDirectory {
      includeDirectory(path)
    } else if stack.contains(path) {
      report(.sudoersIncludeLoop, detail: path)
    } else if let bytes = files.first(where: { $0.path == path })?.bytes ?? source.file(path) {
      parse(SudoersFile(path: path, bytes: bytes))
    } else {
      report(.sudoersIncludeUnread, detail: path)
    }
  }

  private mutating func includeDirectory(_ path: String) {
    var folder = path
    while folder.utf8.count > 1, folder.utf8.last == UInt8(ascii: "/") { folder.removeLast() }
    let own = files.filter { $0.folder == folder }
    guard let others = source.directory(folder) ?? (own.isEmpty ? nil : []) else {
      report(.sudoersIncludeUnread, detail: path)
      return
    }
    let ownPaths = Set(own.map(\.path))
    let inside = (own + others.filter { !ownPaths.contains($0.path) })
      .filter(\.isReadFromDirectory)
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for file in inside {
      if stack.contains(file.path) {
        report(.sudoersIncludeLoop, detail: file.path)
      } else {
        parse(file)
      }
    }
  }

  private mutating func includePath() throws(Fault) -> String {
    lexer.skipSpace()
    if lexer.peek() == UInt8(ascii: "\"") {
      guard let path = lexer.quoted() else { throw Fault(expected: "'\"'") }
      return String(decoding: path, as: UTF8.self)
    }
    var path: [UInt8] = []
    while let byte = lexer.peek(), byte > 0x20 {
      if byte == UInt8(ascii: "\\"), let next = lexer.peek(1), next >= 0x20 || next == 0x09 {
        path.append(next)
        lexer.advance(2)
      } else {
        path.append(byte)
        lexer.advance()
      }
    }
    guard !path.isEmpty else { throw Fault(expected: "path") }
    return String(decoding: path, as: UTF8.self)
  }

  /// The path made whole: `%h` is the host, and a relative path begins in the folder of this file.
  private func expanded(_ path: String) -> String? {
    var result: [UInt8] = []
    if path.utf8.first != UInt8(ascii: "/"), let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
    {
      result = Array(file.utf8[...slash])
    }
    let bytes = Array(path.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "h") {
        guard let hostName else { return nil }
        result.append(contentsOf: hostName.utf8)
        at += 2
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
