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

  public static func violation(name: String, version: Int64, position: UInt64) -> Diagnostic {
    code.diagnostic(
      .init(en: "type", sv: "typ", name), .init(en: "version", sv: "version", "\(version)"),
      .init(en: "position", sv: "position", "\(position)"))
  }
}
