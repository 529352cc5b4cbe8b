import AccessLedger
import AccessModel
import Commands
import Diagnostics
import EventStore
import Projections

/// Linking what else the ledger knows to an incident.
enum IncidentLinkVerb {
  static let link = Verb(
    VerbDeclaration(
      "incident", "link", kind: .writing,
      summary: Localized(
        en: "link something to an incident", sv: "koppla något till en incident"),
      discussion: Localized(
        en:
          "A person, a system, an entitlement, a grant, a review, a reconciliation or another incident; it is found from both sides. Whose access caused it does not close it.",
        sv:
          "En person, ett system, en behörighet, en tilldelning, en granskning, en avstämning eller en annan incident; kopplingen hittas från båda håll. Den vars behörighet orsakade incidenten avslutar den inte."
      ),
      examples: [
        "liggare incident link I-1 affected --system S-2",
        "liggare incident link I-1 caused-by --grant G-4",
        "liggare incident link I-1 followed-by --review V-2",
      ],
      positionals: [
        IncidentVerbs.Options.incident,
        PositionalDeclaration(
          "relation", CommonOptions.choices(IncidentRelation.self),
          help: Localized(en: "how it belongs to it", sv: "hur det hör till den")),
      ],
      options: [
        OptionDeclaration("person", .person, help: Localized(en: "a person", sv: "en person")),
        OptionDeclaration("system", .system, help: Localized(en: "a system", sv: "ett system")),
        OptionDeclaration(
          "entitlement", .entitlement, help: Localized(en: "an entitlement", sv: "en behörighet")),
        OptionDeclaration("grant", .grant, help: Localized(en: "a grant", sv: "en tilldelning")),
        OptionDeclaration("review", .text, help: Localized(en: "a review", sv: "en granskning")),
        OptionDeclaration(
          "reconciliation", .text, help: Localized(en: "a reconciliation", sv: "en avstämning")),
        OptionDeclaration(
          "other", .text, help: Localized(en: "another incident", sv: "en annan incident")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let incident = try session.identifier("incident", IncidentID.self),
      let relation = try session.coded("relation", IncidentRelation.self)
    else { return .usage }
    var link = LinkIncident(incident: incident, relation: relation)
    link.person = try session.optionalPerson("person", in: ledger)
    link.system = try session.identifier("system", SystemID.self)
    link.entitlement = try session.entitlement("entitlement")
    link.grant = try session.identifier("grant", GrantID.self)
    link.review = try session.identifier("review", ReviewID.self)
    link.reconciliation = try session.identifier("reconciliation", ReconciliationID.self)
    link.other = try session.identifier("other", IncidentID.self)
    let asked = link
    return try session.record(in: ledger, zone: zone, named: { ["\(incident)"] }) { _ in
      [.init(.incident(.link(asked)))]
    }
  }
}
