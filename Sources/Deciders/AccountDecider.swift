import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Projections

/// What follows from what is asked about the accounts in a system.
enum AccountDecider {
  static func find(
    _ command: FindAccount, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let system = try SystemDecider.system(command.system, in: state)
    if state.accounts.contains(command.account) { throw ReferenceCodes.taken(command.account) }
    if let person = command.person, !state.persons.contains(person) {
      throw ReferenceCodes.unknown(person)
    }
    return try drafting.draft(
      .system(
        .accountFound(
          AccountFound(
            account: command.account, system: system.id, kind: command.kind,
            person: command.person))),
      about: command.person)
  }

  /// A description of an account that the ledger did not know brings it in.
  static func describe(
    _ command: DescribeAccount, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let system = try SystemDecider.system(command.system, in: state)
    if let present = state.accounts[command.account], present.system != system.id {
      throw ReferenceCodes.order(
        "\(command.account)",
        state: Localized(
          en: "an account in \(present.system)", sv: "ett konto i \(present.system)"),
        needed: Localized(
          en: "the system it is in: --system \(present.system)",
          sv: "systemet det finns i: --system \(present.system)"))
    }
    for person in [command.owner] + command.members {
      guard state.persons.contains(person) else { throw ReferenceCodes.unknown(person) }
    }
    try ReferenceCodes.check(days: command.rotationDays)
    return try drafting.draft(about: command.owner) { id throws(Rejection) in
      let purpose = try command.purpose.map { text throws(Rejection) in
        try drafting.seal(
          text, "purpose", Localized(en: "purpose", sv: "ändamål"), of: id, about: nil)
      }
      return .system(
        .accountDescribed(
          AccountDescribed(
            account: command.account, system: system.id, kind: command.kind,
            owner: command.owner, members: command.members,
            rotationDays: command.rotationDays, purpose: purpose)))
    }
  }

  static func rotate(
    _ command: RotateAccount, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    guard let row = state.accounts[command.account] else {
      throw ReferenceCodes.unknown(command.account)
    }
    return try drafting.draft(
      .system(.accountRotated(AccountRotated(account: row.id, system: row.system))))
  }
}
