public import Diagnostics
import Glibc
import Interchange
public import Transparency

/// What a Linux host really grants, with the digest of what was read and what could not be.
public struct LinuxHostReading {
  let accounts: LinuxAccounts
  /// SHA-256 over the bytes read: passwd, group, then the sudoers files in the order of reading.
  public let source: Digest
  /// What could not be read or understood, and what should be looked at.
  public let findings: [Diagnostic]
  /// Whether the sudo rules could be read, so that a right that is missing is known to be gone.
  public let areRulesComplete: Bool

  /// Reads the machine at hand: `getent passwd`, `getent group`, `/etc/sudoers` and what it includes.
  ///
  /// - Throws: `HST-01` and `HST-02`. Sudo rules that cannot be read are a finding, `HST-03`.
  public static func thisHost() throws(Diagnostic) -> LinuxHostReading {
    let passwd = try ProgramOutput.bytes(of: "getent", ["passwd"])
    let group = try ProgramOutput.bytes(of: "getent", ["group"])
    let path = "/etc/sudoers"
    // A host without sudo has no rules; any other failure to find them is told.
    let isThere = access(path, F_OK) == 0 || errno != ENOENT
    return LinuxHostReading(
      passwd: passwd, group: group, sudoers: isThere ? path : nil, hostName: hostName())
  }

  /// Reads copies of a host's files: passwd, group, and sudoers when there is one.
  ///
  /// - Parameter hostName: the host that the sudo rules are read for; `nil` to take every rule as meant for it.
  /// - Throws: `FIL-01` and `FIL-02` for passwd and group.
  public static func files(
    passwd: String, group: String, sudoers: String? = nil, hostName: String? = nil
  ) throws(Diagnostic) -> LinuxHostReading {
    LinuxHostReading(
      passwd: try WholeFile.read(passwd, bytesMax: ProgramOutput.bytesMax),
      group: try WholeFile.read(group, bytesMax: ProgramOutput.bytesMax), sudoers: sudoers,
      hostName: hostName)
  }

  private init(passwd: [UInt8], group: [UInt8], sudoers path: String?, hostName: String?) {
    let reading = SudoersReading()
    let main = path.flatMap { reading.file($0) }
    accounts = LinuxAccounts(
      passwd: passwd, group: group, sudoers: main.map { [$0] } ?? [], including: reading.source,
      hostName: hostName)
    var hasher = SHA256()
    hasher.update(passwd)
    hasher.update(group)
    for file in reading.files { hasher.update(file.bytes) }
    source = hasher.digest
    findings = reading.findings + accounts.findings.map(\.diagnostic)
    areRulesComplete = reading.isComplete
  }

  private static func hostName() -> String? {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return nil }
    return name.withUnsafeBufferPointer { characters in
      characters.baseAddress.map { String(cString: $0) }
    }
  }
}
