public import AccessModel
public import Diagnostics

/// Whoever does not work here holds no role, no key and no access. (PER-10)
public enum DutiesOfTheAbsent {
  public static let code = DiagnosticCode(
    "PER-10",
    Localized(
      en: "The person does not work here, and still holds roles, keys or access.",
      sv: "Personen arbetar inte här men har kvar roller, nycklar eller behörighet."),
    remedy: Localized(
      en:
        "End the roles (liggare role end), revoke the keys (liggare key revoke), and confirm that the access is removed (liggare grant confirm).",
      sv:
        "Avsluta rollerna (liggare role end), återkalla nycklarna (liggare key revoke) och bekräfta att behörigheten är borttagen (liggare grant confirm)."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "They have no effect, but they come alive again on the day when the person comes back.",
      sv: "De har ingen verkan, men får den igen den dag då personen kommer tillbaka."),
    source: Localized(
      en: "guideline: access ends when employment ends; ISO 27001 5.11, 5.18, 6.5",
      sv: "riktlinjen: behörighet upphör när anställningen upphör; ISO 27001 5.11, 5.18, 6.5"),
    refused: Localized(
      en: "bo.ek has left and is steward of S-1", sv: "bo.ek har slutat och är förvaltare för S-1"),
    allowed: Localized(
      en: "liggare role end D-4", sv: "liggare role end D-4"))

  public static func check(
    person: PersonID, roles: [AssignmentID], keys: Int, grants: [GrantID]
  ) -> Diagnostic? {
    guard !roles.isEmpty || keys > 0 || !grants.isEmpty else { return nil }
    var facts: [Diagnostic.Fact] = [.init(PersonSubject.word, persons: ["\(person)"])]
    if !roles.isEmpty {
      facts.append(
        .init(en: "roles", sv: "roller", roles.map { "\($0)" }.joined(separator: ", ")))
    }
    if keys > 0 { facts.append(.init(en: "keys", sv: "nycklar", "\(keys)")) }
    if !grants.isEmpty {
      facts.append(
        .init(en: "grants", sv: "tilldelningar", grants.map { "\($0)" }.joined(separator: ", ")))
    }
    return code.diagnostic(facts: facts)
  }
}
