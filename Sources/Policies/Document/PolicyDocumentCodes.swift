public import Diagnostics

/// What can be wrong with the text of a policy document.
public enum PolicyDocumentCodes {
  public static let notText = DiagnosticCode(
    "POL-01",
    Localized(
      en: "The file is not the text of a policy document.",
      sv: "Filen är inte texten till ett regelverk."),
    remedy: Localized(
      en:
        "Save it as plain UTF-8 text of at most 12,000 bytes, with Unix line ends and no tabs, the last line ended too. The packs in ledger/policy show how.",
      sv:
        "Spara den som ren UTF-8-text om högst 12 000 byte, med Unix-radslut och utan tabbar, också sista raden avslutad. Paketen i ledger/policy visar hur."
    ))

  public static let noHeading = DiagnosticCode(
    "POL-02",
    Localized(
      en: "The document does not begin as a policy document does.",
      sv: "Dokumentet börjar inte som ett regelverk gör."),
    remedy: Localized(
      en: "Begin with the lines “liggare-policy: 1” and “policy: NAME-AND-VERSION”.",
      sv: "Börja med raderna ”liggare-policy: 1” och ”policy: NAMN-OCH-VERSION”."))

  public static let strayLine = DiagnosticCode(
    "POL-03",
    Localized(
      en: "The line is neither a section, a value nor a comment.",
      sv: "Raden är varken ett avsnitt, ett värde eller en kommentar."),
    remedy: Localized(
      en: "Write “[section]”, “key: value” or “# comment”, each on a line of its own.",
      sv: "Skriv ”[avsnitt]”, ”nyckel: värde” eller ”# kommentar”, var och en på egen rad."))

  public static let unknownSection = DiagnosticCode(
    "POL-04",
    Localized(en: "There is no such section.", sv: "Det finns inget sådant avsnitt."),
    remedy: Localized(
      en: "Check the spelling; liggare policy show lists every section and key.",
      sv: "Kontrollera stavningen; liggare policy show listar varje avsnitt och nyckel."))

  public static let unknownKey = DiagnosticCode(
    "POL-05",
    Localized(
      en: "The section has no such key.", sv: "Avsnittet har ingen sådan nyckel."),
    remedy: Localized(
      en:
        "Check the spelling and that it stands under its section; liggare policy show lists every section and key.",
      sv:
        "Kontrollera stavningen och att den står under sitt avsnitt; liggare policy show listar varje avsnitt och nyckel."
    ))

  public static let wrongValue = DiagnosticCode(
    "POL-06",
    Localized(
      en: "The value is not of the key's form.", sv: "Värdet har inte nyckelns form."),
    remedy: Localized(
      en: "Write it as the facts say; a comment stands on a line of its own.",
      sv: "Skriv det som uppgifterna säger; en kommentar står på egen rad."))

  public static let saidTwice = DiagnosticCode(
    "POL-07",
    Localized(
      en: "The document says the same thing twice.", sv: "Dokumentet säger samma sak två gånger."),
    remedy: Localized(
      en: "Keep one of the lines.", sv: "Behåll en av raderna."))

  public static let incomplete = DiagnosticCode(
    "POL-08",
    Localized(
      en: "A section lacks something it must say.", sv: "Ett avsnitt saknar något det måste säga."),
    remedy: Localized(
      en: "Add the line, or the section that is named; ledger/policy/incidents.policy shows each.",
      sv:
        "Lägg till raden, eller avsnittet som nämns; ledger/policy/incidents.policy visar vart och ett."
    ))

  public static let catalogue = [
    notText, noHeading, strayLine, unknownSection, unknownKey, wrongValue, saidTwice, incomplete,
  ]
}

/// Everything that is wrong with a document, in the order of its lines; never empty, at most 50.
public struct PolicyFaults: Error, Hashable, Sendable {
  public var faults: [Diagnostic]

  public init(_ faults: [Diagnostic]) {
    self.faults = faults
  }
}
