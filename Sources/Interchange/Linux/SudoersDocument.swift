/// What sudoers files say, in the order sudo reads them, with aliases not yet replaced.
public struct SudoersDocument: Hashable, Sendable {
  /// Where something stands.
  public struct Place: Hashable, Sendable {
    public var file: String
    /// The line the entry begins on, from 1.
    public var line: Int
  }

  /// The kinds of alias; each has names of its own.
  public enum AliasKind: String, CaseIterable, Sendable {
    case user = "User_Alias"
    case runAs = "Runas_Alias"
    case host = "Host_Alias"
    case command = "Cmnd_Alias"
  }

  /// A named list of users, runas users or hosts.
  public struct MemberAlias: Hashable, Sendable {
    public var place: Place
    public var members: [SudoMember]
  }

  /// A named list of commands.
  public struct CommandAlias: Hashable, Sendable {
    public var place: Place
    public var commands: [Command]
  }

  /// A command as written; an alias when `alias` is set.
  public struct Command: Hashable, Sendable {
    public var command: SudoCommand
    public var isAlias: Bool
  }

  /// A `Defaults` entry: kept to be shown, not interpreted.
  public struct Defaults: Hashable, Sendable {
    public var place: Place
    /// Everything after the word, continuation lines joined: `:alice !authenticate`.
    public var text: String
  }

  /// One command of a rule, with the runas list, options and tags it has or inherits from the one before.
  public struct Item: Hashable, Sendable {
    /// `nil` when neither this nor an earlier command of the list says.
    public var runAs: SudoRunAs?
    public var options: [SudoOption]
    public var tags: Set<SudoTag>
    public var command: Command
  }

  /// A list of hosts with what may be done there.
  public struct Privilege: Hashable, Sendable {
    public var hosts: [SudoMember]
    public var items: [Item]
  }

  /// A user specification.
  public struct Rule: Hashable, Sendable {
    public var place: Place
    /// The beginning of the text as it stands in the file.
    public var excerpt: String
    public var users: [SudoMember]
    public var privileges: [Privilege]
  }

  public internal(set) var userAliases: [String: MemberAlias] = [:]
  public internal(set) var runAsAliases: [String: MemberAlias] = [:]
  public internal(set) var hostAliases: [String: MemberAlias] = [:]
  public internal(set) var commandAliases: [String: CommandAlias] = [:]
  public internal(set) var defaults: [Defaults] = []
  public internal(set) var rules: [Rule] = []

  init() {}
}
