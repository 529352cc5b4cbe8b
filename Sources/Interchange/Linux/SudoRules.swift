/// The rules of a sudoers document made ready for the question which accounts they are for.
struct SudoRules {
  /// Commands of a rule that have hosts, runas list, options and tags in common.
  struct Block {
    var place: SudoersDocument.Place
    var hosts: [SudoMember]
    var runAs: SudoRunAs
    var options: [SudoOption]
    var tags: Set<SudoTag>
    var commands: [SudoCommand]
    /// What it costs to write the block out, in units of sixteen bytes.
    var weight = 0

    /// Whether it is valid at some times only, and so cannot decide for good what another rule says.
    var isLimitedInTime: Bool {
      options.contains { $0.name == "NOTBEFORE" || $0.name == "NOTAFTER" }
    }
  }

  struct Rule {
    var place: SudoersDocument.Place
    var excerpt: String
    var users: SudoUserList
    var blocks: [Block]
  }

  private(set) var rules: [Rule] = []
  private(set) var findings: LinuxFindings

  init(_ document: SudoersDocument, hostName: String?, findings: LinuxFindings) {
    var aliases = SudoersAliases(document, findings: findings)
    var elsewhere: [LinuxFinding] = []
    let defaultUser = Self.runAsDefault(document)
    for rule in document.rules {
      var blocks: [Block] = []
      var isElsewhere = false
      for privilege in rule.privileges {
        let hosts = aliases.expand(privilege.hosts, .host, at: rule.place).map(\.member)
        guard Self.mayBeHere(hosts, hostName) else {
          isElsewhere = true
          continue
        }
        for item in privilege.items {
          var runAs = item.runAs ?? SudoRunAs(users: [SudoMember(.name(defaultUser))])
          runAs.users = aliases.expand(runAs.users, .runAs, at: rule.place).map(\.member)
          runAs.groups = aliases.expand(runAs.groups, .runAs, at: rule.place).map(\.member)
          let commands = aliases.expand([item.command], at: rule.place)
          if let last = blocks.last, last.runAs == runAs, last.options == item.options,
            last.tags == item.tags, last.hosts == hosts
          {
            blocks[blocks.count - 1].commands += commands
          } else {
            blocks.append(
              Block(
                place: rule.place, hosts: hosts, runAs: runAs, options: item.options,
                tags: item.tags, commands: commands))
          }
        }
      }
      if isElsewhere, blocks.isEmpty {
        elsewhere.append(
          LinuxFinding(
            code: .sudoersOtherHost, file: rule.place.file, line: rule.place.line,
            excerpt: rule.excerpt))
        continue
      }
      for index in blocks.indices {
        let members = blocks[index].hosts + blocks[index].runAs.users + blocks[index].runAs.groups
        let bytes = blocks[index].commands.reduce(0) { $0 + $1.text.utf8.count }
        blocks[index].weight = bytes / 16 + members.count
      }
      let users = SudoUserList(aliases.expand(rule.users, .user, at: rule.place))
      rules.append(
        Rule(place: rule.place, excerpt: rule.excerpt, users: users, blocks: blocks))
    }
    self.findings = aliases.findings
    for finding in elsewhere { self.findings.add(finding) }
  }

  /// The user that commands are run as where a rule is silent: `runas_default`, else `root`.
  private static func runAsDefault(_ document: SudoersDocument) -> String {
    var result = "root"
    for entry in document.defaults {
      for parameter in entry.text.utf8.split(separator: UInt8(ascii: ",")) {
        let trimmed = parameter.filter { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "\"") }
        let key = "runas_default="
        guard trimmed.starts(with: key.utf8), trimmed.count > key.utf8.count else { continue }
        result = String(decoding: trimmed.dropFirst(key.utf8.count), as: UTF8.self)
      }
    }
    return result
  }

  /// Whether a list of hosts fits the host, or may fit it as far as can be told here.
  private static func mayBeHere(_ hosts: [SudoMember], _ hostName: String?) -> Bool {
    guard let hostName = hostName?.lowercased() else { return true }
    let short = hostName.prefix { $0 != "." }
    for host in hosts.reversed() {
      switch host.name {
      case .all: return !host.isNegated
      case .name(let name):
        // A pattern is for the pattern matcher of the host.
        if name.utf8.contains(where: { "*?[\\".utf8.contains($0) }) { return true }
        let name = name.lowercased()
        if name == hostName || name == short { return !host.isNegated }
      case .network, .netgroup, .nonUnixGroup, .alias, .id, .group, .groupID: return true
      }
    }
    return false
  }
}

/// The users of a rule, so that the one that decides for an account is found without going through all.
struct SudoUserList {
  /// A place in the list: the later one decides.
  private struct Entry {
    var index: Int
    var isNegated: Bool
    var via: SudoRight.Via
  }

  private var names: [String: Entry] = [:]
  private var uids: [UInt32: Entry] = [:]
  private var groups: [String: Entry] = [:]
  private var gids: [UInt32: Entry] = [:]
  private var all: Entry?

  init(_ users: [(member: SudoMember, alias: String?)]) {
    for (index, (member, alias)) in users.enumerated() {
      func entry(_ via: SudoRight.Via) -> Entry {
        Entry(
          index: index, isNegated: member.isNegated, via: alias.map(SudoRight.Via.alias) ?? via)
      }
      switch member.name {
      case .all: all = entry(.all)
      // Sudo's default is to compare names of users and groups without regard to case.
      case .name(let name): names[name.lowercased()] = entry(.user)
      case .id(let id):
        if let uid = UInt32(id) { uids[uid] = entry(.user) }
      case .group(let group): groups[group.lowercased()] = entry(.group(group))
      case .groupID(let id):
        if let gid = UInt32(id) { gids[gid] = entry(.group("#\(id)")) }
      // These have been reported and cannot be resolved; an alias here was too large.
      case .network, .netgroup, .nonUnixGroup, .alias: break
      }
    }
  }

  /// How the account came under the rule; `nil` when the rule is not for it.
  func via(_ account: LinuxAccount, _ memberships: [LinuxMembership]) -> SudoRight.Via? {
    var last = all
    func consider(_ entry: Entry?) {
      guard let entry, entry.index > last?.index ?? -1 else { return }
      last = entry
    }
    consider(names[account.name.lowercased()])
    consider(uids[account.uid])
    if !groups.isEmpty || !gids.isEmpty {
      for membership in memberships {
        consider(groups[membership.group.lowercased()])
        consider(gids[membership.gid])
      }
    }
    guard let last, !last.isNegated else { return nil }
    return last.via
  }
}
