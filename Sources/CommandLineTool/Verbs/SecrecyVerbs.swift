import AccessLedger
import AccessModel
import AuditViews
import Commands
import Diagnostics
import EventStore
import Projections

/// Marking what may be secret, and lifting the marking.
enum SecrecyVerbs {
  static let mark = verb(
    "mark", .yes,
    summary: Localized(en: "mark something as secret", sv: "sekretessmarkera något"),
    discussion: Localized(
      en:
        "A marking reminds whoever is asked for it; what is secret is judged each time. With --protected-identity the person's name is left out of every list and export from now on, and there is no option to show it: whoever knows the name finds the person by it.",
      sv:
        "En markering påminner den som får en begäran om utlämnande; vad som är hemligt prövas varje gång. Med --protected-identity utelämnas personens namn ur varje lista och export från och med nu, och ingen flagga visar det: den som känner till namnet hittar personen med det."
    ),
    examples: [
      "liggare secrecy mark bo.ek --provision \"OSL 21:3\" --protected-identity",
      "liggare secrecy mark --event 41 --provision \"OSL 18:8\"",
    ])

  static let lift = verb(
    "lift", .no,
    summary: Localized(en: "lift a marking of secrecy", sv: "häv en sekretessmarkering"),
    discussion: Localized(
      en: "Give the provision as it was marked.", sv: "Ange bestämmelsen som den markerades."),
    examples: ["liggare secrecy lift bo.ek --provision \"OSL 21:3\""])

  static let list = Verb(
    VerbDeclaration(
      "secrecy", "list", kind: .reading,
      summary: Localized(
        en: "list the markings of secrecy in force", sv: "lista gällande sekretessmarkeringar"),
      examples: ["liggare secrecy list"],
      options: [ViewVerbs.Options.person, ViewVerbs.Options.system] + TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(SecrecyMarkings.self)
    return .done
  }

  private static func verb(
    _ name: String, _ marking: Answer, summary: Localized, discussion: Localized,
    examples: [String]
  ) -> Verb {
    Verb(
      VerbDeclaration(
        "secrecy", name, kind: .writing, summary: summary, discussion: discussion,
        examples: examples,
        positionals: [
          PositionalDeclaration(
            "target", .person,
            help: Localized(
              en: "a person, a system or an incident; left out with --event",
              sv: "en person, ett system eller en incident; utelämnas med --event"),
            isOptional: true)
        ],
        options: [
          OptionDeclaration(
            "event", .number(from: 0),
            help: Localized(en: "the position of an event", sv: "en händelses plats i loggen")),
          OptionDeclaration(
            "provision", .text,
            help: Localized(en: "the provision of law", sv: "lagrummet"), isRequired: true),
        ]
          + (marking == .yes
            ? [
              OptionDeclaration.flag(
                "protected-identity",
                help: Localized(
                  en: "the identity of the person is protected",
                  sv: "personen har skyddade personuppgifter"))
            ] : []))
    ) { session in
      let ledger = try session.openLedger(.writing)
      let zone = try ledger.timeZone()
      let command = session.command
      let isProtected = command.declares("protected-identity") && command.flag("protected-identity")
      var marking = MarkSecrecy(
        marking: marking, event: command.integer("event").map(Int64.init),
        provision: command.required("provision"), isProtectedIdentity: isProtected ? .yes : .no)
      if let text = command.string("target") {
        if let system = SystemID(text), ledger.register.systems.contains(system) {
          marking.system = system
        } else if let incident = IncidentID(text), ledger.register.incidents.contains(incident) {
          marking.incident = incident
        } else {
          marking.person = try session.person(text, in: ledger)
        }
      }
      let asked = marking
      return try session.record(in: ledger, zone: zone, named: { [] }) { _ in
        [.init(.secrecy(.mark(asked)))]
      }
    }
  }

  static let all = [mark, lift, list]
}
