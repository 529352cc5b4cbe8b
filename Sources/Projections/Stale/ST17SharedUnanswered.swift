import AccessModel
import Chronology
import Diagnostics
import Policies

/// A shared account without an owner, members or a rule for its secret, or whose secret was not changed in time. (ST-17)
enum ST17SharedUnanswered: RegisterStaleCheck {
  static let rule = StaleRule.sharedUnanswered
  static let code = DiagnosticCode(
    "ST-17",
    Localized(
      en: "Nobody answers for the shared account, or its secret was not changed in time.",
      sv: "Ingen ansvarar för det delade kontot, eller så har hemligheten inte bytts i tid."),
    remedy: Localized(
      en:
        "Say who answers for it: liggare account describe ACCOUNT; or change the secret and say so: liggare account rotate ACCOUNT.",
      sv:
        "Ange vem som ansvarar: liggare account describe KONTO; eller byt hemligheten och ange det: liggare account rotate KONTO."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "What many know, nobody guards.",
      sv: "Det som många vet vaktar ingen."),
    source: Localized(
      en: "ISO 27001 5.16, 5.17; NIST AC-2 (9)",
      sv: "ISO 27001 5.16, 5.17; NIST AC-2 (9)"),
    refused: Localized(
      en: "a shared account whose secret is older than its 90 days",
      sv: "ett delat konto vars hemlighet är äldre än sina 90 dagar"),
    allowed: Localized(
      en: "one changed last month, with an owner who is here",
      sv: "ett som byttes förra månaden, med en ansvarig som är här"))

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    let register = inquiry.register
    let moment = inquiry.moment
    return register.accounts.rows.compactMap { account -> StaleFinding? in
      let details = account.details(at: moment)
      guard details.kind == .shared, account.found.effective <= moment,
        inquiry.isOpen(account.system)
      else { return nil }
      let found = account.found.effective
      var lacking: [(code: String, since: Instant)] = []
      if let owner = details.owner {
        if !register.isPresent(owner, at: moment) {
          lacking.append(
            (
              "owner",
              register.persons[owner]?.presenceEnd(after: found).map { min($0, moment) } ?? found
            ))
        }
      } else {
        lacking.append(("owner", found))
      }
      if details.members.isEmpty { lacking.append(("members", found)) }
      if details.rotationDays == nil { lacking.append(("rotation", found)) }
      if let due = account.rotationDue(at: moment) { lacking.append(("rotation", due)) }
      guard let since = lacking.map(\.since).min() else { return nil }
      return StaleFinding(
        rule: rule, about: .account(account.id), person: nil, system: account.system,
        since: since, evidence: lacking.compactMap { StaleFact(.missing, $0.code) })
    }
  }
}
