/// A line of the account database (`passwd(5)`), without its password field.
public struct LinuxAccount: Hashable, Sendable {
  /// What an account is for, judged by its number.
  public enum Kind: String, CaseIterable, Sendable {
    /// uid 0, whatever the name.
    case root
    /// uid 1 to 999, and 65534, `nobody`.
    case system
    /// uid 1000 and above.
    case personal
  }

  public var name: String
  public var uid: UInt32
  /// The number of the primary group.
  public var gid: UInt32
  /// Full name and contact data by custom; personal data, possibly empty.
  public var gecos: String
  public var home: String
  /// Possibly empty, which means `/bin/sh`.
  public var shell: String
  public var kind: Kind
  /// Whether the shell lets somebody in: it is neither `nologin` nor `false`.
  ///
  /// Says nothing about the password, which is in a file that is never read here.
  public var canLogIn: Bool

  public init(
    name: String, uid: UInt32, gid: UInt32, gecos: String = "", home: String = "/",
    shell: String = ""
  ) {
    self.name = name
    self.uid = uid
    self.gid = gid
    self.gecos = gecos
    self.home = home
    self.shell = shell
    switch uid {
    case 0: kind = .root
    case 1..<1_000, 65_534: kind = .system
    default: kind = .personal
    }
    switch Self.program(of: shell) {
    case "nologin", "false": canLogIn = false
    default: canLogIn = true
    }
  }

  /// Whether the shell takes commands: an account whose shell is `sync`, `shutdown` or `halt` runs that
  /// and ends.
  public var hasInteractiveShell: Bool {
    switch Self.program(of: shell) {
    case "sync", "shutdown", "halt": false
    default: canLogIn
    }
  }

  private static func program(of shell: String) -> String {
    shell.split(separator: "/").last.map(String.init) ?? ""
  }
}

/// A line of the group database (`group(5)`), without its password field.
public struct LinuxGroup: Hashable, Sendable {
  public var name: String
  public var gid: UInt32
  /// The supplementary members as listed, each once; those whose primary group it is are not here.
  public var members: [String]

  public init(name: String, gid: UInt32, members: [String] = []) {
    self.name = name
    self.gid = gid
    self.members = members
  }
}
