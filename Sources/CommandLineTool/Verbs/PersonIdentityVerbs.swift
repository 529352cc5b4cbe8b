import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import IdentityRegister
import Projections

/// By which words a person is known: a new name, another address.
enum PersonIdentityVerbs {
  static let change = Verb(
    VerbDeclaration(
      "person", "change", kind: .writing,
      summary: Localized(
        en: "record a new name, user name or address of a person",
        sv: "registrera ett nytt namn, användarnamn eller en ny adress för en person"),
      discussion: Localized(
        en:
          "The words go to the identity register, and the old ones are gone; the log tells that they were changed, by whom and when, and neither of them. What is not given stays. Who works elsewhere or in another position is moved: liggare person move.",
        sv:
          "Uppgifterna går till identitetsregistret, och de gamla är borta; loggen säger att de ändrades, av vem och när, men inte vad som stod eller står. Det som inte anges är kvar. Den som arbetar någon annanstans eller i en annan befattning flyttas: liggare person move."
      ),
      examples: ["liggare person change bo.ek --name \"Bo Alm\" --email bo.alm@kommun.example"],
      positionals: [OrganisationVerbs.Options.person],
      options: [
        OptionDeclaration("name", .text, help: Localized(en: "the name", sv: "namnet")),
        Options.user, Options.number, Options.email, Options.title,
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    let person = try session.person(command.required("person"), in: ledger)
    return try session.record(in: ledger, zone: zone, named: { ["\(person)"] }) {
      ledger throws(LedgerError) in
      let present: Identity
      do throws(Diagnostic) {
        switch try ledger.identities.identity(of: "\(person)") {
        case .present(let identity): present = identity
        // PER-13 says of an erased one why not.
        case .erased, .unknown: present = Identity(person: "\(person)", name: "")
        }
      } catch {
        throw .unavailable(error)
      }
      let details = details(given: command, beside: present)
      guard !details.isEmpty else {
        throw .refused([
          VerbCodes.sameIdentity.diagnostic(.init(PersonSubject.word, persons: ["\(person)"]))
        ])
      }
      var identity = present
      identity.name = command.string("name") ?? present.name
      identity.userName = command.string("user") ?? present.userName
      identity.employeeNumber = command.string("number") ?? present.employeeNumber
      identity.email = command.string("email") ?? present.email
      identity.title = command.string("title") ?? present.title
      return [
        .init(
          .person(.changeIdentity(ChangeIdentity(person: person, details: details))),
          identity: identity)
      ]
    }
  }

  static let all = [change]

  /// Which words are given that are not the present ones.
  private static func details(
    given command: ParsedCommand, beside present: Identity
  ) -> [IdentityDetail] {
    let given: [(IdentityDetail, String?, String?)] = [
      (.name, command.string("name"), present.name),
      (.userName, command.string("user"), present.userName),
      (.employeeNumber, command.string("number"), present.employeeNumber),
      (.email, command.string("email"), present.email),
      (.title, command.string("title"), present.title),
    ]
    return given.compactMap { detail, new, old in new == nil || new == old ? nil : detail }
  }

  /// The words by which a person is known besides the name.
  enum Options {
    static let user = OptionDeclaration(
      "user", .text, help: Localized(en: "the user name", sv: "användarnamnet"))
    static let number = OptionDeclaration(
      "number", .text, help: Localized(en: "the employee number", sv: "anställningsnumret"))
    static let email = OptionDeclaration(
      "email", .text, help: Localized(en: "the e-mail address", sv: "e-postadressen"))
    static let title = OptionDeclaration(
      "title", .text, help: Localized(en: "the title", sv: "titeln"))
  }
}

extension VerbCodes {
  static let sameIdentity = DiagnosticCode(
    "CLI-86",
    Localized(
      en: "The person is known by these words already, or none was given.",
      sv: "Personen är redan känd under dessa uppgifter, eller så angavs ingen."),
    remedy: Localized(
      en: "Say what is new: --name, --user, --number, --email or --title.",
      sv: "Ange det nya: --name, --user, --number, --email eller --title."))
}
