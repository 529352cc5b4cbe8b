import Diagnostics
import Foundation
import Interchange
import Testing

/// The reading of sudoers files beside that of sudo itself.
@Suite struct SudoersJudgeTests {
  static let files = [
    "01-distribution", "02-aliases", "03-tags", "04-runas", "05-words", "06-commands",
    "07-expressions", "08-digests", "09-options", "10-lines", "11-carriage-returns", "12-defaults",
    "13-hosts", "14-names-like-words",
  ]

  @Test(.enabled(if: Tool.hasSudo, "needs the package sudo, which tools/setup installs"))
  func `cvtsudoers reads the same rules and aliases from every tricky file`() throws {
    for name in Self.files {
      let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/sudoers/\(name)").path
      #expect(try Tool.run("visudo", ["-c", "-f", path]).status == 0, "\(name) is valid")
      let output = try Tool.run("cvtsudoers", ["-f", "json", path]).output
      let theirs = try Self.lines(json: output)

      let file = SudoersFile(path: name, bytes: try Fixture.bytes("sudoers/\(name)"))
      let host = LinuxAccounts(passwd: [], group: [], sudoers: [file])
      let ours = Self.lines(host.sudoers)
      for (our, their) in zip(ours, theirs) where our != their {
        Issue.record("\(name)\n ours   \(our)\n theirs \(their)")
      }
      #expect(ours.count == theirs.count, "\(name)")
      let faults = host.findings.filter { $0.code.code == "LNX-12" }
      #expect(faults.isEmpty, "\(name): \(faults)")
    }
  }

  // MARK: Our document, one line a command

  static func lines(_ document: SudoersDocument) -> [String] {
    func text(_ members: [SudoMember]) -> String {
      members.map { member in
        guard case .alias(let name) = member.name else { return member.text }
        return (member.isNegated ? "!" : "") + "@" + name
      }.joined(separator: ", ")
    }
    func text(_ command: SudoersDocument.Command) -> String {
      let it = command.command
      return it.digests.sorted().map { $0 + " " }.joined() + (it.isNegated ? "!" : "")
        + (command.isAlias ? "@" : "") + it.text
    }
    var lines: [String] = []
    let members = [
      ("User", document.userAliases), ("Runas", document.runAsAliases),
      ("Host", document.hostAliases),
    ]
    for (kind, aliases) in members {
      for (name, alias) in aliases { lines.append("\(kind) \(name) = \(text(alias.members))") }
    }
    for (name, alias) in document.commandAliases {
      lines.append("Command \(name) = \(alias.commands.map(text).joined(separator: ", "))")
    }
    lines.sort()
    for rule in document.rules {
      for privilege in rule.privileges {
        for item in privilege.items {
          let runAs = item.runAs.map { runAs in
            let users = runAs.users.isEmpty && runAs.groups.isEmpty ? "self" : text(runAs.users)
            return "\(users):\(text(runAs.groups))"
          }
          var options = item.tags.map(\.rawValue) + item.options.map(Self.option)
          // Sudo sets this tag itself.
          let isBareAll = item.command.command.text == "ALL" && !item.command.command.isNegated
          if isBareAll, item.tags.isDisjoint(with: [.setenv, .nosetenv]) {
            options.append("SETENV")
          }
          lines.append(
            [
              text(rule.users), text(privilege.hosts), runAs ?? ":",
              options.sorted().joined(separator: " "),
              text(item.command),
            ].joined(separator: " | "))
        }
      }
    }
    return lines
  }

  private static func option(_ option: SudoOption) -> String {
    guard option.name == "TIMEOUT" else { return "\(option.name)=\(option.value)" }
    let units = ["h": 3_600, "m": 60]
    let seconds =
      Int(option.value).map { $0 }
      ?? (Int(option.value.dropLast()) ?? 0) * (units[String(option.value.suffix(1))] ?? 1)
    return "TIMEOUT=\(seconds)"
  }

  // MARK: Their JSON, the same lines

  private static let tags = [
    "authenticate": ("PASSWD", "NOPASSWD"), "noexec": ("NOEXEC", "EXEC"),
    "setenv": ("SETENV", "NOSETENV"), "intercept": ("INTERCEPT", "NOINTERCEPT"),
    "send_mail": ("MAIL", "NOMAIL"), "sudoedit_follow": ("FOLLOW", "NOFOLLOW"),
    "log_input": ("LOG_INPUT", "NOLOG_INPUT"), "log_output": ("LOG_OUTPUT", "NOLOG_OUTPUT"),
  ]
  private static let options = [
    "runcwd": "CWD", "runchroot": "CHROOT", "role": "ROLE", "type": "TYPE",
    "command_timeout": "TIMEOUT", "notbefore": "NOTBEFORE", "notafter": "NOTAFTER",
  ]

  private static func lines(json: Data) throws -> [String] {
    // Some versions of the converter leave out the braces around these pairs.
    let text = String(decoding: json, as: UTF8.self).replacingOccurrences(
      of: #"(?m)^(\s*)("(?:runcwd|runchroot|role|type)": "(?:[^"\\]|\\.)*")(,?)$"#,
      with: "$1{ $2 }$3", options: .regularExpression)
    guard let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    else { return [] }
    func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
    func member(_ object: [String: Any], isGroupList: Bool = false) -> String {
      let prefixes = [
        "username": "", "hostname": "", "networkaddr": "", "userid": "#", "usergid": "%#",
        "usergroup": isGroupList ? "" : "%", "netgroup": "+", "nonunixgroup": "%:",
        "useralias": "@", "runasalias": "@", "hostalias": "@", "cmndalias": "@", "command": "",
      ]
      let negation = object["negated"] as? Bool == true ? "!" : ""
      let digests = object.keys.filter { $0.hasPrefix("sha") }.sorted()
        .map { "\($0):\(object[$0] ?? "") " }.joined()
      let name = prefixes.compactMap { key, prefix in
        object[key].map { "\(prefix)\($0)" }
      }.joined()
      return digests + negation + name
    }
    func list(_ value: Any?, isGroupList: Bool = false) -> String {
      objects(value).map { member($0, isGroupList: isGroupList) }.joined(separator: ", ")
    }
    var lines: [String] = []
    for (key, kind) in [
      ("User_Aliases", "User"), ("Runas_Aliases", "Runas"), ("Host_Aliases", "Host"),
      ("Command_Aliases", "Command"),
    ] {
      for (name, members) in root[key] as? [String: Any] ?? [:] {
        lines.append("\(kind) \(name) = \(list(members))")
      }
    }
    lines.sort()
    for rule in objects(root["User_Specs"]) {
      for item in objects(rule["Cmnd_Specs"]) {
        let users = list(item["runasusers"])
        let isSelf = item["runasusers"] != nil && users.isEmpty
        let runAs = "\(isSelf ? "self" : users):\(list(item["runasgroups"], isGroupList: true))"
        var found: [String] = []
        for pair in objects(item["Options"]) + objects(item["SELinux_Spec"]) {
          for (key, value) in pair {
            if let (on, off) = tags[key] {
              found.append(value as? Bool == true ? on : off)
            } else {
              found.append("\(options[key] ?? key)=\(value)")
            }
          }
        }
        for command in objects(item["Commands"]) {
          lines.append(
            [
              list(rule["User_List"]), list(rule["Host_List"]), runAs,
              found.sorted().joined(separator: " "), member(command),
            ].joined(separator: " | "))
        }
      }
    }
    return lines
  }
}
