import Diagnostics

/// The accounts and groups of a host, read from the bytes that `getent passwd` and `getent group` print.
struct AccountDatabase {
  /// The longest line; groups with many members are long.
  static let lineBytesMax = 4 << 20
  static let entriesMax = 200_000

  private(set) var accounts: [LinuxAccount] = []
  private(set) var groups: [LinuxGroup] = []
  /// Group memberships by account name, primary first, then in the order of the group file.
  private(set) var memberships: [String: [LinuxMembership]] = [:]

  init(passwd: [UInt8], group: [UInt8], findings: inout LinuxFindings) {
    readAccounts(passwd, &findings)
    let lines = readGroups(group, &findings)
    connect(lines, &findings)
  }

  private mutating func readAccounts(_ bytes: [UInt8], _ findings: inout LinuxFindings) {
    let file = "passwd"
    var names: Set<String> = []
    var uids: [UInt32: String] = [:]
    Self.forEachEntry(bytes, file, &findings) { (line, text, findings) in
      let fields = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count == 7, !fields[0].isEmpty, let uid = Self.number(fields[2]),
        let gid = Self.number(fields[3])
      else {
        findings.add(.linuxPasswdLine, file, line, Self.withoutPassword(text))
        return
      }
      let account = LinuxAccount(
        name: Self.string(fields[0]), uid: uid, gid: gid, gecos: Self.string(fields[4]),
        home: Self.string(fields[5]), shell: Self.string(fields[6]))
      guard names.insert(account.name).inserted else {
        findings.add(.linuxDuplicateName, file, line, fields[0])
        return
      }
      if let other = uids[uid] {
        findings.add(.linuxDuplicateUID, file, line, fields[0], "uid \(uid): \(other)")
      } else {
        uids[uid] = account.name
      }
      if uid == 0, account.name != "root" {
        findings.add(.linuxSecondRoot, file, line, fields[0])
      }
      if fields[1].isEmpty {
        findings.add(.linuxNoPassword, file, line, fields[0])
      }
      accounts.append(account)
    }
  }

  /// Returns the line of each group.
  private mutating func readGroups(_ bytes: [UInt8], _ findings: inout LinuxFindings) -> [Int] {
    let file = "group"
    var names: Set<String> = []
    var gids: [UInt32: String] = [:]
    var lines: [Int] = []
    Self.forEachEntry(bytes, file, &findings) { (line, text, findings) in
      let fields = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count == 4, !fields[0].isEmpty, let gid = Self.number(fields[2]) else {
        findings.add(.linuxGroupLine, file, line, Self.withoutPassword(text))
        return
      }
      var seen: Set<String> = []
      let members = fields[3].split(separator: UInt8(ascii: ",")).map(Self.string)
        .filter { seen.insert($0).inserted }
      let group = LinuxGroup(name: Self.string(fields[0]), gid: gid, members: members)
      let isNew = names.insert(group.name).inserted
      if !isNew || gids[gid] != nil {
        findings.add(
          .linuxDuplicateGroup, file, line, fields[0], "gid \(gid): \(gids[gid] ?? group.name)")
      }
      guard isNew else { return }
      if gids[gid] == nil { gids[gid] = group.name }
      groups.append(group)
      lines.append(line)
    }
    return lines
  }

  private mutating func connect(_ lines: [Int], _ findings: inout LinuxFindings) {
    var namesByGID: [UInt32: [String]] = [:]
    for group in groups { namesByGID[group.gid, default: []].append(group.name) }
    for account in accounts {
      let names = namesByGID[account.gid] ?? []
      if names.isEmpty {
        findings.add(
          .linuxNoPrimaryGroup, "passwd", 0, account.name.utf8, "gid \(account.gid)")
      }
      memberships[account.name] =
        names.isEmpty
        ? [LinuxMembership(group: "#\(account.gid)", gid: account.gid, isPrimary: true)]
        : names.map { LinuxMembership(group: $0, gid: account.gid, isPrimary: true) }
    }
    for (group, line) in zip(groups, lines) {
      for member in group.members {
        guard let known = memberships[member] else {
          findings.add(.linuxUnknownMember, "group", line, member.utf8, group.name)
          continue
        }
        // Listed as a member of its own primary group: one right, not two.
        if known.prefix(while: \.isPrimary).contains(where: { $0.group == group.name }) { continue }
        memberships[member]?.append(
          LinuxMembership(group: group.name, gid: group.gid, isPrimary: false))
      }
    }
  }
}

extension AccountDatabase {
  /// Calls `body` with every line that is an entry; what is not becomes a finding here.
  private static func forEachEntry(
    _ bytes: [UInt8], _ file: String, _ findings: inout LinuxFindings,
    _ body: (Int, ArraySlice<UInt8>, inout LinuxFindings) -> Void
  ) {
    var line = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let text = bytes[start..<end]
      start = end + 1
      line += 1
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      guard line <= entriesMax, text.count <= lineBytesMax else {
        findings.add(.linuxLimit, file, line, text.prefix(40))
        if line > entriesMax { return }
        continue
      }
      if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
        findings.add(.linuxNIS, file, line, withoutPassword(text))
        continue
      }
      if text.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
        findings.add(
          file == "group" ? .linuxGroupLine : .linuxPasswdLine, file, line, withoutPassword(text))
        continue
      }
      if !isUTF8(text) {
        findings.add(.linuxNotUTF8, file, line, withoutPassword(text))
      }
      body(line, text, &findings)
    }
  }

  static func isUTF8(_ text: ArraySlice<UInt8>) -> Bool {
    String(validating: text, as: UTF8.self) != nil
  }

  private static func string(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text, as: UTF8.self)
  }

  /// A line fit to show: an old file may have a password hash in its second field.
  private static func withoutPassword(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var fields = text.prefix(4_096).split(
      separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
    if fields.count > 1, fields[1].count > 1 { fields[1] = [UInt8(ascii: "*")] }
    return Array(fields.joined(separator: [UInt8(ascii: ":")]))
  }

  /// A decimal number of a user or group: not 2^32 − 1, which means "none".
  private static func number(_ text: ArraySlice<UInt8>) -> UInt32? {
    guard !text.isEmpty, text.count <= 10 else { return nil }
    var value: UInt64 = 0
    for byte in text {
      guard byte &- 48 <= 9 else { return nil }
      value = value * 10 + UInt64(byte - 48)
    }
    return value < UInt64(UInt32.max) ? UInt32(value) : nil
  }
}
