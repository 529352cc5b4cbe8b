import AccessModel
import Diagnostics

extension SystemVerbs {
  /// What is said of a system when it is registered, and anew when it changes.
  enum Details {
    static let ownership = OptionDeclaration(
      "ownership", CommonOptions.choices(Ownership.self),
      help: Localized(
        en: "whose it is: a common one needs --common-decision and the board as owner",
        sv: "vems det är: ett kommungemensamt kräver --common-decision och styrelsen som ägare"))
    static let informationOwner = OptionDeclaration(
      "information-owner", .unit,
      help: Localized(
        en: "the body that answers for the information; the owner when left out",
        sv: "organet som ansvarar för informationen; ägaren om det utelämnas"))
    static let supplier = OptionDeclaration(
      "supplier", .text,
      help: Localized(
        en: "the supplier; an external system must have one",
        sv: "leverantören; ett externt system måste ha en"))
    static let personalData = OptionDeclaration(
      "personal-data", CommonOptions.choices(PersonalDataKind.self),
      help: Localized(en: "what personal data it holds", sv: "vilka personuppgifter det har"))
    static let sector = OptionDeclaration(
      "sector", CommonOptions.choices(Sector.self),
      help: Localized(
        en: "what kind of activity it serves", sv: "vilket slags verksamhet det stöder"))
    static let support = OptionDeclaration(
      "support", .text,
      help: Localized(
        en: "the function that users turn to", sv: "funktionen som användarna vänder sig till"))
    static let commonDecision = OptionDeclaration(
      "common-decision", .text,
      help: Localized(
        en: "the case of the decision that made it common",
        sv: "ärendet med beslutet som gjorde det kommungemensamt"))
    static let reviewDays = OptionDeclaration(
      "review-days", .number(1...3_660),
      help: Localized(
        en: "its own review interval, in days", sv: "eget granskningsintervall, i dagar"))

    static let all = [
      ownership, informationOwner, supplier, personalData, sector, support, commonDecision,
      reviewDays,
    ]
  }

  /// What a classification rests on.
  enum Grounds {
    static let method = OptionDeclaration(
      "method", .text,
      help: Localized(en: "the method used", sv: "metoden som använts"))
    static let participants = OptionDeclaration(
      "participant", CommonOptions.choices(Role.self),
      help: Localized(en: "a role that took part", sv: "en roll som medverkade"),
      isRepeatable: true)
    static let analysis = OptionDeclaration(
      "analysis", .text,
      help: Localized(
        en: "the risk analysis that a lower level rests on, such as RA-1",
        sv: "riskanalysen som en lägre nivå vilar på, till exempel RA-1"))
    static let validUntil = OptionDeclaration(
      "valid-until", .moment,
      help: Localized(
        en: "the last day it holds; as long as the rules allow when left out",
        sv: "sista dagen den gäller; så länge reglerna tillåter om den utelämnas"))

    static let all = [method, participants, analysis, validUntil]
  }
}

extension VerbSession {
  /// A case number typed as the value of an option.
  func caseNumber(_ name: String) throws -> CaseNumber? {
    guard let text = command.string(name) else { return nil }
    guard let value = CaseNumber(text) else {
      throw malformed(
        name, text,
        Localized(
          en: "1 to 32 printable ASCII characters", sv: "1 till 32 skrivbara ASCII-tecken"))
    }
    return value
  }

  /// The roles typed as the values of an option that may be repeated.
  func roles(_ name: String) throws -> [Role] {
    try command.strings(name).map { text in
      guard let role = Role.codes[text] else {
        throw malformed(
          name, text,
          Localized(verbatim: Role.allCases.map { "\($0.code)" }.joined(separator: ", ")))
      }
      return role
    }
  }

  /// Identifiers typed as the values of an option that may be repeated.
  func identifiers<Subject: IdentifierSubject>(
    _ name: String, _ kind: Identifier<Subject>.Type
  ) throws -> [Identifier<Subject>] {
    try command.strings(name).map { text in
      guard let value = Identifier<Subject>(text) else {
        throw malformed(
          name, text,
          Localized(
            en: "1 to 32 letters A–Z, digits, “.”, “_” and “-”",
            sv: "1 till 32 bokstäver A–Z, siffror, ”.”, ”_” och ”-”"))
      }
      return value
    }
  }

  /// Entitlements typed with commas between them, as the values of an option that may be repeated.
  func entitlements(_ name: String) throws -> [EntitlementID] {
    try command.strings(name).flatMap { $0.split(separator: ",") }.map { text in
      guard let value = EntitlementID(String(text)) else {
        throw malformed(
          name, String(text),
          Localized(
            en: "SYSTEM/NAME with commas between, such as S-1/read,S-2/pay",
            sv: "SYSTEM/NAMN med komma emellan, som S-1/read,S-2/pay"))
      }
      return value
    }
  }
}
