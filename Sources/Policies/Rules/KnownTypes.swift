public import Diagnostics

/// Every event in the log is of a type in the catalogue; an unknown one is kept and reported,
/// never dropped. (INV-55)
public enum KnownTypes {
  public static let code = DiagnosticCode(
    "INV-55",
    Localized(
      en: "The log holds an event of a type this version does not know.",
      sv: "Loggen innehåller en händelse av en typ som denna version inte känner till."),
    remedy: Localized(
      en: "Use the version of liggare that wrote it, or a later one. Nothing was changed.",
      sv: "Använd den version av liggare som skrev den, eller en senare. Inget har ändrats."))

  public static let ground = Ground(
    protects: Localized(
      en: "An event that is passed over in silence makes every answer after it uncertain.",
      sv: "En händelse som tyst hoppas över gör alla senare svar osäkra."),
    source: Localized(
      en: "ISO 27001 5.33, 8.15",
      sv: "ISO 27001 5.33, 8.15"),
    refused: Localized(
      en: "a log with an event of a later version, read by an earlier program",
      sv: "en logg med en händelse av en senare version, läst av ett äldre program"),
    allowed: Localized(
      en: "the same log, read by the program that wrote it",
      sv: "samma logg, läst av programmet som skrev den"))

  public static func violation(name: String, version: Int64, position: UInt64) -> Diagnostic {
    code.diagnostic(
      .init(en: "type", sv: "typ", name), .init(en: "version", sv: "version", "\(version)"),
      .init(en: "position", sv: "position", "\(position)"))
  }
}
