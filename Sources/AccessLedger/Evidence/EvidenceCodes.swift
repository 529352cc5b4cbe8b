public import Diagnostics

/// What can be wrong with a bundle of evidence.
public enum EvidenceCodes {
  private static let distrust = Localized(
    en:
      "Do not rely on the bundle, and keep it as it is. Have it made anew from the ledger, and ask who had it in between.",
    sv:
      "Lita inte på underlaget och spara det som det är. Låt ta fram det på nytt ur liggaren och fråga vem som har haft det däremellan."
  )

  public static let nothingThere = DiagnosticCode(
    "EVI-01",
    Localized(
      en: "The log has nothing of that kind by that name.",
      sv: "Loggen har inget av det slaget med den beteckningen."),
    remedy: Localized(
      en:
        "Give a grant; or for a decision a request, a grant, a delegation, an exception, or the event's position or identifier; or for a review the position or identifier of its event.",
      sv:
        "Ange en tilldelning; eller för ett beslut en begäran, en tilldelning, en delegation, ett undantag eller händelsens position eller beteckning; eller för en granskning händelsens position eller beteckning."
    ))

  public static let noBundle = DiagnosticCode(
    "EVI-02",
    Localized(
      en: "This is not a bundle of evidence that this program can read.",
      sv: "Det här är inte ett bevisunderlag som programmet kan läsa."),
    remedy: Localized(
      en: "Give the folder or the file of evidence as it was made, unchanged.",
      sv: "Ange mappen eller filen med underlaget som den skapades, oförändrad."))

  public static let malformedLine = DiagnosticCode(
    "EVI-03",
    Localized(
      en: "A line of the bundle is not one that a log would hold.",
      sv: "En rad i underlaget är inte en som en logg skulle innehålla."),
    remedy: distrust)

  public static let wrongSum = DiagnosticCode(
    "EVI-04",
    Localized(
      en: "A file is not as the bundle's list of checksums says.",
      sv: "En fil är inte som underlagets lista över kontrollsummor säger."),
    remedy: distrust)

  public static let wrongFiles = DiagnosticCode(
    "EVI-05",
    Localized(
      en: "A file is missing from the bundle, or one too many is in it.",
      sv: "En fil saknas i underlaget, eller så är det en för mycket."),
    remedy: distrust)

  public static let notIncluded = DiagnosticCode(
    "EVI-06",
    Localized(
      en: "The proof does not lead from a line to the checkpoint.",
      sv: "Beviset leder inte från en rad till kontrollpunkten."),
    remedy: distrust)

  public static let brokenBatch = DiagnosticCode(
    "EVI-07",
    Localized(
      en: "Lines of a command are missing, so that its signature cannot be checked.",
      sv: "Rader i ett kommando saknas, så att dess signatur inte går att kontrollera."),
    remedy: distrust)

  public static let missingEvents = DiagnosticCode(
    "EVI-08",
    Localized(
      en: "Events are missing from the story of one of its things.",
      sv: "Händelser saknas i historien om något av det som underlaget gäller."),
    remedy: distrust)

  public static let falseSignature = DiagnosticCode(
    "EVI-09",
    Localized(
      en: "A command's signature is not by its key over its events.",
      sv: "Ett kommandos signatur är inte av dess nyckel över dess händelser."),
    remedy: distrust)

  public static let unknownKey = DiagnosticCode(
    "EVI-10",
    Localized(
      en: "A command is signed with a key that was not enrolled, or no longer, at its place.",
      sv:
        "Ett kommando är signerat med en nyckel som inte var registrerad, eller inte längre, på sin plats."
    ),
    remedy: distrust)

  public static let alteredText = DiagnosticCode(
    "EVI-11",
    Localized(
      en: "A text of the bundle is not the one that the log commits to.",
      sv: "En text i underlaget är inte den som loggen förbinder sig till."),
    remedy: distrust)

  public static let differs = DiagnosticCode(
    "EVI-12",
    Localized(
      en: "A file does not say what the lines of the bundle say.",
      sv: "En fil säger inte det som underlagets rader säger."),
    remedy: distrust)

  public static let contradiction = DiagnosticCode(
    "EVI-13",
    Localized(
      en: "Two statements of the log about itself contradict each other.",
      sv: "Två av loggens uppgifter om sig själv motsäger varandra."),
    remedy: Localized(
      en:
        "Keep both: they show that the log was rewritten, or that its key was used elsewhere. Tell whoever supervises the ledger.",
      sv:
        "Spara båda: de visar att loggen har skrivits om, eller att dess nyckel har använts på annat håll. Underrätta den som har tillsyn över liggaren."
    ))

  public static let foreignLogKey = DiagnosticCode(
    "EVI-14",
    Localized(
      en: "The bundle's policy names another key of the log than its lines.",
      sv: "Underlagets policy anger en annan nyckel för loggen än dess rader."),
    remedy: distrust)

  /// Told, and no fault of the bundle.
  public static let notWitnessed = DiagnosticCode(
    "EVI-15",
    Localized(
      en: "Not as many witnesses as the policy wants have cosigned the checkpoint.",
      sv: "Inte så många vittnen som policyn kräver har medsignerat kontrollpunkten."),
    remedy: Localized(
      en:
        "Have it made anew once liggare witness ask has reached them. Until then nobody outside vouches that the log was not rewritten.",
      sv:
        "Låt ta fram det på nytt när liggare witness ask har nått dem. Till dess intygar ingen utomstående att loggen inte har skrivits om."
    ))

  public static let exists = DiagnosticCode(
    "EVI-16",
    Localized(
      en: "There is a folder or a file of that name already.",
      sv: "Det finns redan en mapp eller en fil med det namnet."),
    remedy: Localized(
      en: "Choose another name; nothing was written.", sv: "Välj ett annat namn; inget skrevs."))

  public static let catalogue = [
    nothingThere, noBundle, malformedLine, wrongSum, wrongFiles, notIncluded, brokenBatch,
    missingEvents, falseSignature, unknownKey, alteredText, differs, contradiction, foreignLogKey,
    notWitnessed, exists,
  ]
}
