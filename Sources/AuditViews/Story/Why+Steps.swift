import AccessModel
import Chronology
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

extension Why {
  /// The events at those positions, each once, in the order of the log.
  func steps(at positions: [UInt64]) -> [Story.Step] {
    let corrections = positions.flatMap {
      question.corrections.chain(from: $0).map(\.fact.position)
    }
    let positions = Set(positions + corrections).sorted()
    question.expectEvents(positions)
    let found = positions.map { ($0, events($0)) }
    lookUp(what: found.compactMap(\.1))
    return found.map { position, recorded in recorded.map(step) ?? unreadable(position) }
  }

  /// Looks up together what the sentences about events will show.
  private func lookUp(what events: [Recorded<AccessEvent>]) {
    var mentions = FieldMentions()
    for recorded in events { mentions.add(recorded.event.payload) }
    question.lookUp(
      mentions.persons + events.map(\.actor.principal),
      mentions.texts + events.compactMap(\.reason))
  }

  private func step(_ recorded: Recorded<AccessEvent>) -> Story.Step {
    let grace = question.register.rules(
      for: recorded.event, at: recorded.effective
    ).backdating.beginning(before: recorded.recorded, in: question.zone)
    let lateness: Story.Lateness =
      recorded.command.channel == .migration
      ? .takenOver
      : grace.map { recorded.effective < $0 } ?? false ? .late : .inTime
    var details = details(of: recorded)
    if let mark = question.mark(of: recorded.position) {
      details.append(.init(Localized(en: "Read as", sv: "Läses som"), mark))
    }
    if let reason = recorded.reason {
      details.append(.init(Localized(en: "Reason", sv: "Skäl"), question.texts(reason).words))
    }
    if let number = recorded.caseNumber {
      details.append(.init(Localized(en: "Case", sv: "Ärende"), Localized(verbatim: "\(number)")))
    }
    details.append(.init(Localized(en: "Recorded by", sv: "Registrerat av"), recorder(recorded)))
    return Story.Step(
      position: recorded.position, type: EventLine.type(of: recorded.event),
      effective: recorded.effective, recorded: recorded.recorded, lateness: lateness,
      sentence: EventLine.summary(
        recorded.event, question.phrasing, register: register(for: recorded.event)),
      details: details)
  }

  /// The events of a grant that were declared void, of which the register knows no more.
  func voided(of grant: GrantRow) -> [UInt64] {
    guard !question.isOriginal else { return [] }
    return Set(question.corrections.rows.compactMap(\.target)).filter { target in
      guard question.corrections.isVoid(target), let recorded = events(target) else { return false }
      return switch recorded.event {
      case .grant(let event): event.grant == grant.id
      case .request(let event): event.request == grant.request
      case .review(let event): event.grants.contains(grant.id)
      case .ledger, .key, .unit, .person, .role, .delegation, .separation, .policy, .system,
        .incident, .usage, .reconciliation, .stale:
        false
      }
    }.sorted()
  }

  /// A story is about one grant, so its sentences need not say each time whose it is and of what.
  private func register(for event: AccessEvent) -> Register? {
    switch event {
    case .grant, .review: nil
    case .ledger, .key, .unit, .person, .role, .delegation, .separation, .policy, .system,
      .request, .incident, .usage, .reconciliation, .stale:
      question.register
    }
  }

  private func recorder(_ recorded: Recorded<AccessEvent>) -> Localized {
    let actor = recorded.actor
    var text = Localized(verbatim: question.phrasing.person(actor.principal))
    if let role = actor.role?.word {
      text.english += ", \(role.english)"
      text.swedish += ", \(role.swedish)"
    }
    if recorded.recorded != recorded.effective {
      text.english += ", \(question.phrasing.time(recorded.recorded))"
      text.swedish += ", \(question.phrasing.time(recorded.recorded))"
    }
    return text
  }

  private func unreadable(_ position: UInt64) -> Story.Step {
    Story.Step(
      position: position, type: "unreadable", effective: nil, recorded: nil,
      lateness: .inTime,
      sentence: Localized(
        en: "The event could not be read; liggare verify tells why",
        sv: "Händelsen kunde inte läsas; liggare verify visar varför"),
      details: [])
  }
}
