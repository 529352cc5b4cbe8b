public import Diagnostics

/// Why a ledger is not restored from a backup.
public enum RestorationCodes {
  public static let folderTaken = DiagnosticCode(
    "BAK-11",
    Localized(
      en: "A restored ledger needs a new or an empty folder, and this one holds something.",
      sv: "En återställd liggare behöver en ny eller tom mapp, och den här innehåller något."),
    remedy: Localized(
      en: "Name another folder. What is left of a damaged ledger is kept for the investigation.",
      sv: "Ange en annan mapp. Det som är kvar av en skadad liggare sparas för utredningen."))

  public static let witnessUnasked = DiagnosticCode(
    "BAK-12",
    Localized(
      en:
        "A witness could not be asked, so that nobody knows whether the log was longer than the backup.",
      sv:
        "Ett vittne kunde inte tillfrågas, så att ingen vet om loggen var längre än säkerhetskopian."
    ),
    remedy: Localized(
      en:
        "Have the witness reached and try again; or go on under a new name, which can contradict nothing: --origin, such as ledger.example/2.",
      sv:
        "Se till att vittnet nås och försök igen; eller fortsätt under ett nytt namn, som inte kan motsäga något: --origin, till exempel liggare.example/2."
    ))

  public static let foreignCheckpoint = DiagnosticCode(
    "BAK-13",
    Localized(
      en: "The checkpoint is not one of this log.",
      sv: "Kontrollpunkten hör inte till den här loggen."),
    remedy: Localized(
      en: "Give a checkpoint that this log has signed, or leave it out.",
      sv: "Ange en kontrollpunkt som den här loggen har signerat, eller utelämna den."))

  /// Every code of the family.
  public static let catalogue = [folderTaken, witnessUnasked, foreignCheckpoint]
}
