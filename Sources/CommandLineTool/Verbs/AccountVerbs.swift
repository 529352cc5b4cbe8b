import AccessLedger
import AccessModel
import AuditViews
import Commands
import Diagnostics
import EventStore
import IdentityRegister
import Projections

/// The accounts in systems: who answers for them, and when their secrets were changed.
enum AccountVerbs {
  static let describe = Verb(
    VerbDeclaration(
      "account", "describe", kind: .writing,
      summary: Localized(
        en: "say who answers for an account and how it is kept",
        sv: "ange vem som ansvarar för ett konto och hur det sköts"),
      discussion: Localized(
        en:
          "A later description takes the place of the one before. A shared account needs members and --rotation-days, a service account a --purpose, before anything is carried out on it. Without an identifier a new account is taken into the register.",
        sv:
          "En senare beskrivning ersätter den tidigare. Ett delat konto kräver medlemmar och --rotation-days, ett tjänstekonto ett --purpose, innan något verkställs på det. Utan beteckning tas ett nytt konto in i registret."
      ),
      examples: [
        "liggare account describe --system S-1 --kind admin --owner bo.ek",
        "liggare account describe C-4 --system S-1 --kind shared --owner siv.dahl --member bo.ek --member kim.ahl --rotation-days 90",
      ],
      positionals: [
        PositionalDeclaration(
          "account", .text,
          help: Localized(
            en: "which account, such as C-4; a new one when left out",
            sv: "vilket konto, till exempel C-4; ett nytt om det utelämnas"), isOptional: true)
      ],
      options: [
        OptionDeclaration(
          "system", .system, help: Localized(en: "the system it is in", sv: "systemet det finns i"),
          isRequired: true),
        OptionDeclaration(
          "kind", CommonOptions.choices(AccountKind.self),
          help: Localized(en: "what kind of account it is", sv: "vilket slags konto det är"),
          isRequired: true),
        OptionDeclaration(
          "owner", .person,
          help: Localized(en: "who answers for it", sv: "vem som ansvarar för det"),
          isRequired: true),
        OptionDeclaration(
          "member", .person,
          help: Localized(
            en: "who uses it, when it is shared", sv: "vem som använder det, när det är delat"),
          isRepeatable: true),
        OptionDeclaration(
          "rotation-days", .number(1...3_660),
          help: Localized(
            en: "how often its secret is changed, in days",
            sv: "hur ofta hemligheten byts, i dagar")),
        OptionDeclaration(
          "purpose", .text,
          help: Localized(en: "what it is for, in free text", sv: "vad det är till för, i fritext")),
        OptionDeclaration(
          "name", .text,
          help: Localized(
            en: "what it is called in the system; kept in the identity register",
            sv: "vad det heter i systemet; förvaras i identitetsregistret")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    guard let system = try session.identifier("system", SystemID.self),
      let kind = try session.coded("kind", AccountKind.self)
    else { return .usage }
    let owner = try session.person(command.required("owner"), in: ledger)
    let members = try command.strings("member").map { try session.person($0, in: ledger) }
    let given = try session.identifier("account", AccountID.self)
    var account = AccountID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(account)"] }) { ledger in
      account = given ?? AccountID(number: ledger.register.accounts.nextNumber)
      return [
        .init(
          .system(
            .describeAccount(
              DescribeAccount(
                account: account, system: system, kind: kind, owner: owner, members: members,
                rotationDays: command.integer("rotation-days").map(Int64.init),
                purpose: command.string("purpose")))),
          account: command.string("name").map {
            // What only one person uses is theirs, and its name goes when they are erased.
            AccountName(
              system: "\(system)", account: "\(account)", name: $0,
              subject: kind == .personal || kind == .admin ? "\(owner)" : nil)
          })
      ]
    }
  }

  static let rotate = Verb(
    VerbDeclaration(
      "account", "rotate", kind: .writing,
      summary: Localized(
        en: "record that an account's secret was changed",
        sv: "registrera att ett kontos hemlighet är bytt"),
      examples: ["liggare account rotate C-4"],
      positionals: [Options.account])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let account = try session.identifier("account", AccountID.self) else { return .usage }
    return try session.record(in: ledger, zone: zone, named: { ["\(account)"] }) { _ in
      [.init(.system(.rotateAccount(RotateAccount(account: account))))]
    }
  }

  static let show = Verb(
    VerbDeclaration(
      "account", "show", kind: .reading,
      summary: Localized(en: "show one account", sv: "visa ett konto"),
      examples: ["liggare account show C-4"], positionals: [Options.account])
  ) { session in
    let asked = try QuestionSession(session)
    let id = try session.identifier("account", AccountID.self)
    let row = try asked.found(id, in: asked.question.register.accounts)
    try asked.answer(AccountCard.card(row, asked.question))
    return .done
  }

  static let all = [describe, rotate, show]

  private enum Options {
    static let account = PositionalDeclaration(
      "account", .text,
      help: Localized(en: "which account, such as C-4", sv: "vilket konto, till exempel C-4"))
  }
}
