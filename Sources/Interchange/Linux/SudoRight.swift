/// What one sudo rule lets an account do on this host.
public struct SudoRight: Hashable, Sendable {
  /// How the account came under the rule.
  public enum Via: Hashable, Sendable {
    /// Its name or number stands in the rule.
    case user
    /// It is a member of the group that stands in the rule: a name, or `#27`.
    case group(String)
    /// The rule is for `ALL`.
    case all
    /// The alias that stands in the rule contains it.
    case alias(String)
  }

  /// A command that a later rule denies.
  public struct Exception: Hashable, Sendable {
    public var command: SudoCommand
    /// Whom the denial is about; it may be fewer than the right is about.
    public var runAs: SudoRunAs
  }

  /// Whom the commands may be run as, aliases replaced; `root` or `runas_default` where the rule is silent.
  public var runAs: SudoRunAs
  /// The hosts the rule is for, aliases replaced.
  public var hosts: [SudoMember]
  /// The commands in the order of the rule, aliases replaced, denied ones among them; the last that fits
  /// decides. What later rules decide wholly is not here.
  public var commands: [SudoCommand]
  /// Commands that later rules deny, and that may be among those granted here.
  public var exceptions: [Exception]
  /// In the order of `SudoTag`.
  public var tags: [SudoTag]
  /// In the order of the rule.
  public var options: [SudoOption]
  public var via: Via
  /// The file and line of the rule.
  public var place: SudoersDocument.Place

  /// Whether every command may be run as root, be it with exceptions: these rarely hold (sudoers(5),
  /// "Security notes").
  public var isPrivileged: Bool {
    commands.contains { $0.isAll && !$0.isNegated } && includesRoot
  }

  /// Whether it is everything as root, on every host and without exception or option.
  var isWhole: Bool {
    includesRoot && hosts == [SudoMember(.all)] && exceptions.isEmpty && options.isEmpty
      && commands.map(\.written) == ["ALL"] && tags.allSatisfy { $0 == .nopasswd || $0 == .passwd }
  }

  private var includesRoot: Bool {
    for user in runAs.users.reversed() {
      switch user.name {
      case .all: return !user.isNegated
      case .name(let name) where name == "root": return !user.isNegated
      case .id(let id) where id == "0": return !user.isNegated
      case .name, .id, .group, .groupID, .network, .netgroup, .nonUnixGroup, .alias: continue
      }
    }
    return false
  }

  /// What the right consists of, whoever holds it and whichever rule gives it.
  var content: String {
    if isWhole { return tags.contains(.nopasswd) ? "whole\u{0}nopasswd" : "whole" }
    let parts: [[String]] = [
      runAs.users.map(\.text), runAs.groups.map(\.text), hosts.map(\.text),
      commands.map(\.written), exceptions.map { "\($0.runAs.text) \($0.command.written)" },
      tags.map(\.rawValue),
      options.map { "\($0.name)=\($0.value)" },
    ]
    return parts.map { $0.joined(separator: "\u{1}") }.joined(separator: "\u{0}")
  }
}
