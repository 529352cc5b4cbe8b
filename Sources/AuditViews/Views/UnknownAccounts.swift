import AccessModel
import Chronology
public import Diagnostics
import Events
import Policies
import Projections

/// The accounts in systems that nobody has decided anything about, by the rule that flags them.
public enum UnknownAccounts: RegisterView {
  private static let since = Column(key: "since", title: Localized(en: "Since", sv: "Sedan"))
  private static let facts = Column(key: "facts", title: Localized(en: "Facts", sv: "Fakta"))
  private static let flag = Column.identifier("flag", FlagSubject.capitalised)

  public static let description = ViewDescription(
    "unknown-accounts",
    title: Localized(en: "Unknown accounts", sv: "Okända konton"),
    question: Localized(
      en: "Which accounts, or rights of accounts, in systems has nobody decided?",
      sv: "Vilka konton, eller kontons behörigheter, i system har ingen beslutat?"),
    controls: [.identities, .accessRights, .formalGrants],
    columns: [.account, .accountName, .system, .kind, since, flag, facts], key: ["account"],
    filters: [.system])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    var inquiry = StaleInquiry(question.register, at: question.asOf, in: question.zone)
    var flags: [FlaggedThing: FlagID] = [:]
    for (flag, standing) in question.flags()
    where flag.flagged.rule == .unknownAccount && standing.state != .resolved {
      flags[flag.flagged.about] = flag.id
    }
    return inquiry.findings(of: [.unknownAccount]).compactMap { finding -> [Cell]? in
      guard case .account(let id) = finding.about, question.filter.admits(finding.system),
        let account = question.register.accounts[id]
      else { return nil }
      return [
        .id(id), .text(orEmpty: question.accountNames(id)), .id(account.system),
        .word(account.details(at: question.asOf).kind), .instant(finding.since),
        .id(flags[finding.about]), .localized(question.phrasing.words(of: finding.evidence)),
      ]
    }
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "No account is unknown", sv: "Inget konto är okänt")
  }
}
