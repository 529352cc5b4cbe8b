public import AccessModel
public import Diagnostics

/// An external system has a supplier. (SYS-02)
public enum NamedSupplier {
  public static let code = DiagnosticCode(
    "SYS-02",
    Localized(
      en: "An external system needs a supplier.", sv: "Ett externt system behöver en leverantör."),
    remedy: Localized(
      en: "Name the supplier with --supplier.", sv: "Ange leverantören med --supplier."))

  public static let ground = Ground(
    protects: Localized(
      en: "Whoever runs a system outside the house must be known when something goes wrong.",
      sv: "Den som driver ett system utanför huset måste vara känd när något går fel."),
    source: Localized(
      en: "ISO 27001 5.19; NIS2 Article 21(2)(d)", sv: "ISO 27001 5.19; NIS2 artikel 21.2 d"),
    refused: Localized(
      en: "an external system with no supplier", sv: "ett externt system utan leverantör"),
    allowed: Localized(en: "the same with its supplier", sv: "detsamma med sin leverantör"))

  public static func check(
    system: SystemID, ownership: Ownership, supplier: Label?
  ) -> Diagnostic? {
    guard ownership == .external, supplier == nil else { return nil }
    return code.diagnostic(.init(SystemSubject.word, "\(system)"))
  }
}
