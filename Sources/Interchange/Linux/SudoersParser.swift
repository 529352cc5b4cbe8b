import Diagnostics

/// Reads sudoers files (sudoers(5)) into one document, following includes.
///
/// An entry with a fault becomes a finding and is left out whole, as sudo leaves it out; the next entry is
/// read as if nothing had happened.
struct SudoersParser {
  static let depthMax = 128
  static let filesMax = 2_048
  static let bytesMax = 16 << 20

  var document = SudoersDocument()
  var findings: LinuxFindings
  /// The short name of the host, for `%h`; `nil` when the caller has not said.
  let hostName: String?
  let files: [SudoersFile]
  let source: SudoersSource
  var stack: [String] = []
  private var read: Set<String> = []
  private var filesRead = 0
  private var bytesRead = 0
  // The file and the entry being read.
  var lexer = SudoersLexer([])
  var file = ""
  var entry = (start: 0, line: 1)

  init(
    files: [SudoersFile], source: SudoersSource, hostName: String?, findings: LinuxFindings
  ) {
    self.files = files
    self.source = source
    self.hostName = hostName.map { String($0.prefix { $0 != "." }) }
    self.findings = findings
  }

  /// Reads the first file with what it includes, then those of the others that were not included.
  mutating func parse() {
    for file in files where !read.contains(file.path) {
      parse(file)
    }
  }

  mutating func parse(_ file: SudoersFile) {
    guard filesRead < Self.filesMax, bytesRead + file.bytes.count <= Self.bytesMax else {
      findings.add(LinuxFinding(code: .linuxLimit, file: file.path, line: 0))
      return
    }
    filesRead += 1
    bytesRead += file.bytes.count
    read.insert(file.path)
    stack.append(file.path)
    let outer = (lexer, self.file, entry)
    self.file = file.path
    lexer = SudoersLexer(file.bytes)
    reportNotUTF8()
    while !lexer.isAtEnd { parseEntry() }
    (lexer, self.file, entry) = outer
    stack.removeLast()
  }

  private mutating func reportNotUTF8() {
    var line = 0
    for text in lexer.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      guard !AccountDatabase.isUTF8(text) else { continue }
      findings.add(.linuxNotUTF8, file, line, text)
    }
  }

  private mutating func parseEntry() {
    if lexer.peek() == UInt8(ascii: "#"), parseOldInclude() { return }
    lexer.skipSpace()
    guard !lexer.isAtLineEnd else {
      lexer.skipPhysicalLine()
      return
    }
    entry = (lexer.at, lexer.line)
    do throws(Fault) {
      if lexer.isAtWord("@include") || lexer.isAtWord("@includedir") {
        let isDirectory = lexer.isAtWord("@includedir")
        lexer.advance(isDirectory ? 11 : 8)
        try parseInclude(isDirectory: isDirectory)
        return
      } else if lexer.isAtDefaults {
        try parseDefaults()
      } else if let kind = aliasKind() {
        try parseAliases(kind)
      } else {
        try parseRule()
      }
      lexer.skipSpace()
      guard lexer.isAtLineEnd else { throw Fault(expected: "',' ':' EOL") }
      lexer.skipPhysicalLine()
    } catch {
      report(.sudoersSyntax, detail: error.expected)
      lexer.skipEntry()
    }
  }

  /// What sudoers(5) would have had here.
  struct Fault: Error {
    var expected: String
  }

  var place: SudoersDocument.Place {
    SudoersDocument.Place(file: file, line: entry.line)
  }

  /// The entry's text so far as it fits on its line.
  var entryText: ArraySlice<UInt8> {
    lexer.bytes[entry.start...].prefix(512).prefix { $0 != 0x0A }
  }

  mutating func report(_ code: DiagnosticCode, detail: String) {
    findings.add(code, file, entry.line, entryText, detail)
  }
}
