public import Diagnostics

/// What can be wrong with answers that come back from a packet.
public enum PacketCodes {
  public static let malformedDecisions = DiagnosticCode(
    "PKT-01",
    Localized(
      en: "The file is not a decision file.", sv: "Filen är ingen beslutsfil."),
    remedy: Localized(
      en:
        "Take the file that the page made, or the text of its box, whole and unchanged; or the workbook.",
      sv:
        "Ta filen som sidan skapade, eller texten i dess ruta, hel och oförändrad; eller arbetsboken."
    ))

  public static let malformedWorkbook = DiagnosticCode(
    "PKT-02",
    Localized(
      en: "The file is not a workbook that can be read.",
      sv: "Filen är ingen arbetsbok som går att läsa."),
    remedy: Localized(
      en: "Save it as an Excel workbook (.xlsx), without a password and without macros.",
      sv: "Spara den som Excel-arbetsbok (.xlsx), utan lösenord och utan makron."))

  public static let foreignWorkbook = DiagnosticCode(
    "PKT-03",
    Localized(
      en: "The workbook is not that of a packet.", sv: "Arbetsboken hör inte till ett utskick."),
    remedy: Localized(
      en:
        "Take the workbook that was sent out; its sheets, the headings and the hidden columns must be there.",
      sv: "Ta arbetsboken som skickades ut; bladen, rubrikerna och de dolda kolumnerna ska finnas."
    ))

  public static let otherLedger = DiagnosticCode(
    "PKT-04",
    Localized(
      en: "The answers are to a packet from another ledger.",
      sv: "Svaren gäller ett utskick från en annan liggare."),
    remedy: Localized(
      en: "Collect them in the ledger that sent the packet.",
      sv: "Samla in dem i liggaren som skickade utskicket."))

  public static let repeatedItem = DiagnosticCode(
    "PKT-05",
    Localized(
      en: "The same item is answered more than once.",
      sv: "Samma post besvaras mer än en gång."),
    remedy: Localized(
      en: "Leave the row that is meant, and take the others away.",
      sv: "Behåll den rad som gäller och ta bort de andra."))

  public static let malformedRow = DiagnosticCode(
    "PKT-06",
    Localized(
      en: "The row has a value that cannot be an answer.",
      sv: "Raden har ett värde som inte kan vara ett svar."),
    remedy: Localized(
      en: "Choose an outcome from the list, write days as 2026-12-31, and use no formulas.",
      sv: "Välj ett utfall ur listan, skriv dagar som 2026-12-31, och använd inga formler."))

  public static let otherReview = DiagnosticCode(
    "PKT-07",
    Localized(
      en: "The ledger knows no such campaign.",
      sv: "Liggaren känner inte till någon sådan granskningsomgång."),
    remedy: Localized(
      en: "Check that it is the right file and the right ledger.",
      sv: "Kontrollera att det är rätt fil och rätt liggare."))

  public static let nothingAnswered = DiagnosticCode(
    "PKT-08",
    Localized(
      en: "Nothing is answered in the file.", sv: "Inget är besvarat i filen."),
    remedy: Localized(
      en: "Ask the reviewer for the file with the answers.",
      sv: "Be granskaren om filen med svaren."))

  public static let catalogue = [
    malformedDecisions, malformedWorkbook, foreignWorkbook, otherLedger, repeatedItem,
    malformedRow, otherReview, nothingAnswered,
  ]
}
