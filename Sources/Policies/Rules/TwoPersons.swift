public import AccessModel
public import Diagnostics

/// Where the stakes are high, the endorser and the decider are two persons. (INV-03)
public enum TwoPersons {
  public static let code = DiagnosticCode(
    "INV-03",
    Localized(
      en: "This entitlement needs two persons: the one who endorsed may not also decide.",
      sv: "Behörigheten kräver två personer: den som tillstyrkt får inte också besluta."),
    remedy: Localized(
      en: "Let another person with authority decide, or another manager endorse.",
      sv: "Låt en annan person med befogenhet besluta, eller en annan chef tillstyrka."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Where much is at stake, one person who errs or is pressed must not be enough. To deny takes no second person: it opens nothing.",
      sv:
        "När mycket står på spel får det inte räcka att en enda person misstar sig eller pressas. Ett avslag kräver ingen andra person, för det öppnar inget."
    ),
    source: Localized(
      en: "ISO 27001 5.3, 8.2; NIS2 Article 21(2)(i)",
      sv: "ISO 27001 5.3, 8.2; NIS2 artikel 21.2 i"),
    refused: Localized(
      en: "liggare grant approve R-1 by eva.lind, who endorsed R-1, for a privileged entitlement",
      sv:
        "liggare grant approve R-1 av eva.lind, som själv har tillstyrkt R-1, för en privilegierad behörighet"
    ),
    allowed: Localized(
      en: "the same, decided by siv.dahl",
      sv: "samma sak, beslutad av siv.dahl"))

  /// - Parameters:
  ///   - isNeeded: whether the rules need two persons here.
  ///   - analysis: the risk analysis that asks for two persons where the rules do not.
  ///   - exception: the exception from segregation of duties that the grant rests on.
  public static func check(
    endorser: PersonID?, decider: PersonID, privilege: Privilege, level: Int,
    isNeeded: Bool, analysis: AnalysisID? = nil, exception: SeparationExceptionID? = nil
  ) -> Diagnostic? {
    guard isNeeded || analysis != nil, endorser == decider else { return nil }
    var facts: [Diagnostic.Fact] = [
      .init(
        Localized(en: "endorser and decider", sv: "tillstyrkare och beslutsfattare"),
        persons: ["\(decider)"]),
      .init(
        en: "privileged", sv: "privilegierad",
        localized: privilege == .privileged
          ? Localized(en: "yes", sv: "ja") : Localized(en: "no", sv: "nej")),
      .init(en: "level", sv: "nivå", "\(level)"),
    ]
    if let analysis { facts.append(.init(AnalysisSubject.word, "\(analysis)")) }
    if let exception { facts.append(.init(SeparationExceptionSubject.word, "\(exception)")) }
    return code.diagnostic(facts: facts)
  }
}
