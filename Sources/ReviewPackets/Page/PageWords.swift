import Diagnostics

/// What the page says of itself and of how it is used.
enum PageWords {
  static let skip = Localized(en: "Go to the items", sv: "Gå till posterna")
  static let about = Localized(en: "About this review", sv: "Om granskningen")
  static let reviewer = Localized(en: "Reviewer", sv: "Granskare")
  static let organisation = Localized(en: "Organisation", sv: "Organisation")
  static let answerBy = Localized(en: "Answer no later than", sv: "Svara senast")
  static let shown = Localized(en: "Shows what was known", sv: "Visar vad som var känt")
  static let number = Localized(en: "Items", sv: "Poster")
  static let how = Localized(en: "How you answer", sv: "Så svarar du")
  static let outcomes = Localized(en: "What the outcomes mean", sv: "Vad utfallen betyder")
  static let keys = Localized(en: "Keys", sv: "Tangenter")
  static let useKeys = Localized(
    en: "Use these keys; they never act while you write in a field",
    sv: "Använd tangenterna; de gäller aldrig medan du skriver i ett fält")
  static let key = Localized(en: "Key", sv: "Tangent")
  static let does = Localized(en: "What it does", sv: "Vad den gör")
  static let items = Localized(en: "Items", sv: "Poster")
  static let selection = Localized(en: "Selection", sv: "Urval")
  static let onlyChanged = Localized(
    en: "Only what is new or has changed", sv: "Bara det som är nytt eller ändrat")
  static let onlyOpen = Localized(en: "Only what is not answered", sv: "Bara obesvarade")
  static let grouping = Localized(en: "Group by", sv: "Gruppera efter")
  static let bulk = Localized(en: "Keep several at once", sv: "Behåll flera samtidigt")
  static let pick = Localized(
    en: "Select to keep together with others", sv: "Markera för att behålla tillsammans med andra")
  static let pickPlain = Localized(
    en: "Select all shown that nothing speaks against",
    sv: "Markera alla visade som inget talar emot")
  static let keepPicked = Localized(en: "Keep the selected", sv: "Behåll de markerade")
  static let question = Localized(en: "What should become of it?", sv: "Vad ska hända med den?")
  static let required = Localized(en: "(required)", sv: "(krävs)")
  static let optional = Localized(en: "(optional)", sv: "(frivillig)")
  static let clear = Localized(en: "Take the answer back", sv: "Ta tillbaka svaret")
  static let finish = Localized(en: "Finish", sv: "Avsluta")
  static let make = Localized(
    en: "Check and make the decision file", sv: "Kontrollera och skapa beslutsfilen")
  static let forget = Localized(en: "Delete all answers", sv: "Radera alla svar")
  static let finishText = Localized(
    en:
      "You need not answer everything at once: what you leave open can be answered in another file. Nothing is sent by this page.",
    sv:
      "Du behöver inte svara på allt på en gång: det du lämnar öppet kan besvaras i en annan fil. Sidan skickar ingenting."
  )
  static let noScript = Localized(
    en:
      "This page cannot take answers, because scripts are turned off here. Use the workbook that came with it instead.",
    sv:
      "Sidan kan inte ta emot svar, eftersom skript är avstängda här. Använd i stället arbetsboken som följde med."
  )
  static let timeNote = Localized(
    en:
      "The page counts for how many seconds you have each item before you, and puts the number in the decision file. It is used to measure how much work reviews are, and whether they are given time. It stops counting when you do nothing for a minute.",
    sv:
      "Sidan räknar hur många sekunder du har varje post framför dig och lägger talet i beslutsfilen. Det används för att mäta hur mycket arbete granskningarna är och om de får tid. Räkningen stannar när du inte gör något på en minut."
  )
  static let personalData = Localized(
    en:
      "The page holds personal data. Keep it where only you can read it, and delete it when you have sent your answers; “Delete all answers” deletes the draft from the browser.",
    sv:
      "Sidan innehåller personuppgifter. Förvara den där bara du kan läsa den, och radera den när du har skickat dina svar; ”Radera alla svar” raderar utkastet ur webbläsaren."
  )

  static let steps: [Localized] = [
    Localized(
      en: "Look at each item and choose an outcome. Say why where it is asked for.",
      sv: "Gå igenom varje post och välj ett utfall. Motivera där det begärs."),
    Localized(
      en: "Press “Check and make the decision file” at the end of the page.",
      sv: "Tryck på ”Kontrollera och skapa beslutsfilen” i slutet av sidan."),
    Localized(
      en: "Send the file, or the text in the box below it, to whoever sent you this page.",
      sv: "Skicka filen, eller texten i rutan under den, till den som skickade sidan till dig."),
  ]

  static let keyTable: [(key: String, does: Localized)] = [
    ("J", Localized(en: "next item", sv: "nästa post")),
    ("K", Localized(en: "previous item", sv: "föregående post")),
    ("N", Localized(en: "next item without an answer", sv: "nästa post utan svar")),
    (
      "1–5", Localized(en: "choose the outcome with that place", sv: "välj utfallet på den platsen")
    ),
    ("0", Localized(en: "take the answer back", sv: "ta tillbaka svaret")),
    ("M", Localized(en: "go to the reason", sv: "gå till motiveringen")),
    ("Esc", Localized(en: "leave the field you write in", sv: "lämna fältet du skriver i")),
    (
      "V",
      Localized(
        en: "select, or do not select, to keep several",
        sv: "markera eller avmarkera för att behålla flera")
    ),
    (
      "S",
      Localized(
        en: "go to the end: make the decision file", sv: "gå till slutet: skapa beslutsfilen")
    ),
    ("?", Localized(en: "show these keys", sv: "visa tangenterna")),
  ]

  static let progress = Localized(
    en: "{done} of {total} answered", sv: "{done} av {total} besvarade")
  static let shownCount = Localized(
    en: "{shown} of {total} items are shown.", sv: "{shown} av {total} poster visas.")
  static let open = Localized(en: "Not answered", sv: "Inte besvarad")
  static let answered = Localized(en: "Answered: {outcome}", sv: "Besvarad: {outcome}")
  static let answeredInBulk = Localized(
    en: "Answered: {outcome}, together with others",
    sv: "Besvarad: {outcome}, tillsammans med andra")
  static let draftKept = Localized(
    en: "Your draft is kept in this browser, on this device, as you go.",
    sv: "Ditt utkast sparas i den här webbläsaren, på den här enheten, efter hand.")
  static let draftNotKept = Localized(
    en:
      "This browser keeps no draft for a page opened like this: make the decision file before you close it.",
    sv:
      "Webbläsaren sparar inget utkast för en sida som öppnats så här: skapa beslutsfilen innan du stänger den."
  )
  static let picked = Localized(en: "{count} selected.", sv: "{count} markerade.")
  static let nothingPicked = Localized(
    en: "Nothing is selected that can be kept without a reason.",
    sv: "Inget är markerat som kan behållas utan motivering.")
  static let tooMany = Localized(
    en:
      "At most {most} of your items may be kept together; this would be {count}. Look at more of them one by one.",
    sv:
      "Högst {most} av dina poster får behållas tillsammans; detta skulle bli {count}. Gå igenom fler av dem en och en."
  )
  static let keptInBulk = Localized(
    en: "{count} kept. {left} were left, because something speaks against them.",
    sv: "{count} behållna. {left} lämnades, eftersom något talar emot dem.")
  static let needsReason = Localized(en: "say why", sv: "ange varför")
  static let needsDay = Localized(en: "name the last day", sv: "ange sista dagen")
  static let dayHasPassed = Localized(en: "the day has passed", sv: "dagen har passerat")
  static let noDay = Localized(en: "that is no day", sv: "det är ingen dag")
  static let nothingAnswered = Localized(
    en: "Nothing is answered yet.", sv: "Inget är besvarat ännu.")
  static let toMend = Localized(
    en: "To complete before the file can be made: {count}",
    sv: "Att komplettera innan filen kan skapas: {count}")
  static let made = Localized(
    en: "{done} answered, {open} left open.", sv: "{done} besvarade, {open} lämnade öppna.")
  static let send = Localized(
    en:
      "Send the file, or the text, to whoever sent you this page. You will be asked to confirm that it is from you.",
    sv:
      "Skicka filen, eller texten, till den som skickade sidan till dig. Du kommer att få bekräfta att den är från dig."
  )
  static let inParts = Localized(
    en: "It is {parts} files, because one may answer {most} items. Send all of them.",
    sv: "Det är {parts} filer, eftersom en får besvara {most} poster. Skicka alla.")
  static let download = Localized(en: "Save {name}", sv: "Spara {name}")
  static let text = Localized(
    en: "The same as text, where files cannot be saved ({name})",
    sv: "Samma sak som text, där filer inte kan sparas ({name})")
  static let copy = Localized(en: "Copy the text", sv: "Kopiera texten")
  static let copied = Localized(en: "Copied.", sv: "Kopierad.")
  static let copyYourself = Localized(
    en: "The text is selected: copy it with Ctrl+C.",
    sv: "Texten är markerad: kopiera den med Ctrl+C.")
  static let forgetAll = Localized(
    en: "Delete all answers on this page?", sv: "Radera alla svar på sidan?")
}
