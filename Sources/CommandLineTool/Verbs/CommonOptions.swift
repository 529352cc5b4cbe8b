import AccessModel
import AuditViews
import Diagnostics

/// The options that all verbs, all reading verbs or all writing verbs have.
enum CommonOptions {
  static let global = [
    OptionDeclaration(
      "ledger", .file,
      help: Localized(
        en: "the ledger's folder; else $LIGGARE_LEDGER, else the nearest upwards from here",
        sv: "liggarens mapp; annars $LIGGARE_LEDGER, annars närmaste uppåt härifrån")),
    OptionDeclaration(
      "lang",
      .choice([
        .init("en", Localized(en: "English", sv: "engelska")),
        .init("sv", Localized(en: "Swedish", sv: "svenska")),
      ]),
      help: Localized(
        en: "the language of the output; else that of the environment",
        sv: "utskriftens språk; annars omgivningens")),
  ]

  static let reading = [
    OptionDeclaration(
      "format", .choice(OutputFormat.allCases.map { .init($0.rawValue, $0.meaning) }),
      help: Localized(en: "the form of the answer", sv: "svarets form")),
    OptionDeclaration(
      "out", .file,
      help: Localized(
        en: "the file to write or replace, for you alone to read; else standard output",
        sv: "filen att skriva eller ersätta, läsbar bara för dig; annars standard output")),
    OptionDeclaration.flag(
      "no-header", help: Localized(en: "leave out the heading", sv: "utelämna rubriken")),
    OptionDeclaration(
      "as-of", .moment,
      help: Localized(
        en: "what holds at this moment (a day means its end); else now",
        sv: "vad som gäller vid denna tidpunkt (en dag betyder dess slut); annars nu")),
    OptionDeclaration(
      "known-at", .moment,
      help: Localized(
        en: "only what had been recorded by this moment (a day means its end)",
        sv: "bara det som var registrerat vid denna tidpunkt (en dag betyder dess slut)")),
    OptionDeclaration.flag(
      "original",
      help: Localized(
        en: "as first recorded, without corrections", sv: "som först registrerat, utan rättelser")),
    profile,
  ]

  /// For whom an answer is made.
  static let profile = OptionDeclaration(
    "profile", choices(DisclosureProfile.self),
    help: Localized(
      en: "for whom the answer is made: what they may not see is masked; else internal",
      sv: "för vem svaret görs: det som mottagaren inte får se maskeras; annars internal"))

  /// Where the log's own key is, for whatever issues checkpoints.
  static let logKey = OptionDeclaration(
    "log-key", .file,
    help: Localized(
      en: "the log's own private key; else $LIGGARE_LOG_KEY, else log-key in the ledger's folder",
      sv: "loggens egen privata nyckel; annars $LIGGARE_LOG_KEY, annars log-key i liggarens mapp"))

  /// For what may take long.
  static let progress = OptionDeclaration.flag(
    "progress",
    help: Localized(
      en: "tell on standard error how far it has come, also where that is no terminal",
      sv: "visa på standard error hur långt det har kommit, även där det inte är en terminal"))

  static let writing = [
    OptionDeclaration(
      "key", .file,
      help: Localized(
        en: "the OpenSSH private key that signs; else $LIGGARE_KEY",
        sv: "den privata OpenSSH-nyckel som signerar; annars $LIGGARE_KEY")),
    OptionDeclaration(
      "effective", .moment,
      help: Localized(
        en: "when it is true; else now", sv: "när det gäller från; annars nu")),
    OptionDeclaration(
      "reason", .text,
      help: Localized(
        en: "why, in free text; kept in the identity register",
        sv: "varför, i fritext; förvaras i identitetsregistret")),
    OptionDeclaration(
      "case", .text,
      help: Localized(
        en: "the case number, such as “KS 2026/00123”",
        sv: "diarienumret, till exempel ”KS 2026/00123”")),
    OptionDeclaration.flag(
      "dry-run",
      help: Localized(
        en: "show the events that would be recorded, and record nothing",
        sv: "visa de händelser som skulle registreras, och registrera inget")),
    logKey,
    OptionDeclaration.flag(
      "yes", help: Localized(en: "do not ask back", sv: "fråga inte")),
  ]

  /// The choices of a coded family.
  static func choices<Value: CodedValue>(_ kind: Value.Type, except: [Value] = []) -> ArgumentForm {
    .choice(
      Value.allCases.filter { !except.contains($0) }.map { .init("\($0.code)", $0.word) })
  }
}
