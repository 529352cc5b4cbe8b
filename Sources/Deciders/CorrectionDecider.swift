import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about earlier events.
enum CorrectionDecider {
  static func decide(
    _ command: CorrectEvent, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard state.persons.contains(command.decider) else {
      throw ReferenceCodes.unknown(command.decider)
    }
    let position = Int64(clamping: command.position)
    guard command.position < state.position, let target = drafting.context.event(command.position)
    else {
      throw Rejection(CorrectionTarget.violation(position: position, size: state.position))
    }
    let present = Corrections(state.corrections).corrections(of: command.position)
    if let unseen = UnseenCorrection.check(
      position: command.position, seen: command.seen, present: present.map(\.fact.position))
    {
      throw Rejection(unseen)
    }
    let draft = try drafting.draft(about: state.persons(concernedBy: target.event).first) {
      id throws(Rejection) in
      var correction = EventCorrected(
        target: position, event: target.id, decider: command.decider)
      switch command.change {
      case .void: break
      case .value(let field, let value):
        correction.field = try drafting.label(field, Self.field)
        correction.value = try value.map { value throws(Rejection) in
          try drafting.label(value, Localized(en: "value", sv: "värde"))
        }
      case .text(let field, let text):
        correction.field = try drafting.label(field, Self.field)
        let commitment = try drafting.seal(
          text, field, Localized(verbatim: field), of: id,
          about: state.persons(concernedBy: target.event).first)
        correction.value = try drafting.label(
          "\"\(commitment)\"", Localized(en: "value", sv: "värde"))
      }
      return .ledger(.eventCorrected(correction))
    }
    return [draft]
  }

  private static let field = Localized(en: "field", sv: "fält")
}
