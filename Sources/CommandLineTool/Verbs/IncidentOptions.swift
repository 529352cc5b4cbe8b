import AccessLedger
import AccessModel
import Chronology
import Diagnostics
import Transparency

extension IncidentVerbs {
  /// What several verbs about incidents are told.
  enum Options {
    static let incident = PositionalDeclaration(
      "incident", .text,
      help: Localized(
        en: "which incident, such as I-1", sv: "vilken incident, till exempel I-1"))
    static let regime = PositionalDeclaration(
      "regime", .text,
      help: Localized(
        en: "the rules, such as csl, gdpr or contract",
        sv: "regelområdet, som csl, gdpr eller contract"))
    static let text = PositionalDeclaration(
      "text", .text,
      help: Localized(
        en: "in free text; kept in the identity register",
        sv: "i fritext; förvaras i identitetsregistret"))
    static let entities = OptionDeclaration(
      "entity", .unit,
      help: Localized(
        en: "a legal entity; all that are concerned when left out",
        sv: "en juridisk enhet; alla som berörs om det utelämnas"), isRepeatable: true)
    static let at = OptionDeclaration(
      "at", .moment,
      help: Localized(en: "when; now when left out", sv: "när; nu om det utelämnas"))
    static let by = OptionDeclaration(
      "by", .person,
      help: Localized(
        en: "who; whoever the key signs for when left out",
        sv: "vem; den som nyckeln signerar för om det utelämnas"))

    /// The moment that `--at` says, else the effective one, else now.
    static func at(_ session: VerbSession, _ zone: TimeZoneRules) throws -> Instant {
      try session.moment("at", in: zone, dayMeans: .start)
        ?? session.moment("effective", in: zone, dayMeans: .start) ?? session.ambient.now()
    }

    /// The codes of an option or argument that may be given more than once.
    static func codes<Subject: IdentifierSubject>(
      _ name: String, _ kind: Identifier<Subject>.Type, _ session: VerbSession
    ) throws -> [Identifier<Subject>] {
      try session.command.strings(name).map { text in
        guard let code = Identifier<Subject>(text) else {
          throw session.malformed(
            name, text,
            Localized(
              en: "1 to 32 letters A–Z, digits, “.”, “_” and “-”",
              sv: "1 till 32 bokstäver A–Z, siffror, ”.”, ”_” och ”-”"))
        }
        return code
      }
    }
  }
}

extension VerbSession {
  /// SHA-256 of the file that an option names; `nil` when it names none.
  func digest(ofFile name: String) throws -> Digest? {
    guard let path = command.string(name) else { return nil }
    var hasher = SHA256()
    try WholeFile.forEachPiece(of: path) { (piece) throws(Diagnostic) in hasher.update(piece) }
    return hasher.digest
  }
}
