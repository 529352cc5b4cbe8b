import Foundation
import Interchange
import Testing

/// What accounts may do beside what sudo lets them do.
@Suite struct SudoDecisionTests {
  private static let passwd = """
    root:x:0:0:root:/root:/bin/bash
    anna:x:1001:1001::/home/anna:/bin/bash
    bertil:x:1002:1002::/home/bertil:/bin/bash
    cesar:x:1003:100::/home/cesar:/bin/bash
    doris:x:1004:27::/home/doris:/bin/sh

    """
  private static let group = """
    root:x:0:
    sudo:x:27:anna
    users:x:100:
    staff:x:50:bertil,cesar
    anna:x:1001:
    bertil:x:1002:

    """
  private static let accounts = ["anna", "bertil", "cesar", "doris"]
  private static let commands = ["/usr/bin/id", "/usr/bin/true", "/usr/bin/env"]

  /// A valid sudoers file made of rules that overlap, deny and take back.
  private static func sudoers(using generator: inout SeededGenerator) -> String {
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
    func list(_ choices: [String], _ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &generator)).map { _ in pick(choices) }
        .joined(separator: ", ")
    }
    let users = [
      "anna", "BERTIL", "cesar", "doris", "#1003", "%sudo", "%Staff", "%#100", "%users", "ALL",
      "!anna", "!bertil", "!%staff", "!cesar", "!%sudo", "nobody-here",
    ]
    let commands = [
      "ALL", "/usr/bin/id", "/usr/bin/true", "/usr/bin/env", "!/usr/bin/id", "!/usr/bin/true",
      "!ALL", "BOTH", "!BOTH", "NESTED", "!NESTED",
    ]
    let runAs = ["", "(ALL) ", "(root) ", "(ALL:ALL) ", "(daemon) ", "(ADMINS) ", "(ALL, !root) "]
    var lines = [
      "User_Alias CREW = \(list(users, 1...3))",
      "User_Alias TEAM = CREW, \(list(users, 1...2))",
      "Runas_Alias ADMINS = \(pick(["root", "daemon", "root, !root", "#0"]))",
      "Cmnd_Alias BOTH = /usr/bin/id, /usr/bin/true",
      "Cmnd_Alias NESTED = ALL, !BOTH",
    ]
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      let rule =
        "\(list(users + ["CREW", "!CREW", "TEAM", "TEAM"], 1...3)) ALL = "
        + "\(pick(runAs))\(list(commands, 1...3)), \(pick(runAs))\(list(commands, 1...2))"
      lines.append(rule)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether the account's rights let it run the command as root.
  private static func allows(_ rights: [SudoRight], _ command: String) -> Bool {
    func fits(_ it: SudoCommand) -> Bool { it.isAll || it.text == command }
    func isRoot(_ runAs: SudoRunAs) -> Bool {
      let names: [SudoMember.Name] = [.all, .name("root"), .id("0")]
      return runAs.users.last { names.contains($0.name) }.map { !$0.isNegated } ?? false
    }
    return rights.contains { right in
      guard isRoot(right.runAs), let last = right.commands.last(where: fits), !last.isNegated
      else { return false }
      return !right.exceptions.contains { isRoot($0.runAs) && fits($0.command) }
    }
  }

  @Test(
    .enabled(
      if: Tool.canReplaceFiles,
      "needs root, mount namespaces and the package sudo, which tools/setup installs"))
  func `sudo lets every account run exactly what its rights say`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("liggare-sudo-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    var generator = SeededGenerator(state: 1_789)
    try write("passwd", Self.passwd)
    try write("group", Self.group)
    var questions: [String] = []
    for account in Self.accounts {
      for command in Self.commands {
        questions.append("sudo -l -U \(account) \(command) >/dev/null 2>&1; printf %s $?")
      }
    }
    try write(
      "ask",
      "cd \(folder.path) || exit\nchmod 440 sudoers\n"
        + "for f in passwd group sudoers; do mount --bind $f /etc/$f || exit; done\n"
        + questions.joined(separator: "\n"))
    var seen: Set<Character> = []
    for round in 0..<20 {
      let sudoers = Self.sudoers(using: &generator)
      try? FileManager.default.removeItem(at: folder.appendingPathComponent("sudoers"))
      try write("sudoers", sudoers)
      let theirs = String(
        decoding: try Tool.run(
          "unshare", ["-m", "sh", folder.appendingPathComponent("ask").path]
        ).output, as: UTF8.self)
      let host = LinuxAccounts(
        passwd: Array(Self.passwd.utf8), group: Array(Self.group.utf8),
        sudoers: [SudoersFile(path: "/etc/sudoers", bytes: Array(sudoers.utf8))])
      var ours = ""
      for account in Self.accounts {
        let rights: [SudoRight] = host.rights.filter { $0.account == account }.compactMap {
          guard case .sudo(let right) = $0.grant else { return nil }
          return right
        }
        for command in Self.commands { ours += Self.allows(rights, command) ? "0" : "1" }
      }
      #expect(ours == theirs, "round \(round)\n\(sudoers)")
      seen.formUnion(theirs)
    }
    #expect(seen == ["0", "1"])
  }
}
