public import Diagnostics

/// Why everything is not given out, or not taken back.
public enum LeavingCodes {
  public static let folderTaken = DiagnosticCode(
    "EXP-01",
    Localized(
      en: "An export needs a new folder, and this one is there.",
      sv: "En export behöver en ny mapp, och den här finns."),
    remedy: Localized(
      en: "Name another folder; nothing was written.", sv: "Ange en annan mapp; inget skrevs."))

  public static let altered = DiagnosticCode(
    "EXP-02",
    Localized(
      en: "A file of the export is not as it was given out.",
      sv: "En fil i exporten är inte som när den lämnades ut."),
    remedy: Localized(
      en:
        "Fetch the export again from where it was kept, or make a new one. sha256sum -c SHA256SUMS in its folder tells of every file.",
      sv:
        "Hämta exporten igen där den förvaras, eller gör en ny. sha256sum -c SHA256SUMS i dess mapp visar varje fil."
    ))

  public static let notExport = DiagnosticCode(
    "EXP-03",
    Localized(
      en: "The folder is no full export that this program can read.",
      sv: "Mappen är ingen fullständig export som det här programmet kan läsa."),
    remedy: Localized(
      en: "Give the folder that liggare export full made: EXPORT and SHA256SUMS lie in it.",
      sv: "Ange mappen som liggare export full skapade: EXPORT och SHA256SUMS ligger i den."))

  public static let withoutIdentities = DiagnosticCode(
    "EXP-04",
    Localized(
      en: "The export was made without names and texts, so no ledger can be made of it.",
      sv: "Exporten gjordes utan namn och texter, så ingen liggare kan göras av den."),
    remedy: Localized(
      en:
        "Make one without --without-identities. This one can be read and verified: liggare verify --ledger FOLDER/log.",
      sv:
        "Gör en utan --without-identities. Den här kan läsas och kontrolleras: liggare verify --ledger MAPP/log."
    ))

  /// Every code of the family.
  public static let catalogue = [folderTaken, altered, notExport, withoutIdentities]
}
