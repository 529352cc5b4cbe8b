public import Diagnostics

/// What can be wrong with a ledger as a whole, above the log that keeps it.
public enum LedgerCodes {
  public static let unreadableEvent = DiagnosticCode(
    "LED-01",
    Localized(
      en: "An event in the log cannot be read.", sv: "En händelse i loggen går inte att läsa."),
    remedy: Localized(
      en: "Run liggare verify: it says what is damaged. Change nothing in the folder.",
      sv: "Kör liggare verify: det visar vad som är skadat. Ändra inget i mappen."))

  public static let brokenStream = DiagnosticCode(
    "LED-02",
    Localized(
      en: "An event does not follow the one before it in its stream.",
      sv: "En händelse följer inte på den föregående i sin ström."),
    remedy: Localized(
      en: "Run liggare verify, and compare with a backup or a witness.",
      sv: "Kör liggare verify och jämför med en säkerhetskopia eller ett vittne."))

  public static let unknownKey = DiagnosticCode(
    "LED-03",
    Localized(
      en: "The key is not enrolled in this ledger.",
      sv: "Nyckeln är inte registrerad i denna liggare."),
    remedy: Localized(
      en:
        "Give an enrolled key with --key or $LIGGARE_KEY, or have this one enrolled: liggare key enroll.",
      sv:
        "Ange en registrerad nyckel med --key eller $LIGGARE_KEY, eller få denna registrerad: liggare key enroll."
    ))

  public static let revokedKey = DiagnosticCode(
    "LED-04",
    Localized(en: "The key has been revoked.", sv: "Nyckeln är återkallad."),
    remedy: Localized(
      en: "Use another key. A revoked key never signs again.",
      sv: "Använd en annan nyckel. En återkallad nyckel används aldrig igen."))

  public static let foreignPrincipal = DiagnosticCode(
    "LED-05",
    Localized(
      en: "An event names another actor than the one whose key signed it.",
      sv: "En händelse anger en annan aktör än den vars nyckel har signerat."),
    remedy: Localized(
      en: "Treat the batch as forged: compare with a backup or a witness.",
      sv: "Betrakta omgången som förfalskad: jämför med en säkerhetskopia eller ett vittne."))

  public static let foreignBasis = DiagnosticCode(
    "LED-06",
    Localized(
      en: "A batch was decided on another history than the one before it.",
      sv: "En omgång bygger på en annan historik än den som föregår den."),
    remedy: Localized(
      en: "The log before the batch was rewritten: compare with a backup or a witness.",
      sv: "Loggen före omgången är omskriven: jämför med en säkerhetskopia eller ett vittne."))

  public static let noOpening = DiagnosticCode(
    "LED-07",
    Localized(
      en:
        "The log does not begin with the event that opens a ledger, or the event is of another origin.",
      sv:
        "Loggen börjar inte med den händelse som öppnar en liggare, eller så har händelsen ett annat ursprung."
    ),
    remedy: Localized(
      en:
        "This is not the ledger it says it is. If liggare init was interrupted, remove the folder and run it again.",
      sv:
        "Detta är inte den liggare den utger sig för att vara. Om liggare init avbröts: ta bort mappen och kör kommandot igen."
    ))

  public static let contention = DiagnosticCode(
    "LED-08",
    Localized(
      en: "Others wrote to the ledger each time a decision was ready.",
      sv: "Andra skrev i liggaren varje gång ett beslut var klart."),
    remedy: Localized(en: "Try again in a moment.", sv: "Försök igen om en stund."))

  public static let alteredText = DiagnosticCode(
    "LED-09",
    Localized(
      en: "A free text in the identity register is not the one that was committed to.",
      sv: "En fritext i identitetsregistret är inte den som loggen förbinder sig till."),
    remedy: Localized(
      en: "The text was changed afterwards: restore identities.sqlite from a backup.",
      sv: "Texten har ändrats i efterhand: återställ identities.sqlite från en säkerhetskopia."))

  public static let unusableName = DiagnosticCode(
    "LED-10",
    Localized(
      en: "The name is not one that a ledger can carry.",
      sv: "Namnet kan inte användas för en liggare."),
    remedy: Localized(
      en: "Give 1 to 400 bytes of text with no control characters.",
      sv: "Ange 1 till 400 byte text utan styrtecken."))

  public static let sharedName = DiagnosticCode(
    "LED-11",
    Localized(
      en: "Another person goes by this already.",
      sv: "Uppgiften tillhör redan en annan person."),
    remedy: Localized(
      en:
        "If it is the same person, use the identifier there is: liggare person move. If not, check which of them the user name, number or address belongs to.",
      sv:
        "Är det samma person: använd den beteckning som finns, med liggare person move. Annars: kontrollera vem av dem användarnamnet, numret eller adressen tillhör."
    ))

  public static let derivedDiffers = DiagnosticCode(
    "LED-12",
    Localized(
      en: "The snapshot beside the log does not say what the log says.",
      sv: "Ögonblicksbilden bredvid loggen säger inte det som loggen säger."),
    remedy: Localized(
      en:
        "Remove the file: it is made anew from the log. Answers given while it was there may have been wrong; find out who could change it.",
      sv:
        "Ta bort filen: den skapas på nytt ur loggen. Svar som gavs medan den fanns kan ha varit fel; ta reda på vem som kunde ändra den."
    ))

  /// A warning: the command stands.
  public static let noCheckpoint = DiagnosticCode(
    "LED-13",
    Localized(
      en: "It is recorded, but no checkpoint of the log was issued.",
      sv: "Det är registrerat, men ingen kontrollpunkt för loggen har utfärdats."),
    remedy: Localized(
      en: "Mend what is told above, and make up for it: liggare publish.",
      sv: "Åtgärda det som anges ovan och ta igen det: liggare publish."))

  public static let falseRestoration = DiagnosticCode(
    "LED-14",
    Localized(
      en: "A restoration states another size or root than the log has before it.",
      sv: "En återställning anger en annan storlek eller rot än loggen har före den."),
    remedy: Localized(
      en:
        "Treat what follows as not proven, and ask who recorded it for the backup that it was made from.",
      sv:
        "Betrakta det som följer som obevisat, och fråga den som registrerade den efter säkerhetskopian som den gjordes från."
    ))

  public static let falseDisposal = DiagnosticCode(
    "LED-15",
    Localized(
      en: "A disposal states other texts than the log has for what it names.",
      sv: "En gallring anger andra texter än loggen har för det den nämner."),
    remedy: Localized(
      en:
        "Compare with a backup from before it which texts are gone, and ask both who carried it out and who approved it.",
      sv:
        "Jämför med en säkerhetskopia från före den vilka texter som är borta, och fråga både den som verkställde och den som godkände."
    ))

  public static let catalogue = [
    unreadableEvent, brokenStream, unknownKey, revokedKey, foreignPrincipal, foreignBasis,
    noOpening, contention, alteredText, unusableName, sharedName, derivedDiffers,
    noCheckpoint, falseRestoration, falseDisposal,
  ]
}
