import Interchange

/// What `sudoers` says, on a host with a few accounts.
enum SudoersParser: FuzzedParser {
  static let name = "sudoers"

  private static let passwd = Array(
    """
    root:x:0:0:root:/root:/bin/bash
    anna:x:1001:1001:Anna Ek,,,:/home/anna:/bin/bash
    bertil:x:1002:100::/home/bertil:

    """.utf8)
  private static let group = Array("root:x:0:\nsudo:x:27:anna\nusers:x:100:bertil\n".utf8)

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let main = SudoersFile(path: "/etc/sudoers", bytes: bytes)
    // What it includes is the same file again: inclusion without end must end.
    let source = SudoersSource(
      file: { _ in bytes },
      directory: { [SudoersFile(path: "\($0)/more", bytes: bytes)] })
    let host = LinuxAccounts(
      passwd: passwd, group: group, sudoers: [main], including: source, hostName: "host")
    for right in host.rights {
      try require(!right.key.isEmpty && !right.description.isEmpty, "a right has a key and a name")
    }
    return host.rights.contains { right in
      if case .sudo = right.grant { true } else { false }
    }
  }
}
