public import AccessModel
public import Diagnostics

/// Whoever works here, or still has access, is not erased. (PER-12)
public enum ErasableIdentity {
  public static let code = DiagnosticCode(
    "PER-12",
    Localized(
      en: "The person cannot be erased while they work here or have access.",
      sv: "Personen kan inte raderas så länge den arbetar här eller har behörighet."),
    remedy: Localized(
      en:
        "End the employment (liggare person leave), and confirm that each access is removed (liggare grant confirm). Then erase.",
      sv:
        "Avsluta anställningen (liggare person leave) och bekräfta att varje behörighet är borttagen (liggare grant confirm). Radera sedan."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Access that works must have a holder who can be named.",
      sv: "Behörighet som fungerar måste ha en innehavare som går att nämna."),
    source: Localized(
      en: "GDPR Article 17(3); ISO 27001 5.16, 5.18",
      sv: "dataskyddsförordningen artikel 17.3; ISO 27001 5.16, 5.18"),
    refused: Localized(
      en: "liggare person erase bo.ek, who works in U-2",
      sv: "liggare person erase bo.ek, som arbetar i U-2"),
    allowed: Localized(
      en: "the same after bo.ek has left and all access is removed",
      sv: "samma sak när bo.ek har slutat och all behörighet är borttagen"))

  public static func check(
    person: PersonID, affiliations: [AffiliationID], grants: [GrantID]
  ) -> Diagnostic? {
    guard !affiliations.isEmpty || !grants.isEmpty else { return nil }
    var facts: [Diagnostic.Fact] = [.init(PersonSubject.word, persons: ["\(person)"])]
    if !affiliations.isEmpty {
      facts.append(
        .init(AffiliationSubject.word, affiliations.map { "\($0)" }.joined(separator: ", ")))
    }
    if !grants.isEmpty {
      facts.append(.init(GrantSubject.word, grants.map { "\($0)" }.joined(separator: ", ")))
    }
    return code.diagnostic(facts: facts)
  }
}
