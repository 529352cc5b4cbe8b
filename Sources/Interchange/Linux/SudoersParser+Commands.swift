/// The right-hand side of a rule: runas lists, options, tags and commands.
extension SudoersParser {
  /// A `Cmnd_Spec_List`. What one command does not say it inherits from the one before.
  mutating func items() throws(Fault) -> [SudoersDocument.Item] {
    var items: [SudoersDocument.Item] = []
    var runAs: SudoRunAs?
    var options: [SudoOption] = []
    var tags: Set<SudoTag> = []
    repeat {
      if lexer.take(UInt8(ascii: "(")) { runAs = try self.runAs() }
      while let option = try option() {
        options.removeAll { $0.name == option.name }
        options.append(option)
      }
      while let tag = tag() {
        tags.remove(tag.opposite)
        tags.insert(tag)
      }
      items.append(
        SudoersDocument.Item(runAs: runAs, options: options, tags: tags, command: try command()))
    } while lexer.take(UInt8(ascii: ","))
    return items
  }

  /// A `Runas_Spec` after its opening parenthesis.
  private mutating func runAs() throws(Fault) -> SudoRunAs {
    var result = SudoRunAs(users: [])
    lexer.skipSpace()
    if lexer.peek() != UInt8(ascii: ":"), lexer.peek() != UInt8(ascii: ")") {
      result.users = try members(.user)
    }
    if lexer.take(UInt8(ascii: ":")) {
      lexer.skipSpace()
      if lexer.peek() != UInt8(ascii: ")") {
        result.groups = try members(.user)
      } else if !result.users.isEmpty {
        throw Fault(expected: "Runas_List")
      }
    }
    guard lexer.take(UInt8(ascii: ")")) else { throw Fault(expected: "')'") }
    return result
  }

  private mutating func option() throws(Fault) -> SudoOption? {
    lexer.skipSpace()
    guard let name = lexer.capitalWord(), SudoOption.names.contains(name) else { return nil }
    var rest = lexer
    rest.advance(name.utf8.count)
    guard rest.take(UInt8(ascii: "=")) else { return nil }
    lexer = rest
    lexer.skipSpace()
    var value: [UInt8]?
    switch name {
    case "CWD", "CHROOT":
      value = lexer.peek() == UInt8(ascii: "/") ? lexer.path() : lexer.word()
    case "PRIVS", "LIMITPRIVS", "ROLE", "TYPE", "APPARMOR_PROFILE":
      value = lexer.peek() == UInt8(ascii: "\"") ? lexer.quoted() : lexer.word()
    default:
      value = lexer.word()
    }
    guard let value else { throw Fault(expected: "\(name)=…") }
    return SudoOption(name: name, value: String(decoding: value, as: UTF8.self))
  }

  private mutating func tag() -> SudoTag? {
    lexer.skipSpace()
    guard let tag = lexer.capitalWord().flatMap(SudoTag.init(rawValue:)) else { return nil }
    var rest = lexer
    rest.advance(tag.rawValue.utf8.count)
    guard rest.take(UInt8(ascii: ":")) else { return nil }
    lexer = rest
    return tag
  }

  /// A `Cmnd`: digests, `!`, then `ALL`, an alias or a command.
  mutating func command() throws(Fault) -> SudoersDocument.Command {
    let digests = try digests()
    let isNegated = negation()
    lexer.skipSpace()
    if let name = lexer.capitalWord() {
      // A digest is for a program or for ALL, not for an alias.
      guard digests.isEmpty || name == "ALL" else { throw Fault(expected: "Cmnd") }
      lexer.advance(name.utf8.count)
      return SudoersDocument.Command(
        command: SudoCommand(name, isNegated: isNegated, digests: digests), isAlias: name != "ALL")
    }
    do throws(SudoersLexer.CommandFault) {
      let command = try lexer.command()
      return SudoersDocument.Command(
        command: SudoCommand(
          String(decoding: command, as: UTF8.self), isNegated: isNegated, digests: digests),
        isAlias: false)
    } catch {
      switch error {
      case .notACommand: throw Fault(expected: "Cmnd")
      case .badEscape: throw Fault(expected: "'\\\\'")
      case .openExpression: throw Fault(expected: "'$'")
      }
    }
  }

  private mutating func digests() throws(Fault) -> [String] {
    var digests: [String] = []
    while true {
      var rest = lexer
      if !digests.isEmpty, !rest.take(UInt8(ascii: ",")) { return digests }
      guard let algorithm = rest.digestAlgorithm() else { return digests }
      lexer = rest
      guard lexer.take(UInt8(ascii: ":")) else { throw Fault(expected: "':'") }
      guard let digest = lexer.digest(byteCount: algorithm.bytes) else {
        throw Fault(expected: "\(algorithm.name) digest")
      }
      digests.append("\(algorithm.name):\(digest)")
    }
  }
}
