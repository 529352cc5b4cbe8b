public import AccessModel
public import Diagnostics

/// No unit lies below itself. (ORG-02)
public enum AcyclicUnits {
  public static let code = DiagnosticCode(
    "ORG-02",
    Localized(
      en: "A unit cannot lie below itself, nor be taken over by what lies below it.",
      sv: "En enhet kan inte ligga under sig själv, och inte tas över av det som ligger under den."),
    remedy: Localized(
      en: "Move what lies below it first: liggare unit move UNIT --below UNIT.",
      sv: "Flytta först det som ligger under den: liggare unit move ENHET --below ENHET."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Whoever manages a unit manages what lies below it; in a circle everybody would manage everybody.",
      sv:
        "Den som är chef för en enhet är chef för det som ligger under; i en cirkel vore alla chef för alla."
    ),
    source: Localized(
      en: "guideline: roles and responsibility are clear; ISO 27001 5.2",
      sv: "riktlinjen: roller och ansvar är tydliga; ISO 27001 5.2"),
    refused: Localized(
      en: "liggare unit move U-2 --below U-3, where U-3 lies below U-2",
      sv: "liggare unit move U-2 --below U-3, när U-3 ligger under U-2"),
    allowed: Localized(
      en: "liggare unit move U-3 --below U-1", sv: "liggare unit move U-3 --below U-1"))

  /// - Parameter isBelow: whether `other` is the unit, or lies below it.
  public static func check(unit: UnitID, other: UnitID, isBelow: Bool) -> Diagnostic? {
    guard isBelow else { return nil }
    return code.diagnostic(
      .init(UnitSubject.word, "\(unit)"),
      .init(en: "lies below it", sv: "ligger under den", "\(other)"))
  }
}
