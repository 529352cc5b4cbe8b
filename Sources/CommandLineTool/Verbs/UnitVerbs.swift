import AccessLedger
import AccessModel
import AuditViews
import Commands
import Diagnostics
import EventStore
import Projections

/// Units over time: new names, other places, and their end.
enum UnitVerbs {
  private static let unit = PositionalDeclaration(
    "unit", .unit,
    help: Localized(en: "the unit, by identifier or name", sv: "enheten, med beteckning eller namn")
  )

  static let rename = Verb(
    VerbDeclaration(
      "unit", "rename", kind: .writing,
      summary: Localized(en: "call a unit something else", sv: "byt namn på en enhet"),
      discussion: Localized(
        en:
          "The new name holds from --effective on; questions about earlier moments are answered with the old one.",
        sv:
          "Det nya namnet gäller från --effective; frågor om tidigare tidpunkter besvaras med det gamla."
      ),
      examples: ["liggare unit rename U-3 \"Vård och omsorg\" --effective 2026-07-01"],
      positionals: [
        unit,
        PositionalDeclaration(
          "name", .text, help: Localized(en: "what it is called now", sv: "vad den nu heter")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let unit = try session.unit("unit", in: ledger) else { return .usage }
    return try session.record(in: ledger, zone: zone, named: { ["\(unit)"] }) { _ in
      [.init(.unit(.rename(RenameUnit(unit: unit, name: session.command.required("name")))))]
    }
  }

  static let move = Verb(
    VerbDeclaration(
      "unit", "move", kind: .writing,
      summary: Localized(
        en: "put a unit, with all below it, below another",
        sv: "flytta en enhet, med allt under den, till en annan"),
      examples: ["liggare unit move U-4 --below U-2 --effective 2026-07-01"],
      positionals: [unit],
      options: [
        OptionDeclaration(
          "below", .unit, help: Localized(en: "the unit above", sv: "enheten ovanför"),
          isRequired: true)
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let unit = try session.unit("unit", in: ledger),
      let parent = try session.unit("below", in: ledger)
    else { return .usage }
    return try session.record(in: ledger, zone: zone, named: { ["\(unit)"] }) { _ in
      [.init(.unit(.move(MoveUnit(unit: unit, parent: parent))))]
    }
  }

  static let close = Verb(
    VerbDeclaration(
      "unit", "close", kind: .writing,
      summary: Localized(en: "close a unit", sv: "lägg ned en enhet"),
      discussion: Localized(
        en:
          "With one --successor it is a merger: from --effective on, the successor has the persons, the systems and the units that the closed one had, and the roles for the closed unit end. With several it is a split: each person and system stays where it is, and on the list of findings, until it is moved. Without a successor nothing may be left in it.",
        sv:
          "Med en --successor är det en sammanslagning: från --effective har efterträdaren de personer, system och enheter som den nedlagda hade, och rollerna för den nedlagda upphör. Med flera är det en delning: varje person och system står kvar, och på listan över brister, tills det flyttas. Utan efterträdare får inget finnas kvar i den."
      ),
      examples: [
        "liggare unit close U-5 --successor U-6 --effective 2026-07-01",
        "liggare unit close U-9 --reason \"The project is over\"",
      ],
      positionals: [unit],
      options: [
        OptionDeclaration(
          "successor", .unit,
          help: Localized(
            en: "a unit that takes over; may be given more than once",
            sv: "en enhet som tar över; får anges flera gånger"), isRepeatable: true)
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let unit = try session.unit("unit", in: ledger) else { return .usage }
    let successors = try session.units("successor", in: ledger)
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(unit)"] }) { _ in
      [.init(.unit(.close(CloseUnit(unit: unit, successors: successors))))]
    }
  }

  static let show = Verb(
    VerbDeclaration(
      "unit", "show", kind: .reading,
      summary: Localized(en: "show one unit", sv: "visa en enhet"),
      examples: ["liggare unit show U-2 --as-of 2026-06-30"], positionals: [unit])
  ) { session in
    let asked = try QuestionSession(session)
    let id = try session.unit("unit", in: asked.ledger)
    let row = try asked.found(id, in: asked.question.register.units)
    try asked.answer(UnitCard.card(row, asked.question))
    return .done
  }

  static let all = [rename, move, close, show]
}
