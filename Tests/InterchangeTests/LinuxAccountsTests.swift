import Diagnostics
import Foundation
import Interchange
import Testing

@Suite struct LinuxAccountsTests {
  private static let passwd = """
    root:x:0:0:root:/root:/bin/bash
    daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
    sync:x:4:65534:sync:/bin:/bin/sync
    nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
    anna:x:1001:1001:Anna Ek,,,:/home/anna:/bin/bash
    bertil:x:1002:100::/home/bertil:
    cesar:x:1003:100::/home/cesar:/bin/false

    """
  private static let group = """
    root:x:0:
    daemon:x:1:
    nogroup:x:65534:
    sudo:x:27:anna,bertil,anna
    users:x:100:bertil
    anna:x:1001:
    a group with å:x:2000:cesar
    a-group-with-a-very-long-name-indeed:x:2001:cesar
    a-group-with-a-very-long-name-intact:x:2002:cesar

    """

  private func host(
    passwd: String = passwd, group: String = group, _ sudoers: String = "", hostName: String? = nil
  ) -> LinuxAccounts {
    LinuxAccounts(
      passwd: Array(passwd.utf8), group: Array(group.utf8),
      sudoers: [SudoersFile(path: "/etc/sudoers", bytes: Array(sudoers.utf8))], hostName: hostName)
  }

  private func keys(_ host: LinuxAccounts, _ account: String) -> [String] {
    host.rights.filter { $0.account == account }.map(\.key)
  }

  private func sudo(_ host: LinuxAccounts, _ account: String) -> [SudoRight] {
    host.rights.filter { $0.account == account }.compactMap {
      guard case .sudo(let right) = $0.grant else { return nil }
      return right
    }
  }

  private func codes(_ host: LinuxAccounts) -> [String] { host.findings.map(\.code.code) }

  @Test func `this machine's own accounts and groups are read wholly`() throws {
    let passwd = try Tool.run("getent", ["passwd"]).output
    let group = try Tool.run("getent", ["group"]).output
    let host = LinuxAccounts(passwd: [UInt8](passwd), group: [UInt8](group))
    let lines = String(decoding: passwd, as: UTF8.self).split(separator: "\n")
    #expect(
      host.accounts.map { "\($0.name):x:\($0.uid):\($0.gid):\($0.gecos):\($0.home):\($0.shell)" }
        == lines.map(String.init))
    let groupLines = String(decoding: group, as: UTF8.self).split(separator: "\n")
    #expect(
      host.groups.map { "\($0.name):x:\($0.gid):\($0.members.joined(separator: ","))" }
        == groupLines.map(String.init))
    // `id` is asked about every account: its groups, primary first.
    for account in host.accounts {
      let ids = String(
        decoding: try Tool.run("id", ["-Gn", account.name]).output, as: UTF8.self
      ).split(whereSeparator: \.isWhitespace).map(String.init)
      let ours: [String] = host.rights.compactMap {
        guard $0.account == account.name, case .group(let membership) = $0.grant else { return nil }
        return membership.group
      }
      #expect(Set(ours) == Set(ids), "\(account.name)")
      #expect(ours.first == ids.first, "\(account.name)")
    }
  }

  @Test func `accounts are sorted by what they are for and whether they let somebody in`() {
    let accounts = host().accounts
    #expect(
      accounts.map(\.kind) == [.root, .system, .system, .system, .personal, .personal, .personal])
    #expect(accounts.map(\.canLogIn) == [true, false, true, false, true, true, false])
    #expect(accounts.map(\.hasInteractiveShell) == [true, false, false, false, true, true, false])
  }

  @Test func `rights have keys that an entitlement can be named after`() {
    let host = host(
      "root ALL=(ALL:ALL) ALL\n%sudo ALL=(ALL) NOPASSWD: ALL\nanna ALL=/usr/bin/apt\n")
    #expect(keys(host, "root") == ["login", "group-root", "sudo-all"])
    #expect(keys(host, "bertil") == ["login", "group-users", "group-sudo", "sudo-all-nopasswd"])
    #expect(keys(host, "anna").last?.hasPrefix("sudo-apt-") == true)
    let cesar = keys(host, "cesar")
    #expect(cesar.count == 4)
    #expect(
      cesar.dropFirst().allSatisfy {
        $0.hasPrefix("group-agroupwith-") || $0.hasPrefix("group-a-group-with-a-")
      })
    let names = Dictionary(grouping: host.rights, by: \.key).mapValues {
      Set($0.map(\.description))
    }
    #expect(names.values.allSatisfy { $0.count == 1 })
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
    #expect(
      host.rights.allSatisfy { (1...32).contains($0.key.count) && allowed.isSuperset(of: $0.key) })
    #expect(
      host.rights.last { $0.account == "anna" }?.description
        == "Run with sudo as root: /usr/bin/apt")
  }

  @Test func `a key stays the same when other rules come and go`() {
    let one = host("anna ALL=/usr/bin/apt\n")
    let other = host("# moved\nbertil ALL=/bin/ls\n%sudo ALL=/usr/bin/apt\n")
    #expect(keys(one, "anna").last == keys(other, "anna").last)
    #expect(keys(other, "bertil").suffix(2).last == keys(one, "anna").last)
  }

  @Test func `the way an account came under a rule is told`() {
    let host = host(
      """
      User_Alias CREW = cesar, bertil
      anna ALL = /bin/a
      %sudo ALL = /bin/b
      #1003, %#100 ALL = /bin/c
      CREW, !bertil ALL = /bin/d
      ALL, !%sudo, !#0 ALL = /bin/e

      """)
    #expect(sudo(host, "anna").map(\.via) == [.user, .group("sudo")])
    #expect(sudo(host, "bertil").map(\.via) == [.group("sudo"), .group("#100")])
    #expect(sudo(host, "cesar").map(\.via) == [.group("#100"), .alias("CREW"), .all])
    #expect(sudo(host, "root").isEmpty)
    #expect(sudo(host, "anna").map(\.place.line) == [2, 3])
  }

  @Test func `the last rule that fits decides, and the one it replaces is told`() {
    let host = host(
      """
      anna ALL = NOPASSWD: ALL
      %sudo ALL = (ALL:ALL) ALL
      bertil ALL = !/bin/su, !/bin/sh
      bertil ALL = NOPASSWD: /bin/sh

      """)
    let anna = sudo(host, "anna")
    #expect(anna.map(\.place.line) == [2])
    #expect(anna.allSatisfy { $0.isPrivileged && $0.tags.isEmpty })
    let bertil = sudo(host, "bertil")
    #expect(bertil.map(\.place.line) == [2, 4])
    #expect(bertil.first?.exceptions.map(\.command.text) == ["/bin/su"])
    let overridden = host.findings.filter { $0.code.code == "LNX-20" }
    #expect(overridden.map(\.detail) == ["anna: ALL → /etc/sudoers:2"])
  }

  @Test func `a right is privileged only when it is every command as root`() {
    let rules: [(String, Bool)] = [
      ("ALL", true), ("(ALL) ALL", true), ("(#0) ALL", true), ("(root:adm) NOEXEC: ALL", true),
      ("ALL, !/bin/sh", true), ("(ALL, !root) ALL", false), ("(daemon) ALL", false),
      ("(:adm) ALL", false), ("() ALL", false), ("/bin/sh", false), ("!ALL, /bin/sh", false),
    ]
    for (rule, isPrivileged) in rules {
      let rights = sudo(host("anna ALL=\(rule)\n"), "anna")
      #expect(rights.contains(where: \.isPrivileged) == isPrivileged, "\(rule)")
      #expect(rights.count == 1, "\(rule)")
    }
    let other = sudo(host("Defaults runas_default=daemon\nanna ALL=ALL\n"), "anna")
    #expect(other.map(\.runAs.text) == ["(daemon)"])
  }

  @Test func `rules for other hosts give nothing when the host's name is known`() {
    let text = """
      Host_Alias WEB = web1, web2
      anna WEB = /bin/a
      anna ALL, !db1 = /bin/b
      anna 10.0.0.0/8 = /bin/c
      anna DB1 = /bin/d : web* = /bin/e

      """
    func rights(_ name: String?) -> [String] {
      sudo(host(text, hostName: name), "anna").flatMap { $0.commands.map(\.text) }
    }
    #expect(rights(nil) == ["/bin/a", "/bin/b", "/bin/c", "/bin/d", "/bin/e"])
    #expect(rights("db1.example") == ["/bin/c", "/bin/d", "/bin/e"])
    #expect(rights("web2") == ["/bin/a", "/bin/b", "/bin/c", "/bin/e"])
    #expect(codes(host(text, hostName: "db1.example")).filter { $0 == "LNX-21" }.count == 2)
  }

  @Test func `includes are followed in sudo's order, from the files given and from the caller`() {
    func file(_ path: String, _ text: String) -> SudoersFile {
      SudoersFile(path: path, bytes: Array(text.utf8))
    }
    let main = file(
      "/etc/sudoers",
      """
      @include local
       @include "/srv/with space"
      #include /srv/old%h
      @includedir /etc/sudoers.d/
      #includedir /etc/none
      @include /etc/sudoers
      @include /etc/missing # a comment
      anna ALL = /bin/last

      """)
    var asked: [String] = []
    let source = SudoersSource(
      file: { path in
        asked.append(path)
        return path == "/etc/missing"
          ? nil : Array("anna ALL = \(path.replacing(" ", with: "-"))\n".utf8)
      },
      directory: { path in
        asked.append(path)
        guard path == "/etc/sudoers.d" else { return nil }
        return ["20-b", "3-z", "10-a", "x.bak", "y~", "README.md"].map {
          file("\(path)/\($0)", "anna ALL = /d/\($0)\n")
        }
      })
    let host = LinuxAccounts(
      passwd: Array(Self.passwd.utf8), group: Array(Self.group.utf8),
      sudoers: [
        main, file("/etc/sudoers.d/3-z", "anna ALL = /given\n"), file("/x", "anna ALL = /x\n"),
      ],
      including: source, hostName: "db.example")
    #expect(
      asked == [
        "/etc/local", "/srv/with space", "/srv/olddb", "/etc/sudoers.d", "/etc/none",
        "/etc/missing",
      ])
    #expect(
      sudo(host, "anna").flatMap { $0.commands.map(\.text) } == [
        "/etc/local", "/srv/with-space", "/srv/olddb", "/d/10-a", "/d/20-b", "/given", "/bin/last",
        "/x",
      ])
    #expect(codes(host) == ["LNX-17", "LNX-18", "LNX-17"])
    #expect(host.findings.map(\.line) == [5, 6, 7])
  }

  @Test func `files that include each other without end are read once along each way`() {
    let files = (0..<12).map { index in
      SudoersFile(
        path: "/\(index)", bytes: Array("@include /\(index + 1)\n@include /\(index + 1)\n".utf8))
    }
    let host = LinuxAccounts(passwd: [], group: [], sudoers: files)
    #expect(codes(host).contains("LNX-22"))
  }

  @Test func `every finding is reached, with its line`() {
    let faults: [(code: String, line: Int, host: LinuxAccounts)] = [
      ("LNX-01", 2, host(passwd: "root:x:0:0::/root:\nanna:x:one:1::/:/bin/sh\n")),
      ("LNX-01", 1, host(passwd: "anna:x:1:1::/\n")),
      ("LNX-01", 1, host(passwd: "anna:x:4294967295:1::/:\n")),
      ("LNX-01", 1, host(passwd: "an\u{1B}na:x:1:1::/:\n")),
      ("LNX-02", 1, host(group: "users:x:100\n")),
      ("LNX-04", 2, host(passwd: "root:x:0:0::/root:\n+::::::\n")),
      ("LNX-04", 1, host(group: "+@staff:x:1:\n")),
      ("LNX-05", 2, host(passwd: "a:x:1:0::/:\na:x:2:0::/:\n")),
      ("LNX-06", 2, host(passwd: "a:x:1:0::/:\nb:x:1:0::/:\n")),
      ("LNX-07", 2, host(passwd: "root:x:0:0::/:\ntoor:x:0:0::/:\n")),
      ("LNX-08", 2, host(group: "a:x:1:\na:x:2:\n")),
      ("LNX-08", 2, host(group: "a:x:1:\nb:x:1:\n")),
      ("LNX-09", 1, host(group: "a:x:1:ghost\n")),
      ("LNX-10", 0, host(group: "a:x:1:\n")),
      ("LNX-11", 1, host(passwd: "a::1:0::/:\n")),
      ("LNX-12", 2, host("root ALL=ALL\nanna ALL\n")),
      ("LNX-13", 2, host("User_Alias A = anna\nUser_Alias A = bertil\n")),
      ("LNX-13", 1, host("Cmnd_Alias CWD = /bin/ls\n")),
      ("LNX-14", 1, host("anna ALL = LOST\n")),
      ("LNX-15", 1, host("User_Alias A = B : B = A\nA ALL = ALL\n")),
      ("LNX-15", 2, host("anna ALL = C\nCmnd_Alias C = /bin/ls, D : D = !C\n")),
      ("LNX-16", 1, host("+staff ALL = ALL\n")),
      ("LNX-16", 1, host("anna ALL = (%:ads) ALL\n")),
      ("LNX-17", 1, host("@include /lost\n")),
      ("LNX-17", 1, host("@include /with%h\n")),
      ("LNX-18", 1, host("@include /etc/sudoers\n")),
      ("LNX-19", 1, host("ghost, %ghosts, #77 ALL = ALL\n")),
      ("LNX-20", 1, host("anna ALL = ALL\nanna ALL = !ALL\n")),
      ("LNX-21", 1, host("anna elsewhere = ALL\n", hostName: "here")),
    ]
    for (code, line, host) in faults {
      let found = host.findings.contains { $0.code.code == code && $0.line == line }
      #expect(found, "\(code): \(host.findings)")
    }
    let latin = LinuxAccounts(
      passwd: Array("åsa:x:1:0::/:\n".utf8).map { $0 == 0xA5 ? 0xE5 : $0 }, group: [])
    #expect(latin.findings.first?.code.code == "LNX-03")
    #expect(latin.accounts.count == 1)
  }

  @Test func `a password hash in an old file is never shown`() {
    let host = host(passwd: "anna:$6$secret$hash:one:1::/:\n+bertil:$6$secret$hash:::::\n")
    #expect(host.findings.filter { $0.file == "passwd" }.count == 2)
    #expect(host.findings.allSatisfy { !$0.diagnostic.text(in: .english).contains("secret") })
  }

  @Test func `what sudo refuses becomes a finding, and the rules around it stand`() {
    let entries = [
      "anna ALL", "anna ALL = ", "anna ALL = ls", "anna ALL = /", "anna ALL = /bin/ls \\d",
      "anna ALL = /bin/dir/ x", "anna ALL = list x", "anna ALL = ALL,", "anna ALL = ALL x",
      "anna bertil ALL = ALL", "anna ALL = (root,) ALL", "anna ALL = (root:) ALL",
      "anna ALL = (root)", "anna ALL = NOPASSWD: CWD=/x /bin/ls", "anna ALL = NOFOO: ALL",
      "anna ALL = !sha224:11111111111111111111111111111111111111111111111111111111 /bin/x",
      "anna ALL = sha224:1111111111 /bin/x", "anna ALL = ^/bin/x", "anna ALL = /bin/x ^y",
      "User_Alias low = x", "User_Alias A =", "User_Alias = x", "+ ALL = ALL", "% ALL = ALL",
      "\"\" ALL = ALL", "\"anna ALL = ALL", "anna> ALL = ALL", "anna ALL = CWD=\"/a b\" ALL",
      "anna ALL = /bin/cat /x:y", "@include", "@includedir /tmp extra",
      "anna ALL = ALL : \\\n # comment", "anna AL\\\nL = ALL",
    ]
    for entry in entries {
      let host = host("bertil ALL = /bin/a\n\(entry)\nbertil ALL = /bin/b\n")
      let faults = host.findings.filter { $0.code.code == "LNX-12" }
      #expect(faults.map(\.line) == [2], "\(entry)")
      #expect(faults.allSatisfy { !$0.detail.isEmpty }, "\(entry)")
      #expect(sudo(host, "bertil").count == 2, "\(entry)")
      #expect(sudo(host, "anna").isEmpty, "\(entry)")
      if Tool.hasSudo { #expect(Self.isRefused(entry), "visudo accepts \(entry)") }
    }
  }

  private static func isRefused(_ entry: String) -> Bool {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("liggare-visudo-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: path) }
    do {
      try Data("\(entry)\n".utf8).write(to: path)
      return try Tool.run("visudo", ["-c", "-f", path.path]).status != 0
    } catch {
      return false
    }
  }

  @Test func `hostile files never trap and always end`() throws {
    var generator = SeededGenerator(state: 4_711)
    let alphabet = Array("!=:,()\\\"#%+@^$ \t\n\r\0ALLx/å".utf8) + [0xFF, 0xC3]
    for name in SudoersJudgeTests.files {
      let bytes = try Fixture.bytes("sudoers/\(name)")
      for _ in 0..<60 {
        let sudoers = mutated(bytes, alphabet: alphabet, using: &generator)
        let host = LinuxAccounts(
          passwd: mutated(Array(Self.passwd.utf8), alphabet: alphabet, using: &generator),
          group: mutated(Array(Self.group.utf8), alphabet: alphabet, using: &generator),
          sudoers: [SudoersFile(path: "/etc/sudoers", bytes: sudoers)])
        #expect(host.rights.allSatisfy { (1...32).contains($0.key.utf8.count) })
      }
    }
  }

  @Test func `aliases that double at every step, or nest without end, are cut off and told`() {
    let doubling = (0..<40).map { "Cmnd_Alias A\($0) = A\($0 + 1), A\($0 + 1)" }
    let nested = (0..<400).map { "User_Alias U\($0) = U\($0 + 1)" }
    let text =
      (doubling + nested + [
        "Cmnd_Alias A40 = /bin/ls", "User_Alias U400 = anna", "U0, anna ALL = A0",
      ])
      .joined(separator: "\n")
    #expect(codes(host(text)).contains("LNX-22"))
  }
}
