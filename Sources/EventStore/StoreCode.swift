public import Diagnostics

/// What can be wrong with a log, where it lies, or with what is put into it.
public enum StoreCode {
  public static let notFound = DiagnosticCode(
    "LOG-01",
    Localized(en: "There is no ledger here.", sv: "Här finns ingen liggare."),
    remedy: Localized(
      en:
        "Check the path. A new ledger is made with liggare init, and never by itself.",
      sv:
        "Kontrollera sökvägen. En ny liggare skapas med liggare init, och aldrig av sig själv."
    ))

  public static let unknownFormat = DiagnosticCode(
    "LOG-02",
    Localized(
      en: "The file FORMAT is damaged, or of a format this version does not know.",
      sv: "Filen FORMAT är skadad eller har ett format som den här versionen inte känner till."),
    remedy: Localized(
      en:
        "If a newer version wrote the ledger, use that one. Otherwise restore FORMAT from a copy "
        + "of the ledger.",
      sv:
        "Om en nyare version har skrivit liggaren, använd den. Återställ annars FORMAT från en "
        + "kopia av liggaren."
    ))

  public static let notPermitted = DiagnosticCode(
    "LOG-03",
    Localized(
      en: "The system does not permit this to the user who runs the program.",
      sv: "Systemet tillåter inte detta för den användare som kör programmet."),
    remedy: Localized(
      en: "Run as the user who owns the ledger, or have the folder's permissions corrected.",
      sv: "Kör som den användare som äger liggaren, eller låt rätta mappens rättigheter."))

  public static let readOnlyFolder = DiagnosticCode(
    "LOG-04",
    Localized(
      en: "The ledger lies where nothing can be written.",
      sv: "Liggaren ligger där inget kan skrivas."),
    remedy: Localized(
      en:
        "Reading works as it is. To write, mount the file system for writing or open the "
        + "original instead of the copy.",
      sv:
        "Liggaren kan läsas som den är. För att skriva: montera filsystemet skrivbart eller öppna "
        + "originalet i stället för kopian."
    ))

  public static let folderNotEmpty = DiagnosticCode(
    "LOG-05",
    Localized(
      en: "A new ledger needs an empty folder, and this one holds something.",
      sv: "En ny liggare behöver en tom mapp, och den här innehåller något."),
    remedy: Localized(
      en:
        "Name another folder. If an earlier attempt was interrupted and left no FORMAT, empty "
        + "the folder and try again.",
      sv:
        "Ange en annan mapp. Om ett tidigare försök avbröts och FORMAT saknas, töm mappen och "
        + "försök igen."
    ))

  public static let networkFileSystem = DiagnosticCode(
    "LOG-06",
    Localized(
      en: "The folder is on a network file system, where locks and syncs cannot be trusted.",
      sv:
        "Mappen ligger på ett nätverksfilsystem, där lås och skrivning till disk inte går att "
        + "lita på."
    ),
    remedy: Localized(
      en:
        "Put the ledger on a disk of the host itself, and let others work on that host.",
      sv:
        "Lägg liggaren på en disk i värddatorn, och låt andra arbeta på den värddatorn."
    ))

  public static let locked = DiagnosticCode(
    "LOG-07",
    Localized(
      en: "Another process is writing to the ledger.",
      sv: "En annan process skriver i liggaren."),
    remedy: Localized(
      en: "Nothing was written. Try again in a moment.",
      sv: "Inget har skrivits. Försök igen om en stund."))

  public static let headMoved = DiagnosticCode(
    "LOG-08",
    Localized(
      en: "The log has grown since the decision was made.",
      sv: "Loggen har vuxit sedan beslutet fattades."),
    remedy: Localized(
      en: "Nothing was written. Read what is new and decide again.",
      sv: "Inget har skrivits. Läs det som är nytt och besluta på nytt."))

  public static let diskFull = DiagnosticCode(
    "LOG-09",
    Localized(en: "The disk is full.", sv: "Disken är full."),
    remedy: Localized(
      en:
        "Nothing of the command was written. Free at least two mebibytes on the ledger's disk "
        + "and try again.",
      sv:
        "Inget av kommandot har skrivits. Frigör minst två mebibyte på liggarens disk och försök "
        + "igen."
    ))

  public static let inputOutput = DiagnosticCode(
    "LOG-10",
    Localized(
      en: "The system reported an error while the log was read or written.",
      sv: "Systemet rapporterade ett fel när loggen lästes eller skrevs."),
    remedy: Localized(
      en:
        "Nothing was confirmed. Look at the system's own log for the disk, then run the command "
        + "again.",
      sv:
        "Inget har bekräftats. Kontrollera disken i systemets egen logg och kör sedan kommandot "
        + "igen."
    ))

  public static let outcomeUnknown = DiagnosticCode(
    "LOG-11",
    Localized(
      en: "An error in the last step leaves open whether the command was kept.",
      sv: "Ett fel i sista steget gör att det är oklart om kommandot har sparats."),
    remedy: Localized(
      en: "Look in the ledger whether the events are there before you run the command again.",
      sv: "Se efter i liggaren om händelserna finns där innan du kör kommandot igen."))

  public static let writerEnded = DiagnosticCode(
    "LOG-12",
    Localized(
      en: "After an error this process writes nothing more.",
      sv: "Efter ett fel skriver den här processen inget mer."),
    remedy: Localized(
      en: "Start the program again; what was confirmed is kept.",
      sv: "Starta programmet igen. Det som har bekräftats finns kvar."))

  public static let headDamaged = DiagnosticCode(
    "LOG-13",
    Localized(
      en: "The file head, which says how much of the log counts, is missing or damaged.",
      sv: "Filen head, som säger hur mycket av loggen som gäller, saknas eller är skadad."),
    remedy: Localized(
      en:
        "Write nothing. Restore the ledger from a backup, or make head anew from the newest signed "
        + "checkpoint: liggare recover --rebuild-head --dry-run.",
      sv:
        "Skriv inget. Återställ liggaren från en säkerhetskopia, eller skapa head på nytt ur den senaste "
        + "signerade kontrollpunkten: liggare recover --rebuild-head --dry-run."
    ))

  public static let corruption = DiagnosticCode(
    "LOG-14",
    Localized(
      en: "What was committed is no longer as it was committed.",
      sv: "Bekräftade händelser ser inte längre ut som när de bekräftades."),
    remedy: Localized(
      en:
        "Write nothing and keep the folder as it is. Run verify to see which events are touched, "
        + "and restore from a copy.",
      sv:
        "Skriv inget och behåll mappen som den är. Kör verify för att se vilka händelser som "
        + "berörs och återställ från en kopia."
    ))

  public static let suspectedRollback = DiagnosticCode(
    "LOG-15",
    Localized(
      en:
        "The log holds more behind its head than an interruption can leave: the head may have "
        + "been set back.",
      sv:
        "Efter det som filen head anger finns mer i loggen än ett avbrott kan lämna efter sig: "
        + "head kan ha ställts tillbaka."
    ),
    remedy: Localized(
      en:
        "Write nothing. Compare the ledger with a witness or a published checkpoint, and find "
        + "out who changed head.",
      sv:
        "Skriv inget. Jämför liggaren med ett vittne eller en publicerad kontrollpunkt och ta "
        + "reda på vem som ändrat head."
    ))

  public static let manifestDamaged = DiagnosticCode(
    "LOG-16",
    Localized(
      en: "The manifest of a full segment is damaged.",
      sv: "Manifestet för ett fullt segment är skadat."),
    remedy: Localized(
      en:
        "Run verify. If the segment itself is intact, move the manifest away; it is written anew "
        + "at the next opening.",
      sv:
        "Kör verify. Om själva segmentet är helt, flytta undan manifestet. Det skrivs på nytt "
        + "vid nästa öppning."
    ))

  public static let lineTooLong = DiagnosticCode(
    "LOG-17",
    Localized(
      en: "An event is longer than a line of the log may be.",
      sv: "En händelse är längre än vad en rad i loggen får vara."),
    remedy: Localized(
      en: "Split the command, or shorten its longest field.",
      sv: "Dela upp kommandot eller korta det längsta fältet."))

  public static let batchSize = DiagnosticCode(
    "LOG-18",
    Localized(
      en: "A command must yield between 1 and 4,096 events.",
      sv: "Ett kommando måste ge mellan 1 och 4 096 händelser."),
    remedy: Localized(
      en: "Split the command into smaller ones.", sv: "Dela upp kommandot i mindre."))

  public static let malformedEvent = DiagnosticCode(
    "LOG-19",
    Localized(
      en: "An event is not in the form the log keeps.",
      sv: "En händelse har inte den form som loggen bevarar."),
    remedy: Localized(
      en:
        "Nothing was written. This is a fault in the program: report it with the code and the "
        + "facts.",
      sv: "Inget har skrivits. Detta är ett fel i programmet: anmäl det med koden och uppgifterna.")
  )

  public static let readBackDiffers = DiagnosticCode(
    "LOG-20",
    Localized(
      en: "The disk gave back other bytes than were written.",
      sv: "Disken gav tillbaka andra byte än de som skrevs."),
    remedy: Localized(
      en:
        "The command was not kept. Check the memory and the disk of the host before anything "
        + "more is written.",
      sv: "Kommandot sparades inte. Kontrollera värddatorns minne och disk innan något mer skrivs."
    ))

  public static let openedForReading = DiagnosticCode(
    "LOG-21",
    Localized(
      en: "The ledger was opened for reading only.",
      sv: "Liggaren är öppnad enbart för läsning."),
    remedy: Localized(en: "Open it for writing.", sv: "Öppna den för skrivning."))

  public static let originMalformed = DiagnosticCode(
    "LOG-22",
    Localized(
      en: "The origin is not a name a ledger can have.",
      sv: "Ursprunget kan inte användas som namn på en liggare."),
    remedy: Localized(
      en:
        "Use 1 to 255 ASCII letters, digits, dots, hyphens and slashes, such as "
        + "ledger.municipality.example.",
      sv:
        "Använd 1 till 255 ASCII-tecken: bokstäver, siffror, punkt, bindestreck och snedstreck, "
        + "till exempel liggare.kommun.example."
    ))

  public static let headWhole = DiagnosticCode(
    "LOG-23",
    Localized(
      en: "The file head is whole: it is not made anew.",
      sv: "Filen head är hel: den skapas inte på nytt."),
    remedy: Localized(
      en: "Run liggare recover without --rebuild-head.",
      sv: "Kör liggare recover utan --rebuild-head."))

  public static let noGoodCheckpoint = DiagnosticCode(
    "LOG-24",
    Localized(
      en: "The lines of the log bear out no checkpoint that it has signed.",
      sv: "Loggens rader styrker ingen kontrollpunkt som den har signerat."),
    remedy: Localized(
      en: "Keep the folder as it is, and restore the ledger from a backup: liggare restore.",
      sv:
        "Behåll mappen som den är, och återställ liggaren från en säkerhetskopia: liggare restore.")
  )

  /// Every code of the module.
  public static let catalogue: [DiagnosticCode] =
    [
      notFound, unknownFormat, notPermitted, readOnlyFolder, folderNotEmpty, networkFileSystem,
      locked, headMoved, diskFull, inputOutput, outcomeUnknown, writerEnded, headDamaged,
      corruption, suspectedRollback, manifestDamaged, lineTooLong, batchSize, malformedEvent,
      readBackDiffers, openedForReading, originMalformed, headWhole, noGoodCheckpoint,
    ] + DamageCode.catalogue + PublicationCode.catalogue + TimestampStoreCode.catalogue
    + BackupCode.catalogue
}
