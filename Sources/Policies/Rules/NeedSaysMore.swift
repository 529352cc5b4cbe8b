public import AccessModel
public import Diagnostics

/// The need says more than the name of what is asked for. (NED-02)
public enum NeedSaysMore {
  public static let code = DiagnosticCode(
    "NED-02",
    Localized(
      en: "The stated need only names what is asked for.",
      sv: "Det angivna behovet nämner bara det som begärs."),
    remedy: Localized(
      en:
        "Say what it is to be used for, such as --need \"Answers applicants' questions about their cases\".",
      sv:
        "Ange vad den ska användas till, till exempel --need \"Svarar på sökandes frågor om deras ärenden\"."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "That somebody wants an access is no reason to give it.",
      sv: "Att någon vill ha en behörighet är inget skäl att ge den."),
    source: Localized(
      en: "guideline: access is granted only by need; ISO 27001 5.15",
      sv: "riktlinjen: behörighet tilldelas endast efter behov; ISO 27001 5.15"),
    refused: Localized(
      en: "--need \"Needs access to the case system\"",
      sv: "--need \"Behöver åtkomst till ärendesystemet\""),
    allowed: Localized(
      en: "--need \"Answers questions about applications in the case system\"",
      sv: "--need \"Svarar på frågor om ansökningar i ärendesystemet\""))

  /// Words that say only that something is wanted.
  private static let empty: Set<String> = [
    "a", "access", "an", "for", "have", "i", "in", "is", "must", "my", "need", "needed", "needs",
    "of", "please", "right", "rights", "system", "the", "to", "use", "work", "works",
    "arbete", "arbetet", "att", "av", "behov", "behörighet", "behörigheten", "behöver", "behövs",
    "den", "det", "ett", "en", "för", "få", "ha", "har", "jag", "måste", "rättighet", "sig",
    "systemet", "till", "tillgång", "vill", "åtkomst",
  ]

  /// - Parameter names: what the entitlement and its system are called.
  public static func check(
    _ need: String, entitlement: EntitlementID, names: [String]
  ) -> Diagnostic? {
    let said = Set((["\(entitlement)"] + names).flatMap(NeedWords.words))
    let own = NeedWords.words(of: need).filter { !said.contains($0) && !empty.contains($0) }
    guard own.isEmpty else { return nil }
    return code.diagnostic(.init(EntitlementSubject.word, "\(entitlement)"))
  }
}
