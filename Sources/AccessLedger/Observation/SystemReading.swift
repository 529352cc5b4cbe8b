public import AccessModel
public import Diagnostics
import Interchange
public import Transparency

/// What a system really gives, as it was read: each account with each right, and accounts without one.
public struct SystemReading {
  /// A right that an account has, by the names that the system gives them.
  struct Right: Hashable {
    var account: String
    var entitlement: EntitlementName?
    /// What the account is for, when the system tells.
    var kind: AccountKind
  }

  /// In the order of reading, each once.
  let rights: [Right]
  /// SHA-256 of what was read.
  public let source: Digest
  /// What could not be understood, or should be looked at.
  public let findings: [Diagnostic]
  /// Whether rights that it does not tell of are known not to be there.
  let isComplete: Bool

  /// Reads a table: the columns `account` and `entitlement`.
  ///
  /// - Throws: `FIL-01`, `FIL-02`, `CSV-01` to `CSV-04`.
  public init(table path: String, of system: SystemID) throws(Diagnostic) {
    let bytes = try WholeFile.read(path, bytesMax: SeparatedValues.bytesMax)
    var rights: [Right] = []
    var seen: Set<Right> = []
    for row in try RightSnapshot(bytes).rights {
      var name: EntitlementName?
      if let text = row.entitlement {
        let prefix = "\(system)/"
        guard
          let written = EntitlementName(
            text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
        else {
          throw SystemReading.malformed(text, line: row.line)
        }
        name = written
      }
      let right = Right(account: row.account, entitlement: name, kind: .personal)
      if seen.insert(right).inserted { rights.append(right) }
    }
    self.rights = rights
    source = SHA256.digest(of: bytes)
    findings = []
    isComplete = true
  }

  /// What a Linux host gives.
  public init(_ host: LinuxHostReading) {
    var rights: [Right] = []
    var seen: Set<Right> = []
    let given = Dictionary(grouping: host.accounts.rights) { $0.account }
    for account in host.accounts.accounts {
      let kind = AccountPlan.kind(of: account)
      let names = (given[account.name] ?? []).compactMap { EntitlementName($0.key) }
      let all = names.isEmpty ? [nil] : names.map(Optional.some)
      for name in all {
        let right = Right(account: account.name, entitlement: name, kind: kind)
        if seen.insert(right).inserted { rights.append(right) }
      }
    }
    self.rights = rights
    source = host.source
    findings = host.findings
    isComplete = host.areRulesComplete
  }

  private static func malformed(_ text: String, line: Int) -> Diagnostic {
    unreadable.diagnostic(
      .init(en: "line", sv: "rad", "\(line)"), .init(en: "value", sv: "värde", text))
  }

  public static let unreadable = DiagnosticCode(
    "RCN-02",
    Localized(
      en: "The entitlement is not written as one.", sv: "Behörigheten är inte skriven som en sådan."
    ),
    remedy: Localized(
      en:
        "Write it as the register does, S-1/read or read: 1 to 32 letters A–Z, digits, “.”, “_” and “-”.",
      sv:
        "Skriv den som i registret, S-1/read eller read: 1 till 32 bokstäver A–Z, siffror, ”.”, ”_” och ”-”."
    ))

  /// The host's rules could not all be read, so that what is missing is not known to be gone.
  public static let incomplete = DiagnosticCode(
    "RCN-03",
    Localized(
      en: "Not all of the system could be read, so it cannot be compared.",
      sv: "Hela systemet gick inte att läsa, så det kan inte jämföras."),
    remedy: Localized(
      en: "Run it with rights to read /etc/sudoers, or give copies of the files.",
      sv: "Kör med rätt att läsa /etc/sudoers, eller ange kopior av filerna."))

  public static let catalogue = [unreadable, incomplete]
}
