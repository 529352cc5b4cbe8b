import AccessModel
import Chronology
import Diagnostics
import Projections

/// The ledger at a glance: how much there is, what waits, and what is missing.
public enum StatusCard {
  public static let description = ViewDescription(
    "status",
    title: Localized(en: "Status", sv: "Läge"),
    question: Localized(
      en: "How is the ledger, what waits for somebody, and what is missing?",
      sv: "Hur står det till med liggaren, vad väntar på någon och vad saknas?"),
    controls: [.followUp, .stewards], form: .card)

  /// - Parameters:
  ///   - size: the number of events in the log.
  ///   - root: the hash over the whole log, as it is to be shown.
  public static func card(size: UInt64, root: String, _ question: ViewQuestion) -> Card {
    let register = question.register
    var grants: [GrantState: Int] = [:]
    for row in register.grants.rows {
      guard let state = register.state(of: row, at: question.asOf) else { continue }
      grants[state, default: 0] += 1
    }
    let open = register.requests.rows.filter {
      register.state(of: $0, at: question.asOf)?.isOpen ?? false
    }.count
    let lapsed = register.requests.rows.filter {
      register.state(of: $0, at: question.asOf) == .lapsed
    }.count
    let systems = register.systems.rows.filter {
      $0.registered.effective <= question.asOf
        && ($0.closing.map { $0 > question.asOf } ?? true)
    }.count
    let present = register.persons.rows.filter { $0.affiliation(at: question.asOf) != nil }.count
    var whole = question
    whole.filter = ViewFilter()
    return Card(
      name: "status", title: description.title,
      fields: [
        .init(
          "origin", Localized(en: "Ledger", sv: "Liggare"),
          .text(orEmpty: register.origin?.text)),
        .init("size", Localized(en: "Events", sv: "Händelser"), .integer(Int(clamping: size))),
        .init("root", Localized(en: "Root", sv: "Rot"), .text(root)),
        .init(
          "last_recorded", Localized(en: "Last recorded", sv: "Senast registrerat"),
          .instant(orEmpty: register.lastRecorded)),
        .init(
          "time_zone", Localized(en: "Time zone", sv: "Tidszon"),
          .text(orEmpty: register.timeZone?.text)),
        .init("as_of", Localized(en: "As of", sv: "Per"), .instant(question.asOf)),
        .init("systems", Localized(en: "Open systems", sv: "Öppna system"), .integer(systems)),
        .init(
          "persons_present", Localized(en: "Persons here", sv: "Personer som arbetar här"),
          .integer(present)),
        .init(
          "requests_open", Localized(en: "Open requests", sv: "Öppna begäranden"), .integer(open)),
        .init(
          "requests_lapsed",
          Localized(en: "Requests nobody decided in time", sv: "Begäranden som förfallit"),
          .integer(lapsed)),
      ]
        + GrantState.allCases.map { state in
          .init(
            "grants_" + state.code.map { $0 == "-" ? "_" : String($0) }.joined(),
            label(of: state), .integer(grants[state] ?? 0))
        }
        + EmergencyKind.allCases.map { kind in
          .init(
            "emergencies_\(kind.code)",
            Localized(
              en: "Emergency access, \(kind.word.english)",
              sv: "Nödåtkomst, \(kind.word.swedish)"),
            .integer(whole.emergencies().count { $0.emergency.kind == kind }))
        } + [
          .init(
            "vacancies", Localized(en: "Vacant roles", sv: "Vakanta roller"),
            .integer(whole.vacancies().count))
        ],
      sections: [
        StatusFindings(
          whole, undecided: grants[.undecided] ?? 0, ending: grants[.ending] ?? 0
        ).table
      ])
  }

  /// The grants in a state, in the plural.
  private static func label(of state: GrantState) -> Localized {
    switch state {
    case .decided:
      Localized(en: "Grants not carried out", sv: "Tilldelningar som inte är verkställda")
    case .scheduled: Localized(en: "Grants not begun", sv: "Tilldelningar som inte har börjat")
    case .inEffect: Localized(en: "Grants in effect", sv: "Tilldelningar som gäller")
    case .suspended: Localized(en: "Grants suspended", sv: "Tilldelningar som är spärrade")
    case .undecided: Localized(en: "Grants nobody decided", sv: "Tilldelningar utan beslut")
    case .ending: Localized(en: "Grants to be removed", sv: "Tilldelningar som ska tas bort")
    case .ended: Localized(en: "Grants ended", sv: "Tilldelningar som har upphört")
    }
  }
}
