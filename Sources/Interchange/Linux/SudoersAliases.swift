import Diagnostics

/// The lists of a sudoers document with their aliases replaced by what these stand for.
///
/// A negated alias stands for its members negated: as the last member that fits decides, that is the
/// same. Replacement is done once per alias and is bounded in depth and size.
struct SudoersAliases {
  static let depthMax = 128
  static let listMax = 65_536
  static let totalMax = 2_000_000

  private let document: SudoersDocument
  private(set) var findings: LinuxFindings
  private var members: [SudoersDocument.AliasKind: [String: [SudoMember]]] = [:]
  private var commands: [String: [SudoCommand]] = [:]
  private var open: [SudoersDocument.AliasKind: Set<String>] = [:]
  private var depth = 0
  private var total = 0

  init(_ document: SudoersDocument, findings: LinuxFindings) {
    self.document = document
    self.findings = findings
  }

  /// The members with aliases of that kind replaced, each with the outermost alias it came from.
  mutating func expand(
    _ list: [SudoMember], _ kind: SudoersDocument.AliasKind, at place: SudoersDocument.Place
  ) -> [(member: SudoMember, alias: String?)] {
    var result: [(member: SudoMember, alias: String?)] = []
    for member in list {
      guard case .alias(let name) = member.name else {
        result.append((member, nil))
        continue
      }
      guard let inner = expansion(of: name, kind, at: place) else {
        // Sudo takes an unknown name as the name of a user, host or group.
        result.append((SudoMember(.name(name), isNegated: member.isNegated), nil))
        continue
      }
      guard hasRoom(result.count, inner.count, name, place) else { continue }
      for inner in inner {
        let isNegated = inner.isNegated != member.isNegated
        result.append((SudoMember(inner.name, isNegated: isNegated), name))
      }
    }
    return result
  }

  /// The commands with aliases replaced. An alias that is not defined stands for none.
  mutating func expand(_ list: [SudoersDocument.Command], at place: SudoersDocument.Place)
    -> [SudoCommand]
  {
    var result: [SudoCommand] = []
    for command in list {
      guard command.isAlias else {
        result.append(command.command)
        continue
      }
      let name = command.command.text
      guard let inner = expansion(of: name, at: place),
        hasRoom(result.count, inner.count, name, place)
      else { continue }
      for var inner in inner {
        if command.command.isNegated { inner.isNegated.toggle() }
        inner.alias = name
        result.append(inner)
      }
    }
    return result
  }

  private mutating func expansion(
    of name: String, _ kind: SudoersDocument.AliasKind, at place: SudoersDocument.Place
  ) -> [SudoMember]? {
    if let known = members[kind]?[name] { return known }
    let table =
      switch kind {
      case .user: document.userAliases
      case .runAs: document.runAsAliases
      case .host: document.hostAliases
      case .command: [String: SudoersDocument.MemberAlias]()
      }
    guard let alias = table[name] else {
      report(.sudoersAliasUnknown, place, name)
      return nil
    }
    guard enter(name, kind, place) else { return [] }
    let result = expand(alias.members, kind, at: alias.place).map(\.member)
    leave(name, kind)
    members[kind, default: [:]][name] = result
    return result
  }

  private mutating func expansion(of name: String, at place: SudoersDocument.Place)
    -> [SudoCommand]?
  {
    if let known = commands[name] { return known }
    guard let alias = document.commandAliases[name] else {
      report(.sudoersAliasUnknown, place, name)
      return nil
    }
    guard enter(name, .command, place) else { return [] }
    let result = expand(alias.commands, at: alias.place)
    leave(name, .command)
    commands[name] = result
    return result
  }

  private mutating func enter(
    _ name: String, _ kind: SudoersDocument.AliasKind, _ place: SudoersDocument.Place
  ) -> Bool {
    guard depth < Self.depthMax else {
      report(.linuxLimit, place, name)
      return false
    }
    guard open[kind, default: []].insert(name).inserted else {
      report(.sudoersAliasCycle, place, name)
      return false
    }
    depth += 1
    return true
  }

  private mutating func leave(_ name: String, _ kind: SudoersDocument.AliasKind) {
    open[kind]?.remove(name)
    depth -= 1
  }

  private mutating func hasRoom(
    _ count: Int, _ more: Int, _ name: String, _ place: SudoersDocument.Place
  ) -> Bool {
    total += more
    guard count + more <= Self.listMax, total <= Self.totalMax else {
      report(.linuxLimit, place, name)
      return false
    }
    return true
  }

  private mutating func report(
    _ code: DiagnosticCode, _ place: SudoersDocument.Place, _ name: String
  ) {
    findings.add(
      LinuxFinding(code: code, file: place.file, line: place.line, detail: Excerpt.text(name.utf8)))
  }
}
