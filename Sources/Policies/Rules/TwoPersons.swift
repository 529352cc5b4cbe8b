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

  /// Whether two persons are needed: for privileged entitlements, and at level 3 and above.
  public static func areNeeded(privilege: Privilege, level: Int) -> Bool {
    privilege == .privileged || level >= 3
  }

  /// - Parameters:
  ///   - analysis: the risk analysis that asks for two persons where the rules do not.
  ///   - exception: the exception from segregation of duties that the grant rests on.
  public static func check(
    endorser: PersonID?, decider: PersonID, privilege: Privilege, level: Int,
    analysis: AnalysisID? = nil, exception: SeparationExceptionID? = nil
  ) -> Diagnostic? {
    guard
      areNeeded(privilege: privilege, level: level) || analysis != nil || exception != nil,
      endorser == decider
    else { return nil }
    var facts: [Diagnostic.Fact] = [
      .init(en: "endorser and decider", sv: "tillstyrkare och beslutsfattare", "\(decider)"),
      .init(en: "privileged", sv: "privilegierad", privilege == .privileged ? "1" : "0"),
      .init(en: "level", sv: "nivå", "\(level)"),
    ]
    if let analysis { facts.append(.init(AnalysisSubject.word, "\(analysis)")) }
    if let exception { facts.append(.init(SeparationExceptionSubject.word, "\(exception)")) }
    return code.diagnostic(facts: facts)
  }
}
