import AccessLedger
import AccessModel
import Commands
import Diagnostics
import EventStore
import Projections

/// Erasing what identifies a person.
enum ErasureVerbs {
  static let erase = Verb(
    VerbDeclaration(
      "person", "erase", kind: .writing,
      summary: Localized(
        en: "erase what identifies a person, for good",
        sv: "radera det som identifierar en person, för gott"),
      discussion: Localized(
        en:
          "The name, the ways to find the person, the names of their accounts and every text about them leave the identity register. The log stays as it is, and every proof holds; answers show the identifier alone. It takes a custodian who signs and a data-protection officer who approves, with the case number. Copies of the folder made before are beyond the program's reach.",
        sv:
          "Namnet, det som personen kan hittas på, namnen på personens konton och varje text om personen försvinner ur identitetsregistret. Loggen står kvar som den är, och alla bevis håller; svar visar bara beteckningen. Det krävs en registeransvarig som signerar och ett dataskyddsombud som godkänner, med diarienummer. Kopior av mappen som gjorts tidigare når programmet inte."
      ),
      examples: [
        "liggare person erase P-9 --basis left --approved-by ida.ros --case \"KS 2026/31\""
      ],
      positionals: [OrganisationVerbs.Options.person],
      options: [
        OptionDeclaration(
          "basis", CommonOptions.choices(ErasureBasis.self),
          help: Localized(en: "on what ground", sv: "på vilken grund"), isRequired: true),
        OptionDeclaration(
          "approved-by", .person,
          help: Localized(
            en: "the data-protection officer who approved it",
            sv: "dataskyddsombudet som godkänt det"), isRequired: true),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let person = try session.person(session.command.required("person"), in: ledger)
    guard let basis = try session.coded("basis", ErasureBasis.self),
      let approver = try session.optionalPerson("approved-by", in: ledger)
    else { return .usage }
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(person)"] }) {
      ledger throws(LedgerError) in
      [
        .init(
          .person(
            .erase(
              EraseIdentity(
                person: person, basis: basis, approver: approver,
                receipt: try ledger.erasureReceipt(of: person, on: basis)))))
      ]
    }
  }

  static let all = [erase]
}
