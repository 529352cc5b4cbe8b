import Diagnostics

/// `Defaults`, alias definitions, user specifications and the lists they are made of.
extension SudoersParser {
  /// `Defaults`: kept as text. Quotation marks protect `#` in it.
  mutating func parseDefaults() throws(Fault) {
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

  func aliasKind() -> SudoersDocument.AliasKind? {
    if lexer.isAtWord("Cmd_Alias") { return .command }
    return SudoersDocument.AliasKind.allCases.first { lexer.isAtWord($0.rawValue) }
  }

  mutating func parseAliases(_ kind: SudoersDocument.AliasKind) throws(Fault) {
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

  mutating func parseRule() throws(Fault) {
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
