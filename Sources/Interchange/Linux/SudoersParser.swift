import Diagnostics

/// Reads sudoers files (sudoers(5)) into one document, following includes.
///
/// An entry with a fault becomes a finding and is left out whole, as sudo leaves it out; the next entry is
/// read as if nothing had happened.
struct SudoersParser {
  static let depthMax = 128
  static let filesMax = 2_048
  static let bytesMax = 16 << 20

  private(set) var document = SudoersDocument()
  var findings: LinuxFindings
  /// The short name of the host, for `%h`; `nil` when the caller has not said.
  private let hostName: String?
  private let files: [SudoersFile]
  private let source: SudoersSource
  private var stack: [String] = []
  private var read: Set<String> = []
  private var filesRead = 0
  private var bytesRead = 0
  // The file and the entry being read.
  var lexer = SudoersLexer([])
  private var file = ""
  private var entry = (start: 0, line: 1)

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

  private mutating func parse(_ file: SudoersFile) {
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

  private var place: SudoersDocument.Place {
    SudoersDocument.Place(file: file, line: entry.line)
  }

  /// The entry's text so far as it fits on its line.
  private var entryText: ArraySlice<UInt8> {
    lexer.bytes[entry.start...].prefix(512).prefix { $0 != 0x0A }
  }

  private mutating func report(_ code: DiagnosticCode, detail: String) {
    findings.add(code, file, entry.line, entryText, detail)
  }
}

// MARK: Includes

extension SudoersParser {
  /// `#include` and `#includedir`, which are directives only at the very beginning of a line.
  private mutating func parseOldInclude() -> Bool {
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

  private mutating func parseInclude(isDirectory: Bool) throws(Fault) {
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

// MARK: Entries

extension SudoersParser {
  /// `Defaults`: kept as text. Quotation marks protect `#` in it.
  private mutating func parseDefaults() throws(Fault) {
    lexer.advance(8)
    var text: [UInt8] = []
    while !lexer.isAtEnd {
      if lexer.isAtContinuation {
        lexer.skipSpace()
        text.append(0x20)
      } else if lexer.peek() == UInt8(ascii: "\"") {
        guard let quoted = lexer.quoted() else { throw Fault(expected: "'\"'") }
        text.append(UInt8(ascii: "\""))
        text.append(contentsOf: quoted)
        text.append(UInt8(ascii: "\""))
      } else if lexer.isAtLineEnd {
        break
      } else if let byte = lexer.peek() {
        if byte == UInt8(ascii: "\\"), let next = lexer.peek(1), next != 0x0A {
          text.append(byte)
          text.append(next)
          lexer.advance(2)
        } else {
          text.append(byte)
          lexer.advance()
        }
      }
    }
    let trimmed = Array(text.drop { $0 == 0x20 || $0 == 0x09 })
    document.defaults.append(
      SudoersDocument.Defaults(place: place, text: String(decoding: trimmed, as: UTF8.self)))
  }

  private func aliasKind() -> SudoersDocument.AliasKind? {
    if lexer.isAtWord("Cmd_Alias") { return .command }
    return SudoersDocument.AliasKind.allCases.first { lexer.isAtWord($0.rawValue) }
  }

  private mutating func parseAliases(_ kind: SudoersDocument.AliasKind) throws(Fault) {
    lexer.advance(lexer.isAtWord("Cmd_Alias") ? 9 : kind.rawValue.utf8.count)
    repeat {
      lexer.skipSpace()
      let word = lexer.word()
      guard let word, SudoersLexer.isAliasName(word) else { throw Fault(expected: "NAME") }
      let name = String(decoding: word, as: UTF8.self)
      guard lexer.take(UInt8(ascii: "=")) else { throw Fault(expected: "'='") }
      switch kind {
      case .user:
        let alias = SudoersDocument.MemberAlias(place: place, members: try members(.user))
        define(name, alias, in: \.userAliases)
      case .runAs:
        let alias = SudoersDocument.MemberAlias(place: place, members: try members(.user))
        define(name, alias, in: \.runAsAliases)
      case .host:
        let alias = SudoersDocument.MemberAlias(place: place, members: try members(.host))
        define(name, alias, in: \.hostAliases)
      case .command:
        var commands: [SudoersDocument.Command] = []
        repeat { commands.append(try command()) } while lexer.take(UInt8(ascii: ","))
        define(
          name, SudoersDocument.CommandAlias(place: place, commands: commands),
          in: \.commandAliases)
      }
    } while lexer.take(UInt8(ascii: ":"))
  }

  private mutating func define<Alias>(
    _ name: String, _ alias: Alias, in table: WritableKeyPath<SudoersDocument, [String: Alias]>
  ) {
    guard !SudoOption.reserved.contains(name), document[keyPath: table][name] == nil else {
      report(.sudoersAliasName, detail: name)
      return
    }
    document[keyPath: table][name] = alias
  }

  private mutating func parseRule() throws(Fault) {
    let users = try members(.user)
    var privileges: [SudoersDocument.Privilege] = []
    repeat {
      let hosts = try members(.host)
      guard lexer.take(UInt8(ascii: "=")) else { throw Fault(expected: "'='") }
      privileges.append(SudoersDocument.Privilege(hosts: hosts, items: try items()))
    } while lexer.take(UInt8(ascii: ":"))
    lexer.skipSpace()
    guard lexer.isAtLineEnd else { throw Fault(expected: "',' ':' EOL") }
    document.rules.append(
      SudoersDocument.Rule(
        place: place, excerpt: Excerpt.text(entryText), users: users, privileges: privileges))
  }

  /// What a list is made of.
  enum ListKind {
    case user
    case host
  }

  mutating func members(_ kind: ListKind) throws(Fault) -> [SudoMember] {
    var members: [SudoMember] = []
    repeat { members.append(try member(kind)) } while lexer.take(UInt8(ascii: ","))
    return members
  }

  mutating func negation() -> Bool {
    var isNegated = false
    while lexer.take(UInt8(ascii: "!")) { isNegated.toggle() }
    return isNegated
  }

  private mutating func member(_ kind: ListKind) throws(Fault) -> SudoMember {
    let isNegated = negation()
    lexer.skipSpace()
    if let id = lexer.number() { return SudoMember(.id(id), isNegated: isNegated) }
    if kind == .host, let network = lexer.networkWithColons() {
      return SudoMember(.network(network), isNegated: isNegated)
    }
    let expected = kind == .host ? "Host" : "User"
    let name: SudoMember.Name
    if lexer.peek() == UInt8(ascii: "\"") {
      guard let text = lexer.quoted() else { throw Fault(expected: "'\"'") }
      name = try self.name(text, isQuoted: true, expected: expected)
    } else if lexer.peek() == UInt8(ascii: "%") {
      lexer.advance()
      let isPlugin = lexer.peek() == UInt8(ascii: ":")
      if isPlugin { lexer.advance() }
      guard lexer.peek() != 0x20, lexer.peek() != 0x09 else { throw Fault(expected: "%group") }
      if let id = lexer.number() {
        name = isPlugin ? .nonUnixGroup("#\(id)") : .groupID(id)
      } else if let word = lexer.word() {
        let group = String(decoding: word, as: UTF8.self)
        name = isPlugin ? .nonUnixGroup(group) : .group(group)
      } else {
        throw Fault(expected: "%group")
      }
    } else {
      guard let word = lexer.word() else { throw Fault(expected: expected) }
      name = try self.name(word, isQuoted: false, expected: expected)
    }
    switch name {
    case .netgroup, .nonUnixGroup:
      report(.sudoersElsewhere, detail: SudoMember(name).text)
    case .all, .name, .id, .group, .groupID, .network, .alias: break
    }
    return SudoMember(name, isNegated: isNegated)
  }

  /// What a word names, by its first character and its letters.
  private func name(_ word: [UInt8], isQuoted: Bool, expected: String) throws(Fault)
    -> SudoMember.Name
  {
    let text = String(decoding: word, as: UTF8.self)
    func rest(_ count: Int) -> String { String(decoding: word.dropFirst(count), as: UTF8.self) }
    switch word.first {
    case UInt8(ascii: "+"):
      guard word.count > 1 else { throw Fault(expected: "+netgroup") }
      return .netgroup(rest(1))
    case UInt8(ascii: "%") where isQuoted:
      if word.starts(with: "%:".utf8) {
        guard word.count > 2 else { throw Fault(expected: "%:group") }
        return .nonUnixGroup(rest(2))
      }
      guard word.count > 1 else { throw Fault(expected: "%group") }
      return word.starts(with: "%#".utf8) ? .groupID(rest(2)) : .group(rest(1))
    case UInt8(ascii: "#") where isQuoted: return .id(rest(1))
    default: break
    }
    if !isQuoted {
      if text == "ALL" { return .all }
      if SudoersLexer.isAliasName(word) { return .alias(text) }
      if expected == "Host", Self.isNetwork(word) { return .network(text) }
    }
    return .name(text)
  }

  /// An IPv4 address, perhaps with a mask.
  private static func isNetwork(_ word: [UInt8]) -> Bool {
    let parts = word.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
      let octets = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return octets.count == 4
        && octets.allSatisfy { octet in
          (1...3).contains(octet.count) && octet.allSatisfy { $0 &- 48 <= 9 }
        }
    }
    guard let address = parts.first, isAddress(address) else { return false }
    if parts.count == 1 { return true }
    guard parts.count == 2 else { return false }
    return isAddress(parts[1])
      || (1...2).contains(parts[1].count) && parts[1].allSatisfy { $0 &- 48 <= 9 }
  }
}
