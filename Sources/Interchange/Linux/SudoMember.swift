/// One member of a list of users, groups, hosts or runas users in a sudoers file.
public struct SudoMember: Hashable, Sendable {
  /// What the member names, without its prefix.
  public enum Name: Hashable, Sendable {
    /// `ALL`.
    case all
    /// A user or host name, or a group name in the second runas list.
    case name(String)
    /// `#1000`.
    case id(String)
    /// `%wheel`.
    case group(String)
    /// `%#27`.
    case groupID(String)
    /// An address or network: `10.0.0.0/8`, `fe80::1`.
    case network(String)
    /// `+staff`, kept in a directory.
    case netgroup(String)
    /// `%:staff`, kept by a plugin of sudo.
    case nonUnixGroup(String)
    /// The name of an alias.
    case alias(String)
  }

  public var name: Name
  /// Whether an odd number of `!` precedes it.
  public var isNegated: Bool

  public init(_ name: Name, isNegated: Bool = false) {
    self.name = name
    self.isNegated = isNegated
  }

  /// The member as a sudoers file writes it, without escapes.
  public var text: String {
    let plain =
      switch name {
      case .all: "ALL"
      case .name(let name), .network(let name), .alias(let name): name
      case .id(let id): "#\(id)"
      case .group(let name): "%\(name)"
      case .groupID(let id): "%#\(id)"
      case .netgroup(let name): "+\(name)"
      case .nonUnixGroup(let name): "%:\(name)"
      }
    return isNegated ? "!\(plain)" : plain
  }
}

/// One command of a sudo rule.
public struct SudoCommand: Hashable, Sendable {
  /// The path or pattern and its arguments, `sudoedit …`, `list` or `ALL`, without the file's escapes.
  public var text: String
  /// Whether the rule denies it.
  public var isNegated: Bool
  /// The digests one of which the program must have, `sha256:…`; empty when any content is accepted.
  public var digests: [String]
  /// The outermost alias it came from.
  public var alias: String?

  public init(
    _ text: String, isNegated: Bool = false, digests: [String] = [], alias: String? = nil
  ) {
    self.text = text
    self.isNegated = isNegated
    self.digests = digests
    self.alias = alias
  }

  public var isAll: Bool { text == "ALL" }

  /// The digests, `!` when denied, and the command: what a sudoers file would say.
  var written: String {
    (digests.map { $0 + " " } + [isNegated ? "!" : "", text]).joined()
  }
}

/// Whom a rule lets a command be run as (`Runas_Spec` of sudoers(5)).
public struct SudoRunAs: Hashable, Sendable {
  /// The users; empty means the invoking user only.
  public var users: [SudoMember]
  /// The groups that may be asked for; empty means those of the user run as.
  public var groups: [SudoMember]

  public init(users: [SudoMember], groups: [SudoMember] = []) {
    self.users = users
    self.groups = groups
  }

  /// As a sudoers file writes it: `(root, bin:adm)`.
  public var text: String {
    let groups = groups.map(\.text).joined(separator: ", ")
    return "(\(users.map(\.text).joined(separator: ", "))\(groups.isEmpty ? "" : ":\(groups)"))"
  }
}

/// A tag of a command, each with its opposite (`Tag_Spec` of sudoers(5)).
public enum SudoTag: String, CaseIterable, Sendable {
  case nopasswd = "NOPASSWD"
  case passwd = "PASSWD"
  case noexec = "NOEXEC"
  case exec = "EXEC"
  case setenv = "SETENV"
  case nosetenv = "NOSETENV"
  case intercept = "INTERCEPT"
  case nointercept = "NOINTERCEPT"
  case logInput = "LOG_INPUT"
  case nologInput = "NOLOG_INPUT"
  case logOutput = "LOG_OUTPUT"
  case nologOutput = "NOLOG_OUTPUT"
  case follow = "FOLLOW"
  case nofollow = "NOFOLLOW"
  case mail = "MAIL"
  case nomail = "NOMAIL"

  /// The tag that takes this one back.
  public var opposite: SudoTag {
    switch self {
    case .nopasswd: .passwd
    case .passwd: .nopasswd
    case .noexec: .exec
    case .exec: .noexec
    case .setenv: .nosetenv
    case .nosetenv: .setenv
    case .intercept: .nointercept
    case .nointercept: .intercept
    case .logInput: .nologInput
    case .nologInput: .logInput
    case .logOutput: .nologOutput
    case .nologOutput: .logOutput
    case .follow: .nofollow
    case .nofollow: .follow
    case .mail: .nomail
    case .nomail: .mail
    }
  }
}

/// An option of a command: `CWD=/srv`, `TIMEOUT=1h` (`Option_Spec` of sudoers(5)).
public struct SudoOption: Hashable, Sendable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// The names an option may have, and an alias may not.
  static let names: Set<String> = [
    "APPARMOR_PROFILE", "CHROOT", "CWD", "LIMITPRIVS", "NOTAFTER", "NOTBEFORE", "PRIVS", "ROLE",
    "TIMEOUT", "TYPE",
  ]
  /// The names that sudo refuses for an alias; the others may be aliases where sudo lacks the option.
  static let reserved: Set<String> = [
    "ALL", "CHROOT", "CWD", "NOTAFTER", "NOTBEFORE", "ROLE", "TIMEOUT", "TYPE",
  ]
}
