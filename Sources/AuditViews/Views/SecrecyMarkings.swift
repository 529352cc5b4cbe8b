import AccessModel
import Diagnostics
import Events
import Projections

/// What is marked as secret, and under which provision. A marking reminds; what is secret is judged when somebody asks for it.
public enum SecrecyMarkings: RegisterView {
  public static let description = ViewDescription(
    "secrecy-markings",
    title: Localized(en: "Markings of secrecy", sv: "Sekretessmarkeringar"),
    question: Localized(
      en: "What is marked as secret, and under which provision?",
      sv: "Vad är sekretessmarkerat, och enligt vilken bestämmelse?"),
    controls: [.accessGoverned, .nonRepudiation],
    columns: [
      Column(key: "matter", title: Localized(en: "Of", sv: "Gäller")),
      .identifier("target", Localized(en: "What", sv: "Vad")),
      Column(key: "provision", title: Localized(en: "Provision", sv: "Bestämmelse")),
      Column(
        key: "is_protected_identity",
        title: Localized(en: "Protected identity", sv: "Skyddade personuppgifter")),
      .from, .position,
    ], key: ["position"],
    filters: [.person, .system])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.secrecyInForce(at: question.asOf).filter { row in
      (question.filter.persons.isEmpty || question.filter.admits(row.marking.person))
        && (question.filter.isOfAnySystem || question.filter.admits(row.marking.system))
    }.compactMap { row in
      guard let target = row.marking.targets.first else { return nil }
      return [
        matter(of: target), .text(target.text), .text(row.marking.provision.text),
        .flag(row.marking.isProtectedIdentity == .yes), .bound(row.fact.effective, .start),
        .integer(Int(row.fact.position)),
      ]
    }
  }

  private static func matter(of target: SecrecyTargetID) -> Cell {
    switch target {
    case .person: .word(code: "person", PersonSubject.word)
    case .system: .word(code: "system", SystemSubject.word)
    case .incident: .word(code: "incident", IncidentSubject.word)
    case .event: .word(code: "event", Localized(en: "event", sv: "händelse"))
    }
  }
}
