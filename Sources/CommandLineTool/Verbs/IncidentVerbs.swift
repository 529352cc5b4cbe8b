import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Judging an incident, and saying what is done about it.
enum IncidentVerbs {
  static let triage = Verb(
    VerbDeclaration(
      "incident", "triage", kind: .writing,
      summary: Localized(
        en: "judge an incident, or judge it anew", sv: "bedöm en incident, eller bedöm den på nytt"),
      discussion: Localized(
        en:
          "Says how bad it is, who leads, and which legal entities are concerned; from when each became aware the clocks of the law run. What is left out stays as it was judged before. Judging it lower, or that it is none, takes --reason, and the clocks that ran are kept as history. When an entity became aware is changed by a correction alone.",
        sv:
          "Anger hur allvarlig den är, vem som leder och vilka juridiska enheter som berörs; från när var och en fick kännedom går lagens klockor. Det som utelämnas står kvar som det bedömdes förut. Att bedöma den lägre, eller att den inte är en incident, kräver --reason, och klockor som gått behålls som historik. När en enhet fick kännedom ändras endast genom rättelse."
      ),
      examples: [
        "liggare incident triage I-1 --severity 3 --category disclosure --entity U-1 --affects confidentiality",
        "liggare incident triage I-1 --severity 4 --category supplier --entity U-1 --entity U-7=2026-03-02T09:30",
        "liggare incident triage I-1 --severity 1 --reason \"The file was empty\"",
      ],
      positionals: [Options.incident],
      options: [
        OptionDeclaration(
          "severity", .number(1...4),
          help: Localized(
            en: "how bad it is, 1 to 4, where 4 is critical",
            sv: "hur allvarlig den är, 1 till 4, där 4 är kritisk")),
        OptionDeclaration(
          "category", CommonOptions.choices(IncidentCategory.self),
          help: Localized(en: "what kind it is", sv: "vilket slag det är")),
        OptionDeclaration.flag(
          "not-an-incident",
          help: Localized(en: "it is none", sv: "det är ingen incident")),
        OptionDeclaration(
          "affects",
          .choice([
            .init("confidentiality", Localized(en: "confidentiality", sv: "konfidentialitet")),
            .init("integrity", Localized(en: "integrity", sv: "riktighet")),
            .init("availability", Localized(en: "availability", sv: "tillgänglighet")),
          ]),
          help: Localized(
            en: "what is affected; all that is affected when it is said anew",
            sv: "vad som påverkas; allt som påverkas när det anges på nytt"), isRepeatable: true),
        OptionDeclaration(
          "lead", .person,
          help: Localized(
            en: "who leads; whoever the key signs for when nobody does yet",
            sv: "vem som leder; den som nyckeln signerar för när ingen gör det än")),
        OptionDeclaration(
          "entity", .text,
          help: Localized(
            en:
              "a legal entity that is concerned; with =MOMENT when it became aware, else as --aware says; all that are concerned when it is said anew",
            sv:
              "en juridisk enhet som berörs; med =TIDPUNKT när den fick kännedom, annars enligt --aware; alla som berörs när det anges på nytt"
          ), isRepeatable: true),
        OptionDeclaration(
          "aware", .moment,
          help: Localized(
            en: "when the entities became aware; when it was reported, when left out",
            sv: "när enheterna fick kännedom; när den rapporterades om det utelämnas")),
        OptionDeclaration(
          "personal-data", CommonOptions.choices(AnswerSoFar.self),
          help: Localized(
            en: "whether personal data is concerned", sv: "om personuppgifter berörs")),
        OptionDeclaration(
          "malicious", CommonOptions.choices(AnswerSoFar.self),
          help: Localized(
            en: "whether an unlawful or malicious act is suspected",
            sv: "om en olaglig eller avsiktlig handling misstänks")),
        OptionDeclaration(
          "cross-border", CommonOptions.choices(AnswerSoFar.self),
          help: Localized(
            en: "whether other countries may be affected", sv: "om andra länder kan påverkas")),
        OptionDeclaration(
          "from", .moment,
          help: Localized(en: "when it began", sv: "när den började")),
        OptionDeclaration(
          "until", .moment,
          help: Localized(en: "when it was over", sv: "när den var över")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let incident = try session.identifier("incident", IncidentID.self) else { return .usage }
    let command = session.command
    var triage = TriageIncident(incident: incident)
    triage.outcome = command.flag("not-an-incident") ? .notAnIncident : .incident
    triage.category = try session.coded("category", IncidentCategory.self)
    triage.severity = command.integer("severity").map(Int64.init)
    if command.flag("affects") {
      let affected = command.strings("affects")
      triage.confidentiality = affected.contains("confidentiality") ? .yes : .no
      triage.integrity = affected.contains("integrity") ? .yes : .no
      triage.availability = affected.contains("availability") ? .yes : .no
    }
    triage.lead = try session.optionalPerson("lead", in: ledger)
    triage.personalData = try session.coded("personal-data", AnswerSoFar.self)
    triage.malicious = try session.coded("malicious", AnswerSoFar.self)
    triage.crossBorder = try session.coded("cross-border", AnswerSoFar.self)
    let period = try session.period(in: zone)
    (triage.from, triage.until) = (period.from, period.until)
    triage.aware = try aware(incident, session, ledger, zone)
    let asked = triage
    return try session.record(in: ledger, zone: zone, named: { ["\(incident)"] }) { _ in
      [.init(.incident(.triage(asked)))]
    }
  }

  /// The entities that were typed, each with when it became aware: as said with it, else as said for all, else as was said before, else when
  /// it was reported.
  private static func aware(
    _ id: IncidentID, _ session: VerbSession, _ ledger: Ledger, _ zone: TimeZoneRules
  ) throws -> [EntityAwareness] {
    let row = ledger.register.incidents[id]
    let now = session.ambient.now()
    let before = row?.standing(at: now)
    let common = try session.moment("aware", in: zone, dayMeans: .start)
    let written = session.command.strings("entity")
    if written.isEmpty, let common, let before {
      return before.aware.map { EntityAwareness(entity: $0.entity, at: common) }
    }
    return try written.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let entity = try session.unit(parts[0], of: "entity", in: ledger)
      var at = common ?? before?.aware(of: entity) ?? row?.reported.effective ?? now
      if parts.count == 2 {
        do throws(MomentRefusal) {
          at = try MomentText.parse(parts[1], in: zone, dayMeans: .start)
        } catch {
          throw session.malformed(
            "entity", text, Localized(en: error.english, sv: error.swedish),
            label: Localized(en: "why", sv: "varför"))
        }
      }
      return EntityAwareness(entity: entity, at: at)
    }
  }

  static let assess = Verb(
    VerbDeclaration(
      "incident", "assess", kind: .writing,
      summary: Localized(
        en: "assess whether an incident must be notified", sv: "pröva om en incident måste anmälas"),
      discussion: Localized(
        en:
          "Under one regime, for the legal entities named, or all that are concerned. A duty names the criteria that are met; no duty is documented with its reason. Where the rules say so, the first duty marks the incident as secret in the same signed batch.",
        sv:
          "Enligt ett regelområde, för de juridiska enheter som nämns, eller alla som berörs. En plikt anger de kriterier som är uppfyllda; ingen plikt dokumenteras med skäl. Där reglerna säger det sekretessmarkerar den första plikten incidenten i samma signerade omgång."
      ),
      examples: [
        "liggare incident assess I-1 csl --outcome duty --criterion limited-4h",
        "liggare incident assess I-1 gdpr --entity U-7 --outcome no-duty --reason \"The laptop was encrypted\"",
      ],
      positionals: [Options.incident, Options.regime],
      options: [
        Options.entities,
        OptionDeclaration(
          "outcome", CommonOptions.choices(DutyOutcome.self),
          help: Localized(en: "what it came to", sv: "vad den ledde till"), isRequired: true),
        OptionDeclaration(
          "criterion", .text,
          help: Localized(
            en: "a criterion that is met, as the rules name it",
            sv: "ett kriterium som är uppfyllt, som reglerna benämner det"), isRepeatable: true),
        Options.by,
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let incident = try session.identifier("incident", IncidentID.self),
      let regime = try session.identifier("regime", RegimeCode.self),
      let outcome = try session.coded("outcome", DutyOutcome.self)
    else { return .usage }
    let assess = AssessIncident(
      incident: incident, regime: regime, entities: try session.units("entity", in: ledger),
      outcome: outcome, criteria: try Options.codes("criterion", CriterionCode.self, session),
      decider: try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger))
    return try session.record(in: ledger, zone: zone, named: { ["\(incident)"] }) { _ in
      [.init(.incident(.assess(assess)))]
    }
  }

  static let act = Verb(
    VerbDeclaration(
      "incident", "act", kind: .writing,
      summary: Localized(
        en: "record what was done about an incident", sv: "registrera vad som gjorts åt en incident"
      ),
      discussion: Localized(
        en:
          "Containment, eradication, recovery, information, and at last that it is handled: resolve. From then the final report is counted where it is still owed. Information to management stops that clock.",
        sv:
          "Begränsning, undanröjande, återställning, information, och till sist att den är hanterad: resolve. Därifrån räknas slutrapporten där den ännu återstår. Information till ledningen stoppar den klockan."
      ),
      examples: [
        "liggare incident act I-1 contain \"The accounts were locked\" --at 2026-03-02T10:15",
        "liggare incident act I-1 inform \"The chief executive was told by telephone\" --informed management",
        "liggare incident act I-1 resolve \"All is back\"",
      ],
      positionals: [
        Options.incident,
        PositionalDeclaration(
          "kind", CommonOptions.choices(IncidentActionKind.self, except: [.evidence]),
          help: Localized(en: "what it was for", sv: "vad det var till för")),
        Options.text,
      ],
      options: [
        Options.at, Options.by,
        OptionDeclaration(
          "informed", CommonOptions.choices(InformedParty.self),
          help: Localized(en: "who was informed", sv: "vem som informerades")),
        OptionDeclaration(
          "reference", .text,
          help: Localized(
            en: "where more of it stands, such as a ticket",
            sv: "var mer av det står, till exempel ett ärende")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let incident = try session.identifier("incident", IncidentID.self),
      let kind = try session.coded("kind", IncidentActionKind.self)
    else { return .usage }
    var act = ActOnIncident(
      incident: incident, kind: kind, what: session.command.required("text"),
      at: try Options.at(session, zone),
      by: try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger))
    act.informed = try session.coded("informed", InformedParty.self)
    act.reference = session.command.string("reference")
    let asked = act
    return try session.record(in: ledger, zone: zone, named: { ["\(incident)"] }) { _ in
      [.init(.incident(.act(asked)))]
    }
  }

  static let evidence = Verb(
    VerbDeclaration(
      "incident", "evidence", kind: .writing,
      summary: Localized(
        en: "record evidence, or that it changed hands",
        sv: "registrera bevis, eller att det bytte händer"),
      discussion: Localized(
        en:
          "The evidence itself stays where it is kept: its digest and its reference are recorded, with who handed it over and who keeps it from then on. Each time it changes hands is recorded, from the one who keeps it.",
        sv:
          "Beviset stannar där det förvaras: dess kontrollsumma och referens registreras, med vem som lämnade det och vem som förvarar det från och med då. Varje gång det byter händer registreras, från den som förvarar det."
      ),
      examples: [
        "liggare incident evidence I-1 \"Log of the mail server\" --file mail.log --reference \"Safe 3\" --to siv.dahl",
        "liggare incident evidence I-1 \"For analysis\" --reference \"Safe 3\" --from siv.dahl --to nils.ek",
      ],
      positionals: [Options.incident, Options.text],
      options: [
        Options.at, Options.by,
        OptionDeclaration(
          "file", .file,
          help: Localized(
            en: "the evidence, of which the SHA-256 digest is recorded",
            sv: "beviset, vars SHA-256-kontrollsumma registreras")),
        OptionDeclaration(
          "reference", .text,
          help: Localized(
            en: "what it is called or where it is kept", sv: "vad det kallas eller var det förvaras"
          )),
        OptionDeclaration(
          "from", .person,
          help: Localized(en: "who hands it over", sv: "vem som lämnar det")),
        OptionDeclaration(
          "to", .person,
          help: Localized(
            en: "who keeps it from then on", sv: "vem som förvarar det från och med då")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let incident = try session.identifier("incident", IncidentID.self) else { return .usage }
    var act = ActOnIncident(
      incident: incident, kind: .evidence, what: session.command.required("text"),
      at: try Options.at(session, zone),
      by: try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger))
    act.digest = try session.digest(ofFile: "file")
    act.reference = session.command.string("reference")
    act.receivedFrom = try session.optionalPerson("from", in: ledger)
    act.handedTo = try session.optionalPerson("to", in: ledger)
    let asked = act
    return try session.record(in: ledger, zone: zone, named: { ["\(incident)"] }) { _ in
      [.init(.incident(.act(asked)))]
    }
  }

  static let notify = Verb(
    VerbDeclaration(
      "incident", "notify", kind: .writing,
      summary: Localized(
        en: "record that a notice was handed in", sv: "registrera att en anmälan lämnats"),
      discussion: Localized(
        en:
          "The ledger sends nothing: it records what somebody handed in, when and to whom, with the receipt. Notices come in their order; one that was two at once names both stages. One that is late says why with --late-reason.",
        sv:
          "Liggaren skickar inget: den registrerar vad någon lämnat, när och till vem, med kvittensen. Anmälningar kommer i sin ordning; en som var två på en gång anger båda stegen. En som är sen anger varför med --late-reason."
      ),
      examples: [
        "liggare incident notify I-1 csl warning --entity U-1 --at 2026-03-02T16:20 --receipt 2026-118",
        "liggare incident notify I-1 gdpr notification --late-reason \"The holiday\"",
      ],
      positionals: [
        Options.incident, Options.regime,
        PositionalDeclaration(
          "stage", .text,
          help: Localized(
            en: "which notice, as the rules name it; several for what was one",
            sv: "vilken anmälan, som reglerna benämner den; flera för det som var en"),
          isVariadic: true),
      ],
      options: [
        Options.entities, Options.at, Options.by,
        OptionDeclaration(
          "to", .text,
          help: Localized(
            en: "to whom; whom the rules name when left out",
            sv: "till vem; den som reglerna anger om det utelämnas")),
        OptionDeclaration(
          "receipt", .text,
          help: Localized(en: "the reference of the receipt", sv: "kvittensens referens")),
        OptionDeclaration(
          "file", .file,
          help: Localized(
            en: "what was handed in, of which the SHA-256 digest is recorded",
            sv: "det som lämnades, vars SHA-256-kontrollsumma registreras")),
        OptionDeclaration(
          "late-reason", .text,
          help: Localized(en: "why it is late", sv: "varför den är sen")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let incident = try session.identifier("incident", IncidentID.self),
      let regime = try session.identifier("regime", RegimeCode.self)
    else { return .usage }
    var notify = NotifyOfIncident(
      incident: incident, regime: regime,
      stages: try Options.codes("stage", StageCode.self, session),
      entities: try session.units("entity", in: ledger), at: try Options.at(session, zone),
      by: try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger))
    notify.addressee = session.command.string("to")
    notify.receipt = session.command.string("receipt")
    notify.digest = try session.digest(ofFile: "file")
    notify.lateReason = session.command.string("late-reason")
    let asked = notify
    return try session.record(in: ledger, zone: zone, named: { ["\(incident)"] }) { _ in
      [.init(.incident(.notify(asked)))]
    }
  }

  static let all =
    [IncidentReportVerb.report, triage, assess, act, evidence, notify, IncidentLinkVerb.link]
    + IncidentExposureVerbs.all + IncidentClosingVerbs.all + IncidentViewVerbs.all
}
