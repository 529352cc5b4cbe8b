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

  public static func check(
    system: SystemID, ownership: Ownership, supplier: Label?
  ) -> Diagnostic? {
    guard ownership == .external, supplier == nil else { return nil }
    return code.diagnostic(.init(SystemSubject.word, "\(system)"))
  }
}
