public import Diagnostics

/// What can be wrong with a witness.
public enum WitnessCodes {
  /// Every code of the family, in its order.
  public static let catalogue: [DiagnosticCode] = [
    notFound, folderNotEmpty, malformedName, damagedMemory, alreadyTrusted, untrustedAnswer, busy,
    unreachable, contradicted, malformedAddress, sizeAhead,
  ]

  public static let notFound = DiagnosticCode(
    "WIT-01",
    Localized(en: "There is no witness here.", sv: "Här finns inget vittne."),
    remedy: Localized(
      en: "Check the path. A witness is made with liggare witness init, and never by itself.",
      sv:
        "Kontrollera sökvägen. Ett vittne skapas med liggare witness init, och aldrig av sig själv."
    ))

  public static let folderNotEmpty = DiagnosticCode(
    "WIT-02",
    Localized(
      en: "A new witness needs an empty folder, and this one holds something.",
      sv: "Ett nytt vittne behöver en tom mapp, och den här innehåller något."),
    remedy: Localized(
      en:
        "Name another folder. A witness that lost its memory is replaced by one with another name and key.",
      sv:
        "Ange en annan mapp. Ett vittne som tappat minnet ersätts av ett med annat namn och annan nyckel."
    ))

  public static let malformedName = DiagnosticCode(
    "WIT-03",
    Localized(
      en: "A witness cannot have that name.", sv: "Ett vittne kan inte heta så."),
    remedy: Localized(
      en:
        "Choose 1 to 255 printable ASCII characters without spaces and plus signs, such as witness.example/audit.",
      sv:
        "Välj 1 till 255 skrivbara ASCII-tecken utan blanksteg och plustecken, som witness.example/revision."
    ))

  public static let damagedMemory = DiagnosticCode(
    "WIT-04",
    Localized(
      en: "What the witness remembers is damaged.", sv: "Det vittnet minns är skadat."),
    remedy: Localized(
      en:
        "It cosigns nothing for this log until the file is restored. If no copy of it exists, make a new witness with another name, and keep the file as evidence.",
      sv:
        "Det medsignerar inget för den här loggen förrän filen är återställd. Om ingen kopia finns: skapa ett nytt vittne med annat namn, och spara filen som bevis."
    ))

  public static let alreadyTrusted = DiagnosticCode(
    "WIT-05",
    Localized(
      en: "The witness knows this log by another key.",
      sv: "Vittnet känner den här loggen med en annan nyckel."),
    remedy: Localized(
      en:
        "If the log's key was replaced, compare the new one with who keeps the log, by a way you trust, and give it again with --add-key. Otherwise somebody pretends to be that log.",
      sv:
        "Om loggens nyckel har bytts: jämför den nya med den som för loggen, på ett sätt du litar på, och ange den igen med --add-key. Annars utger sig någon för att vara den loggen."
    ))

  public static let untrustedAnswer = DiagnosticCode(
    "WIT-06",
    Localized(
      en: "The witness gave no answer that can be used.",
      sv: "Vittnet gav inget svar som går att använda."),
    remedy: Localized(
      en: "Check its address and its key in the witness policy, and ask again.",
      sv: "Kontrollera dess adress och nyckel i vittnespolicyn, och fråga igen."))

  public static let busy = DiagnosticCode(
    "WIT-07",
    Localized(
      en: "The witness is answering somebody else.", sv: "Vittnet svarar någon annan just nu."),
    remedy: Localized(en: "Ask again in a moment.", sv: "Fråga igen om en stund."))

  public static let unreachable = DiagnosticCode(
    "WIT-08",
    Localized(en: "A witness could not be asked.", sv: "Ett vittne kunde inte tillfrågas."),
    remedy: Localized(
      en:
        "What was recorded stands. Until the witness has seen it, a set-back to before it would not show there: see that the witness is reached again.",
      sv:
        "Det som registrerats består. Tills vittnet har sett det skulle en återställning till tiden före inte märkas där: se till att vittnet nås igen."
    ))

  public static let contradicted = DiagnosticCode(
    "WIT-09",
    Localized(
      en: "The ledger contradicts what a witness has seen of it.",
      sv: "Liggaren motsäger det som ett vittne har sett av den."),
    remedy: Localized(
      en:
        "Change nothing. The ledger was set back to an older copy, or written anew: compare it with a backup that is as long as the witness says. Nothing is recorded until this is settled; reading works.",
      sv:
        "Ändra inget. Liggaren har ställts tillbaka till en äldre kopia eller skrivits om: jämför med en säkerhetskopia som är så lång som vittnet säger. Inget registreras förrän detta är utrett; läsning fungerar."
    ))

  public static let malformedAddress = DiagnosticCode(
    "WIT-10",
    Localized(
      en: "A witness cannot be asked at that address.",
      sv: "Ett vittne kan inte tillfrågas på den adressen."),
    remedy: Localized(
      en:
        "Write file:/FOLDER, ssh://[USER@]HOST[:PORT]/FOLDER with letters, digits, dots, hyphens and underscores, or an https:// prefix.",
      sv:
        "Skriv file:/MAPP, ssh://[ANVÄNDARE@]VÄRD[:PORT]/MAPP med bokstäver, siffror, punkter, bindestreck och understreck, eller ett https://-prefix."
    ))

  public static let sizeAhead = DiagnosticCode(
    "WIT-11",
    Localized(
      en: "The witness is said to know more events than there are here.",
      sv: "Vittnet sägs känna fler händelser än det finns här."),
    remedy: Localized(
      en:
        "Check the number. If it is right, the ledger was set back: change nothing, and compare it with a backup.",
      sv:
        "Kontrollera talet. Om det stämmer har liggaren ställts tillbaka: ändra inget, och jämför med en säkerhetskopia."
    ))
}
