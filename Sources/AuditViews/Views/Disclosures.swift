import AccessModel
import Chronology
public import Diagnostics
import Events
import Projections

/// What was given out of the register on request, and what was not.
public enum Disclosures: RegisterView {
  public static let description = ViewDescription(
    "disclosures",
    title: Localized(en: "Given out on request", sv: "Utlämnat på begäran"),
    question: Localized(
      en:
        "What was given out of the register, or not, on which request, on whose decision and why?",
      sv:
        "Vad har lämnats ut ur registret, eller inte, på vilken begäran, på vems beslut och varför?"
    ),
    controls: [.accessGoverned, .nonRepudiation, .protectedRecords],
    columns: [
      .position, Column(key: "decided", title: Localized(en: "Decided", sv: "Beslutat")),
      Column(key: "reference", title: Localized(en: "Request", sv: "Begäran")),
      Column(key: "outcome", title: Localized(en: "Outcome", sv: "Utfall")),
      Column(key: "recipient", title: Localized(en: "To", sv: "Till")),
      Column(key: "view", title: Localized(en: "View", sv: "Vy")),
      Column(key: "filter", title: Localized(en: "Limited to", sv: "Urval")),
      Column(key: "profile", title: Localized(en: "Profile", sv: "Profil")),
      .number("masked", Localized(en: "Masked", sv: "Maskerat")),
      Column(key: "as_of", title: Localized(en: "As of", sv: "Per")),
      Column(key: "known_at", title: Localized(en: "As known at", sv: "Enligt känt")),
      .decidedBy, .decidedByName,
      Column(key: "provision", title: Localized(en: "Provision", sv: "Bestämmelse")),
      Column(key: "ground", title: Localized(en: "Ground", sv: "Grund")),
      .hidden("size", Localized(en: "Events then", sv: "Händelser då")),
      .hidden("root", Localized(en: "Root then", sv: "Rot då")),
      .hidden("digest", Localized(en: "SHA-256 of the file", sv: "Filens SHA-256")),
    ], key: ["position"])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    let given = register.disclosures.filter { $0.fact.effective <= question.asOf }
      .map { ($0.fact.position, row(of: $0, question)) }
    let denied = register.deniedDisclosures.filter { $0.fact.effective <= question.asOf }
      .map { ($0.fact.position, row(of: $0, question)) }
    return (given + denied).sorted { $0.0 < $1.0 }.map(\.1)
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "Nothing has been given out.", sv: "Inget har lämnats ut.")
  }

  /// One of them with all that is known of it, by its position in the log or the reference of the request, of several the last; `nil` when there
  /// is none.
  public static func card(of reference: String, _ question: ViewQuestion) -> Card? {
    let row = rows(question).last {
      $0[0] == .integer(Int(reference) ?? -1) || $0[2] == .text(reference)
    }
    guard let row else { return nil }
    return Card(
      name: description.tableName, title: description.title,
      fields: zip(description.columns, row).map { Card.Field($0, $1) })
  }

  private static func row(of row: DisclosureRow, _ question: ViewQuestion) -> [Cell] {
    let given = row.disclosed
    return [
      .integer(Int(clamping: row.fact.position)), .instant(row.fact.effective),
      .text(given.request.text),
      .word(code: "given", Localized(en: "given out", sv: "utlämnat")),
      .word(given.recipient), .text(given.view.text), .text(orEmpty: given.filter?.text),
      .word(given.profile), .integer(Int(clamping: given.maskedCount)), .instant(given.asOf),
      .instant(orEmpty: given.knownAt), .id(given.decider), question.nameCell(given.decider),
      .empty, question.texts(given.ground).cell, .integer(Int(clamping: given.size)),
      .text("\(given.root)"), .text("\(given.digest)"),
    ]
  }

  private static func row(of row: DeniedDisclosureRow, _ question: ViewQuestion) -> [Cell] {
    let denied = row.denied
    return [
      .integer(Int(clamping: row.fact.position)), .instant(row.fact.effective),
      .text(denied.request.text),
      .word(code: "denied", Localized(en: "not given out", sv: "inte utlämnat")),
      .word(denied.recipient), .empty, .empty, .empty, .empty, .empty, .empty,
      .id(denied.decider), question.nameCell(denied.decider), .text(denied.provision.text),
      question.texts(denied.ground).cell, .empty, .empty, .empty,
    ]
  }
}
