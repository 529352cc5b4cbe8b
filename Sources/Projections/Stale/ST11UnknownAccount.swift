import AccessModel
import Chronology
import Diagnostics
import Policies

/// An account that works in a system and that nobody has decided anything about. (ST-11)
enum ST11UnknownAccount: RegisterStaleCheck {
  static let rule = StaleRule.unknownAccount
  static let code = DiagnosticCode(
    "ST-11",
    Localized(
      en: "The system has an account, or gives an account a right, that nobody has decided.",
      sv: "Systemet har ett konto, eller ger ett konto en behörighet, som ingen har beslutat."),
    remedy: Localized(
      en:
        "Find out whose it is: liggare view unknown-accounts. Say who answers for it: liggare account describe ACCOUNT, or remove it and say so: liggare reconcile resolve RECONCILIATION NUMBER removed.",
      sv:
        "Ta reda på vems det är: liggare view unknown-accounts. Ange vem som ansvarar: liggare account describe KONTO, eller ta bort det och ange det: liggare reconcile resolve AVSTÄMNING NUMMER removed."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "What nobody has decided nobody looks after, and it is the first that an intruder uses.",
      sv: "Det ingen har beslutat ser ingen till, och det är det första en inkräktare använder."),
    source: Localized(
      en: "ISO 27001 5.16, 5.18; CIS 5.1; NIST AC-2 j",
      sv: "ISO 27001 5.16, 5.18; CIS 5.1; NIST AC-2 j"),
    refused: Localized(
      en: "C-9, found in the system, with no owner and no grant",
      sv: "C-9, hittat i systemet, utan ansvarig och utan tilldelning"),
    allowed: Localized(
      en: "C-9, through which bo.ek holds G-4", sv: "C-9, genom vilket bo.ek innehar G-4"))

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    inquiry.openSystems.flatMap { system in unreconciled(system, in: inquiry) }
      + unowned(in: inquiry)
  }

  /// What the newest reconciliation found and nothing has been done about.
  private static func unreconciled(
    _ system: SystemRow, in inquiry: StaleInquiry
  ) -> [StaleFinding] {
    var rights: [AccountID: [String]] = [:]
    let open = inquiry.openDiscrepancies(in: system.id)
    for discrepancy in open {
      guard case .unknown(let right) = discrepancy.matter else { continue }
      rights[right.account, default: []] += right.entitlement.map { ["\($0)"] } ?? []
    }
    guard let first = open.first else { return [] }
    return rights.sorted { $0.key < $1.key }.map { account, names in
      finding(
        account, system.id, since: first.taken, in: inquiry,
        StaleFact.list((.reconciliation, "\(first.reconciliation)"))
          + names.sorted().prefix(5).compactMap { StaleFact(.entitlement, $0) })
    }
  }

  /// Accounts that were found and that nobody answers for, holds anything through, or has decided anything about.
  private static func unowned(in inquiry: StaleInquiry) -> [StaleFinding] {
    inquiry.register.accounts.rows.compactMap { account in
      guard account.found.effective <= inquiry.moment, inquiry.isOpen(account.system),
        account.details(at: inquiry.moment).owner == nil, !inquiry.isHeldThrough(account.id)
      else { return nil }
      return finding(account.id, account.system, since: account.found.effective, in: inquiry, [])
    }
  }

  private static func finding(
    _ account: AccountID, _ system: SystemID, since: Instant, in inquiry: StaleInquiry,
    _ evidence: [StaleFact]
  ) -> StaleFinding {
    StaleFinding(
      rule: rule, about: .account(account),
      person: inquiry.register.accounts[account]?.details(at: inquiry.moment).owner,
      system: system, since: since, evidence: StaleFact.list((.system, "\(system)")) + evidence)
  }
}
