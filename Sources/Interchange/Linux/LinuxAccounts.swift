/// What a Linux host really grants: its accounts, and for each the shell, the groups and the sudo rights.
///
/// Reads bytes that the caller has fetched, opens nothing, and has no use for `/etc/shadow`. What is not
/// understood is in `findings`; what is understood is returned all the same.
public struct LinuxAccounts: Sendable {
  /// In the order of the account database, each name once.
  public let accounts: [LinuxAccount]
  /// In the order of the group database, each name once.
  public let groups: [LinuxGroup]
  /// By account in that order: login, then groups, then sudo in the order of the rules.
  public let rights: [LinuxRight]
  /// What the sudoers files say, rules for nobody and for other hosts included.
  public let sudoers: SudoersDocument
  /// In the order they were made: accounts, groups, sudoers files, then what follows from the rules.
  public let findings: [LinuxFinding]

  /// Reads a host.
  ///
  /// - Parameters:
  ///   - passwd: The output of `getent passwd`, or the bytes of `/etc/passwd`.
  ///   - group: The output of `getent group`, or the bytes of `/etc/group`.
  ///   - sudoers: The sudoers files: the main one first. Those of the others that it does not include are
  ///     read after it, in the order given.
  ///   - source: Where included files are found that are not in `sudoers`.
  ///   - hostName: The host's name, so that rules for other hosts give nothing; `nil` to take every rule
  ///     as one for this host.
  public init(
    passwd: [UInt8], group: [UInt8], sudoers files: [SudoersFile] = [],
    including source: SudoersSource = SudoersSource(files: []), hostName: String? = nil
  ) {
    var findings = LinuxFindings()
    let database = AccountDatabase(passwd: passwd, group: group, findings: &findings)
    var parser = SudoersParser(
      files: files, source: source, hostName: hostName, findings: findings)
    parser.parse()
    let rules = SudoRules(parser.document, hostName: hostName, findings: parser.findings)
    let resolution = SudoResolution(rules, database)

    var grants: [(account: String, grant: LinuxRight.Grant)] = []
    var sudo = resolution.rights[...]
    for account in database.accounts {
      if account.hasInteractiveShell { grants.append((account.name, .login)) }
      for membership in database.memberships[account.name] ?? [] {
        grants.append((account.name, .group(membership)))
      }
      while let next = sudo.first, next.account == account.name {
        grants.append((account.name, .sudo(next.right)))
        sudo.removeFirst()
      }
    }
    let keys = LinuxRightKeys(grants.lazy.map(\.grant))
    rights = grants.map { account, grant in
      LinuxRight(
        account: account, grant: grant, key: keys.key(grant), description: grant.description)
    }
    accounts = database.accounts
    groups = database.groups
    sudoers = parser.document
    self.findings = resolution.findings.all
  }
}
