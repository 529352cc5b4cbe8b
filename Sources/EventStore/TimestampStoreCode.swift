public import Diagnostics

/// What can be wrong with keeping a time stamp.
public enum TimestampStoreCode {
  /// It stamps nothing that the log has said.
  public static let foreign = DiagnosticCode(
    "TST-06",
    Localized(
      en: "The time stamp is over no checkpoint of this log.",
      sv: "Tidsstämpeln gäller ingen kontrollpunkt för denna logg."),
    remedy: Localized(
      en: "Have the request stamped that liggare timestamp request writes from this ledger.",
      sv: "Låt stämpla den begäran som liggare timestamp request skriver från denna liggare."))

  /// There is one already.
  public static let present = DiagnosticCode(
    "TST-07",
    Localized(
      en: "A time stamp over this checkpoint is kept already.",
      sv: "En tidsstämpel över kontrollpunkten finns redan."),
    remedy: Localized(
      en:
        "Nothing was written. To be stamped anew, wait for the next checkpoint: it speaks for all before it.",
      sv:
        "Inget skrevs. Vänta på nästa kontrollpunkt för att stämpla på nytt: den gäller för allt före den."
    ))

  /// One of its files is gone.
  public static let incomplete = DiagnosticCode(
    "TST-08",
    Localized(
      en: "A time stamp is kept without its checkpoint or its certificates.",
      sv: "En tidsstämpel finns utan sin kontrollpunkt eller sina certifikat."),
    remedy: Localized(
      en: "Restore the files named from a backup; without them the stamp cannot be checked.",
      sv:
        "Återställ de nämnda filerna från en säkerhetskopia; utan dem går stämpeln inte att kontrollera."
    ))

  public static let catalogue = [foreign, present, incomplete]
}
