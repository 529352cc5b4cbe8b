internal import Diagnostics

/// The headings and small words of help and the manual page.
enum Labels {
  static let usage = Localized(en: "Usage", sv: "Användning")
  static let verb = Localized(en: "VERB", sv: "VERB")
  static let arguments = Localized(en: "ARGUMENT…", sv: "ARGUMENT…")
  static let argumentsHeading = Localized(en: "Arguments", sv: "Argument")
  static let option = Localized(en: "option", sv: "flagga")
  static let options = Localized(en: "Options", sv: "Flaggor")
  static let everyVerb = Localized(en: "Options of every verb", sv: "Flaggor för alla verb")
  static let readingVerbs = Localized(
    en: "Options of verbs that read", sv: "Flaggor för verb som läser")
  static let writingVerbs = Localized(
    en: "Options of verbs that record", sv: "Flaggor för verb som registrerar")
  static let ofTheShared = Localized(
    en: "Of the options that such verbs share it takes",
    sv: "Av de flaggor sådana verb delar tar det")
  static let examples = Localized(en: "Examples", sv: "Exempel")
  static let environment = Localized(en: "Environment", sv: "Miljövariabler")
  static let help = Localized(en: "Show help", sv: "Visa hjälp")
  static let required = Localized(en: "required", sv: "krävs")
  static let repeatable = Localized(en: "may be repeated", sv: "får upprepas")
}

extension Grammar {
  /// The options that are there without being declared.
  static let builtIn: [OptionDeclaration] = [
    .flag("help", short: "h", help: Localized(en: "Show help.", sv: "Visa hjälp.")),
    .flag(
      "version",
      help: Localized(
        en: "Show the version; only before the verb.", sv: "Visa versionen, bara före verbet.")),
  ]
}
