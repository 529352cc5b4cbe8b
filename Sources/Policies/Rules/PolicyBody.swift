public import AccessModel
public import Diagnostics

/// Rules are adopted by a body that owns the place they are for. (POL-11)
public enum PolicyBody {
  public static let code = DiagnosticCode(
    "POL-11",
    Localized(
      en: "The body cannot adopt rules for this place.",
      sv: "Organet kan inte anta regler för denna plats."),
    remedy: Localized(
      en:
        "Name the body that owns the place with --body: the top of the organisation or its board for the group, the entity or unit itself or one above it, or the owner of the system or one above it.",
      sv:
        "Ange organet som äger platsen med --body: organisationens topp eller dess styrelse för koncernen, enheten själv eller en ovanför den, eller systemets ägare eller en ovanför den."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Rules bind because a body with the right to decide has adopted them. Nobody sets rules for what is another's.",
      sv:
        "Regler binder för att ett organ med rätt att besluta har antagit dem. Ingen sätter regler för det som är någon annans."
    ),
    source: Localized(
      en: "the Local Government Act; ISO 27001 5.1, 5.2", sv: "kommunallagen; ISO 27001 5.1, 5.2"),
    refused: Localized(
      en:
        "liggare policy adopt rules.policy --level unit --unit U-2 --body U-3, where U-3 lies below U-2",
      sv:
        "liggare policy adopt rules.policy --level unit --unit U-2 --body U-3, när U-3 ligger under U-2"
    ),
    allowed: Localized(
      en: "the same with --body U-2",
      sv: "samma sak med --body U-2"))

  /// - Parameter place: what the rules are for, as people know it.
  public static func check(body: UnitID, place: String, ownsPlace: Bool) -> Diagnostic? {
    guard !ownsPlace else { return nil }
    return code.diagnostic(
      .init(en: "body", sv: "organ", "\(body)"), .init(en: "place", sv: "plats", place))
  }
}
