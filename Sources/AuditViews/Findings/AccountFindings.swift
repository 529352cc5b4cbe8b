import AccessModel
import Chronology
import Diagnostics
import Projections

/// What accounts lack, and whose secrets should have been changed.
struct AccountFindings {
  let question: ViewQuestion

  init(_ question: ViewQuestion) {
    self.question = question
  }

  func findings() -> [Finding] {
    let register = question.register
    let asOf = question.asOf
    return register.accounts.rows.filter {
      $0.found.effective <= asOf
        && (register.systems[$0.system]?.closing.map { $0 > asOf } ?? true)
    }.sorted { $0.id.comesBefore($1.id) }.flatMap { account -> [Finding] in
      let details = account.details(at: asOf)
      let id = "\(account.id)"
      let describe = "liggare account describe \(id) --system \(account.system)"
      var found: [Finding] = []
      var missing = register.lacking(of: account.id, at: asOf)
      if let owner = details.owner, !account.descriptions.isEmpty,
        !register.isPresent(owner, at: asOf)
      {
        found.append(
          Finding(
            FindingCatalogue.ownerLeft, .warning, id, system: account.system,
            detail: Localized(verbatim: "\(owner)"),
            since: register.persons[owner]?.affiliations.compactMap(\.end)
              .filter { $0 <= asOf }.max(), command: describe))
        // The owner who is missing is told already.
        if details.kind == .shared || details.kind == .service { missing.removeFirst() }
      }
      if !missing.isEmpty {
        found.append(
          Finding(
            FindingCatalogue.unansweredAccount, .warning, id, system: account.system,
            detail: Localized(
              en: missing.map(\.english).joined(separator: ", "),
              sv: missing.map(\.swedish).joined(separator: ", ")),
            since: account.found.effective, command: describe))
      }
      if let due = account.rotationDue(at: asOf) {
        found.append(
          Finding(
            FindingCatalogue.rotationDue, .warning, id, system: account.system,
            detail: details.kind.word, since: due, command: "liggare account rotate \(id)"))
      }
      return found
    }
  }
}
