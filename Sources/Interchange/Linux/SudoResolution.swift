/// Which accounts have which sudo rights, after all rules have been read.
///
/// Sudo goes through the rules from the last to the first and lets the first that fits decide. What a
/// later rule decides wholly is therefore taken out of an earlier one; what it denies in part becomes an
/// exception there.
struct SudoResolution {
  /// The most comparisons made; a file that needs more is hostile.
  static let comparisonsMax = 20_000_000
  static let rightsMax = 1_000_000

  private(set) var rights: [(account: String, right: SudoRight)] = []
  private(set) var findings: LinuxFindings
  private var comparisons = 0

  /// A command of a rule that a later rule decides.
  private struct Overridden: Hashable {
    var rule: SudoersDocument.Place
    var excerpt: String
    var command: String
    var by: SudoersDocument.Place
  }

  /// For each, the first account it was found for and how many there were.
  private var overridden: [Overridden: (account: String, count: Int)] = [:]
  private var overriddenOrder: [Overridden] = []

  init(_ rules: SudoRules, _ database: AccountDatabase) {
    findings = rules.findings
    let rules = rules.rules
    var isUsed = [Bool](repeating: false, count: rules.count)
    for account in database.accounts {
      let memberships = database.memberships[account.name] ?? []
      var blocks: [(block: SudoRules.Block, via: SudoRight.Via, excerpt: String)] = []
      comparisons += rules.count
      for (index, rule) in rules.enumerated() {
        guard let via = rule.users.via(account, memberships) else { continue }
        isUsed[index] = true
        blocks += rule.blocks.map { ($0, via, rule.excerpt) }
      }
      resolve(account.name, blocks)
      guard comparisons < Self.comparisonsMax, rights.count < Self.rightsMax else {
        findings.add(
          LinuxFinding(
            code: .linuxLimit, file: rules.first?.place.file ?? "", line: 0, detail: account.name))
        reportOverridden()
        return
      }
    }
    reportOverridden()
    for (rule, isUsed) in zip(rules, isUsed) where !isUsed {
      findings.add(
        LinuxFinding(
          code: .sudoersNobody, file: rule.place.file, line: rule.place.line,
          excerpt: rule.excerpt))
    }
  }

  private mutating func resolve(
    _ account: String,
    _ blocks: [(block: SudoRules.Block, via: SudoRight.Via, excerpt: String)]
  ) {
    var live: [[SudoCommand]] = []
    for (index, (block, _, excerpt)) in blocks.enumerated() {
      comparisons += blocks.count - index + block.weight
      let later = blocks[(index + 1)...].map(\.block).filter { Self.covers($0, block) }
      var commands: [SudoCommand] = []
      for (position, command) in block.commands.enumerated() {
        let place = decider(command, block.commands[(position + 1)...], block.place, later)
        guard let place else {
          commands.append(command)
          continue
        }
        guard !command.isNegated else { continue }
        note(
          Overridden(rule: block.place, excerpt: excerpt, command: command.text, by: place), account
        )
      }
      // The same array where nothing was taken out: hosts with many accounts keep one copy.
      live.append(commands.count == block.commands.count ? block.commands : commands)
    }
    for (index, (block, via, _)) in blocks.enumerated() {
      let commands = live[index]
      let granted = commands.filter { !$0.isNegated }
      guard !granted.isEmpty, comparisons < Self.comparisonsMax else { continue }
      let denials = zip(blocks, live).dropFirst(index + 1)
        .filter { Self.mayOverlap($0.0.block, block) }
        .flatMap { later, commands in
          commands.filter(\.isNegated).map {
            SudoRight.Exception(command: $0, runAs: later.block.runAs)
          }
        }
      comparisons += denials.count * granted.count
      let exceptions = denials.filter { denial in
        granted.contains { Self.mayOverlap($0, denial.command) }
      }
      rights.append(
        (
          account,
          SudoRight(
            runAs: block.runAs, hosts: block.hosts, commands: commands, exceptions: exceptions,
            tags: SudoTag.allCases.filter(block.tags.contains), options: block.options, via: via,
            place: block.place)
        ))
    }
  }

  private mutating func note(_ subject: Overridden, _ account: String) {
    if overridden[subject] == nil {
      guard overriddenOrder.count < LinuxFindings.countMax else { return }
      overriddenOrder.append(subject)
    }
    overridden[subject, default: (account, 0)].count += 1
  }

  /// One finding a rule, not one an account: on a large host the others would drown.
  private mutating func reportOverridden() {
    for it in overriddenOrder {
      guard let (account, count) = overridden[it] else { continue }
      let accounts = count == 1 ? account : "\(account) (+\(count - 1))"
      let detail =
        "\(accounts): \(Excerpt.text(it.command.utf8)) → \(it.by.file):\(it.by.line)"
      findings.add(
        LinuxFinding(
          code: .sudoersOverridden, file: it.rule.file, line: it.rule.line, excerpt: it.excerpt,
          detail: detail))
    }
  }

  /// The place of a later command that decides wherever this one fits; `nil` when none does.
  private mutating func decider(
    _ command: SudoCommand, _ rest: ArraySlice<SudoCommand>, _ place: SudoersDocument.Place,
    _ later: [SudoRules.Block]
  ) -> SudoersDocument.Place? {
    guard comparisons < Self.comparisonsMax else { return nil }
    comparisons += rest.count + 1
    if rest.contains(where: { Self.covers($0, command) }) { return place }
    for block in later {
      comparisons += block.commands.count
      if block.commands.contains(where: { Self.covers($0, command) }) { return block.place }
    }
    return nil
  }

  // MARK: What fits wherever something else fits

  private static func covers(_ later: SudoRules.Block, _ earlier: SudoRules.Block) -> Bool {
    // Without users, a rule is about the invoking user and exactly the groups it names.
    if later.runAs.users.isEmpty, later.runAs != earlier.runAs { return false }
    return !later.isLimitedInTime && covers(later.hosts, earlier.hosts)
      && covers(later.runAs.users, earlier.runAs.users)
      && (earlier.runAs.groups.isEmpty || covers(later.runAs.groups, earlier.runAs.groups))
  }

  private static func covers(_ later: [SudoMember], _ earlier: [SudoMember]) -> Bool {
    if later == earlier { return true }
    return later.contains { $0.name == .all } && !later.contains(where: \.isNegated)
  }

  private static func covers(_ later: SudoCommand, _ earlier: SudoCommand) -> Bool {
    guard later.digests.isEmpty || later.digests == earlier.digests else { return false }
    return later.isAll || later.text == earlier.text
  }

  // MARK: What may fit together

  private static func mayOverlap(_ later: SudoRules.Block, _ earlier: SudoRules.Block) -> Bool {
    func names(_ members: [SudoMember]) -> Set<SudoMember.Name>? {
      let isPlain = members.allSatisfy {
        if case .name = $0.name { return !$0.isNegated }
        return false
      }
      return isPlain ? Set(members.map(\.name)) : nil
    }
    func areApart(_ one: [SudoMember], _ other: [SudoMember]) -> Bool {
      guard let one = names(one), let other = names(other) else { return false }
      return one.isDisjoint(with: other)
    }
    return !areApart(later.hosts, earlier.hosts)
      && !areApart(later.runAs.users, earlier.runAs.users)
  }

  private static func mayOverlap(_ one: SudoCommand, _ other: SudoCommand) -> Bool {
    if one.isAll || other.isAll { return true }
    let (path, otherPath) = (plainPath(one.text), plainPath(other.text))
    guard let path, let otherPath else { return true }
    return path == otherPath
  }

  /// The program's path; `nil` when it is a pattern, an expression or a folder.
  private static func plainPath(_ text: String) -> [UInt8]? {
    let path = Array(text.utf8.prefix { $0 != 0x20 })
    let isPattern =
      path.first == UInt8(ascii: "^") || path.last == UInt8(ascii: "/")
      || path.contains { "*?[\\".utf8.contains($0) }
    return isPattern ? nil : path
  }
}
