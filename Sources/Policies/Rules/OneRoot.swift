public import AccessModel
public import Diagnostics

/// The units are one tree: all but the topmost lie below another. (ORG-01)
public enum OneRoot {
  public static let code = DiagnosticCode(
    "ORG-01",
    Localized(
      en: "There is a topmost unit already; every other lies below one.",
      sv: "Det finns redan en översta enhet; varje annan ligger under någon."),
    remedy: Localized(
      en: "Say which unit it lies below: liggare unit register NAME --parent UNIT.",
      sv: "Ange vilken enhet den ligger under: liggare unit register NAMN --parent ENHET."))

  public static let ground = Ground(
    protects: Localized(
      en: "Responsibility is followed upwards; a unit beside the tree answers to nobody.",
      sv: "Ansvaret följs uppåt; en enhet vid sidan av trädet svarar inte inför någon."),
    source: Localized(
      en: "guideline: follow-up is reported upwards; ISO 27001 5.2, 5.4",
      sv: "riktlinjen: uppföljning rapporteras uppåt; ISO 27001 5.2, 5.4"),
    refused: Localized(
      en: "liggare unit register \"Harbour\" --kind committee",
      sv: "liggare unit register \"Hamnen\" --kind committee"),
    allowed: Localized(
      en: "liggare unit register \"Harbour\" --kind committee --parent U-1",
      sv: "liggare unit register \"Hamnen\" --kind committee --parent U-1"))

  /// - Parameter root: the topmost unit that there is.
  public static func check(unit: UnitID, parent: UnitID?, root: UnitID?) -> Diagnostic? {
    guard parent == nil, let root, root != unit else { return nil }
    return code.diagnostic(
      .init(UnitSubject.word, "\(unit)"),
      .init(en: "topmost unit", sv: "översta enhet", "\(root)"))
  }
}
