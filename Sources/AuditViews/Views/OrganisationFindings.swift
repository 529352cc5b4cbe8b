import AccessModel
public import Diagnostics
import Projections

/// What time, or what is missing, has made wrong about persons and units: nobody recorded it, and everybody can see it.
public enum OrganisationFindings: RegisterView {
  public static let description = ViewDescription(
    "organisation-findings",
    title: Localized(
      en: "Persons and units that need something", sv: "Personer och enheter som kräver åtgärd"),
    question: Localized(
      en:
        "Who has left and still holds something, who is away or has moved with access unconfirmed, whose training has lapsed, which closed unit has people?",
      sv:
        "Vem har slutat men har något kvar, vem är borta eller har flyttat med obekräftad behörighet, vems utbildning har upphört, vilken nedlagd enhet har personer?"
    ),
    controls: [.identities, .terminations, .personnelExit, .followUp],
    columns: [
      .identifier("code", Localized(en: "Rule", sv: "Regel")), .person, .name, .unit,
      Column(key: "statement", title: Localized(en: "What is wrong", sv: "Vad som är fel")),
      Column(key: "facts", title: Localized(en: "Facts", sv: "Fakta")),
    ], key: ["code", "person", "unit", "facts"],
    filters: [.person, .unit])

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "Nothing needs to be done", sv: "Inget behöver göras")
  }

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.organisationFindings(at: question.asOf).filter { row in
      (question.filter.persons.isEmpty || question.filter.admits(row.person))
        && question.admits(unit: row.unit)
    }.map { row in
      let told = row.finding.told(in: question.zone) { text in
        PersonID(text).flatMap(question.names)
      }
      func facts(_ language: Language) -> String {
        told.facts.map { "\($0.name.text(in: language)): \($0.value.text(in: language))" }
          .joined(separator: "; ")
      }
      return [
        .text(row.finding.code), .id(row.person), question.nameCell(row.person), .id(row.unit),
        .localized(row.finding.statement),
        .localized(Localized(en: facts(.english), sv: facts(.swedish))),
      ]
    }
  }
}
