public import AccessModel
public import Chronology
public import Diagnostics

/// A person works in a unit once at a time; again only to stay longer. (AFF-02)
public enum OneAffiliationPerUnit {
  public static let code = DiagnosticCode(
    "AFF-02",
    Localized(
      en: "The person works in this unit already.",
      sv: "Personen arbetar redan i denna enhet."),
    remedy: Localized(
      en:
        "Name the unit that the person moves to; liggare unit list shows them. To prolong a limited time, give a later last day with --until.",
      sv:
        "Ange enheten som personen flyttar till; liggare unit list visar dem. För att förlänga en begränsad tid: ange en senare sista dag med --until."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A move that moves nobody would begin the work anew, and hide since when the person has worked there.",
      sv:
        "En flytt som inte flyttar någon skulle börja om arbetet på nytt, och dölja sedan när personen har arbetat där."
    ),
    source: Localized(
      en: "ISO 27001 5.16",
      sv: "ISO 27001 5.16"),
    refused: Localized(
      en: "liggare person move bo.ek --unit U-2, where bo.ek works in U-2",
      sv: "liggare person move bo.ek --unit U-2, när bo.ek arbetar i U-2"),
    allowed: Localized(
      en: "liggare person move bo.ek --unit U-3",
      sv: "liggare person move bo.ek --unit U-3"))

  /// - Parameters:
  ///   - present: the employment or assignment that the person has there at `from`.
  ///   - end: when that ends; `nil` for no end.
  ///   - until: when the new one would end; `nil` for no end.
  public static func check(
    person: PersonID, unit: UnitID, present: AffiliationID?, end: Instant?, until: Instant?
  ) -> Diagnostic? {
    guard let present else { return nil }
    if let end, until.map({ $0 > end }) ?? true { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]), .init(UnitSubject.word, "\(unit)"),
      .init(AffiliationSubject.word, "\(present)"),
      .init(en: "ends", sv: "upphör", end: end))
  }
}
