public import AccessModel
public import Diagnostics

/// Some matters a body decides itself. (INV-08)
public enum UndelegableMatter {
  public static let code = DiagnosticCode(
    "INV-08",
    Localized(
      en: "The matters are ones that only the body itself decides.",
      sv: "Ärendena är sådana som bara organet självt beslutar i."),
    remedy: Localized(
      en: "Bring the matter to the body. It may not be delegated.",
      sv: "Låt organet självt besluta. Ärendet får inte delegeras."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "What is of principle or greater weight is decided by those who were elected to decide it.",
      sv: "Det som är principiellt eller av större vikt beslutas av dem som valts att göra det."),
    source: Localized(
      en: "Local Government Act (Sweden) 6:38",
      sv: "kommunallagen 6 kap. 38 §"),
    refused: Localized(
      en: "liggare delegation grant … --matter goals-and-direction",
      sv: "liggare delegation grant … --matter goals-and-direction"),
    allowed: Localized(
      en: "liggare delegation grant … --matter access-care",
      sv: "liggare delegation grant … --matter access-care"))

  /// The groups of matters that are never delegated where the organisation has said nothing else: those of the Swedish Local
  /// Government Act, chapter 6, section 38.
  public static let matters: Set<MatterCode> = Set(
    [
      "goals-and-direction", "council-statements", "individual-principle", "citizens-proposals",
      "barred-by-law",
    ].compactMap { MatterCode($0) })

  public static func check(
    matter: MatterCode?, nonDelegable: Set<MatterCode> = []
  ) -> Diagnostic? {
    guard let matter, matters.contains(matter) || nonDelegable.contains(matter) else { return nil }
    return code.diagnostic(.init(MatterSubject.word, "\(matter)"))
  }
}
