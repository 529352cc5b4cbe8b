/// One right that an account has on the host.
public struct LinuxRight: Hashable, Sendable {
  public enum Grant: Hashable, Sendable {
    /// The account has an interactive shell.
    case login
    case group(LinuxMembership)
    case sudo(SudoRight)
  }

  /// The name of the account.
  public var account: String
  public var grant: Grant
  /// What to call the right as an entitlement: letters, digits, `.`, `_`, `-`, at most 32; the same right
  /// has the same key whoever holds it, and two rights never share one.
  public var key: String
  /// The right in plain English; the same for everybody who holds it.
  public var description: String
}

/// The membership of an account in a group.
public struct LinuxMembership: Hashable, Sendable {
  /// The group's name; `#1000` when the primary group does not exist.
  public var group: String
  public var gid: UInt32
  /// Whether it is the account's primary group.
  public var isPrimary: Bool
}

extension LinuxRight.Grant {
  /// What the right consists of, whoever holds it.
  var content: String {
    switch self {
    case .login: "login"
    case .group(let membership): "group\u{0}\(membership.group)"
    case .sudo(let right): "sudo\u{0}\(right.content)"
    }
  }

  var description: String {
    switch self {
    case .login: "Log in to the host with an interactive shell"
    case .group(let membership): "Member of the group \(Excerpt.text(membership.group.utf8))"
    case .sudo(let right): right.description
    }
  }
}

extension SudoRight {
  /// The longest list that a description gives in full.
  private static let listedMax = 8

  var description: String {
    let password = tags.contains(.nopasswd) ? ", without password" : ""
    if isWhole { return "Run any command as root with sudo\(password)" }
    var text = "Run with sudo as \(runAsText): \(Self.list(commands.map(\.written)))\(password)"
    if !exceptions.isEmpty {
      text += "; except \(Self.list(exceptionTexts))"
    }
    let others = tags.filter { $0 != .nopasswd }.map(\.rawValue)
    let limits = others + options.map { "\($0.name)=\($0.value)" }
    if !limits.isEmpty { text += "; \(Self.list(limits))" }
    if hosts != [SudoMember(.all)] { text += "; on \(Self.list(hosts.map(\.text)))" }
    return text
  }

  private var exceptionTexts: [String] {
    exceptions.map { exception in
      let program = exception.command.text
      return exception.runAs == runAs ? program : "\(program) as \(exception.runAs.text)"
    }
  }

  private var runAsText: String {
    let users = runAs.users.isEmpty ? "oneself" : Self.list(runAs.users.map(\.text))
    return runAs.groups.isEmpty
      ? users : "\(users), group \(Self.list(runAs.groups.map(\.text)))"
  }

  private static func list(_ texts: [String]) -> String {
    let shown = texts.prefix(listedMax).map { Excerpt.text($0.utf8) }.joined(separator: ", ")
    return texts.count > listedMax ? "\(shown) and \(texts.count - listedMax) more" : shown
  }
}
