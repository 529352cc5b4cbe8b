public import Diagnostics

/// What a report says of itself.
public enum ReportWords {
  static let noRows = Localized(en: "No rows.", sv: "Inga rader.")
  static let nothingCounted = Localized(en: "nothing to count", sv: "inget att räkna")
  static let drawn = Localized(en: "The map as a drawing", sv: "Kartan som bild")
  static let asTable = Localized(en: "The map as a table", sv: "Kartan som tabell")
  static let placeAndDate = Localized(en: "Place and date", sv: "Ort och datum")
  public static let measures = Localized(
    en: "What is done, by whom and by when:", sv: "Det som görs, av vem och senast när:")
  static let signature = Localized(en: "Signature", sv: "Underskrift")
  public static let ties = Localized(
    en: "How this report is tied to the log", sv: "Så är rapporten knuten till loggen")
  public static let tiesText = Localized(
    en:
      "Every figure follows from the events below the root hash. Whoever has the ledger can try that with the commands below.",
    sv:
      "Varje siffra följer av händelserna under rothashen. Den som har liggaren kan pröva det med kommandona nedan."
  )
  static let restsOn = Localized(en: "What it rests on", sv: "Det som den vilar på")
  static let checkpoint = Localized(
    en: "The checkpoint that was published last:", sv: "Den senast publicerade kontrollpunkten:")
  static let unpublished = Localized(
    en: "No checkpoint has been published.", sv: "Ingen kontrollpunkt är publicerad.")
  static let trials = Localized(en: "Try it yourself", sv: "Pröva själv")
  static let command = Localized(en: "Command", sv: "Kommando")
  static let shows = Localized(en: "What it shows", sv: "Vad det visar")
  static let confidential = Localized(
    en:
      "The report tells who has access to what. Keep it as the ledger is kept. Identities that are protected have no name in it.",
    sv:
      "Rapporten visar vem som har åtkomst till vad. Förvara den som liggaren. Skyddade identiteter har inget namn i den."
  )
}
