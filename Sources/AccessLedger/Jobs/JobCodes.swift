public import Diagnostics

/// What jobs tell, and why one cannot be done.
public enum JobCodes {
  public static let otherMoment = DiagnosticCode(
    "JOB-01",
    Localized(
      en: "Jobs cannot be run as of this moment.", sv: "Jobben kan inte köras för denna tidpunkt."),
    remedy: Localized(
      en:
        "Record as of a moment from the last recorded event up to now. For any later one give --dry-run, which records nothing.",
      sv:
        "Registrera för en tidpunkt från den senast registrerade händelsen fram till nu. Ange --dry-run för en senare, som inte registrerar något."
    ))

  public static let duty = DiagnosticCode(
    "JOB-02",
    Localized(en: "Something waits for somebody.", sv: "Något väntar på någon."),
    remedy: Localized(
      en: "Let the one whom it is for see to it; the command records it.",
      sv: "Låt den som det åligger sköta det; kommandot registrerar det."))

  public static let lateDuties = DiagnosticCode(
    "JOB-03",
    Localized(en: "Things to be done are late.", sv: "Saker att göra är försenade."),
    remedy: Localized(
      en: "liggare view duties lists them, with who must act and the command that records each.",
      sv:
        "liggare view duties listar dem, med vem det åligger och kommandot som registrerar var och en."
    ))

  public static let plannedReview = DiagnosticCode(
    "JOB-04",
    Localized(
      en: "A review is planned, and by the rules it does not start by itself.",
      sv: "En granskning är planerad, och startar enligt reglerna inte av sig själv."),
    remedy: Localized(
      en: "Start it when it suits: liggare review start. Or call it off: liggare review cancel.",
      sv:
        "Starta den när det passar: liggare review start. Eller ställ in den: liggare review cancel."
    ))

  public static let littleSpace = DiagnosticCode(
    "JOB-05",
    Localized(
      en: "The ledger's file system is filling up.",
      sv: "Liggarens filsystem håller på att bli fullt."
    ),
    remedy: Localized(
      en:
        "Make room, or move the ledger to a larger disk; a full disk stops recording and harms nothing.",
      sv:
        "Skapa utrymme, eller flytta liggaren till en större disk; en full disk stoppar registreringen men skadar inget."
    ))

  public static let noAddress = DiagnosticCode(
    "JOB-06",
    Localized(
      en: "Somebody must act and has no mail address that can be used.",
      sv: "Någon ska agera men har ingen e-postadress som går att använda."),
    remedy: Localized(
      en:
        "Tell them in another way, and record the address: liggare person change PERSON --email ADDRESS.",
      sv:
        "Säg till på annat sätt, och registrera adressen: liggare person change PERSON --email ADRESS."
    ))

  public static let nobody = DiagnosticCode(
    "JOB-07",
    Localized(
      en: "There is something to do and nobody holds the role that should.",
      sv: "Det finns något att göra och ingen har rollen som ska göra det."),
    remedy: Localized(
      en: "Assign the role: liggare role assign. liggare view duties shows what it is.",
      sv: "Tilldela rollen: liggare role assign. liggare view duties visar vad det är."))

  public static let notSent = DiagnosticCode(
    "JOB-08",
    Localized(
      en: "A letter could not be delivered; the next run tries again.",
      sv: "Ett brev gick inte att leverera; nästa körning försöker igen."),
    remedy: Localized(
      en: "Check the folder or the program that takes the mail.",
      sv: "Kontrollera mappen eller programmet som tar emot posten."))

  public static let memory = DiagnosticCode(
    "JOB-09",
    Localized(
      en: "What was told already cannot be read or kept, so nobody is told.",
      sv: "Vad som redan sagts går inte att läsa eller spara, så ingen får något besked."),
    remedy: Localized(
      en:
        "Check the file and the disk. If the file is damaged, remove it: then what is due is told once more.",
      sv:
        "Kontrollera filen och disken. Är filen skadad, ta bort den: då sägs det som ska göras en gång till."
    ))

  public static let catalogue = [
    otherMoment, duty, lateDuties, plannedReview, littleSpace, noAddress, nobody, notSent, memory,
  ]
}
