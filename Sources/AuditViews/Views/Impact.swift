import AccessModel
import Chronology
public import Diagnostics
import EventSourcing
public import Events
import Policies
import Projections

/// Which grants fall short of what is asked for, before and after a change, recorded or thought of.
///
/// Without a change of its own it tells what falls short after the last recorded change of what is asked for, compared with the
/// moment before it. Nothing is recorded by it.
public enum Impact: RegisterView {
  /// What a shortfall was before the change and is after it.
  public enum Effect: Hashable, Sendable, CaseIterable {
    /// The change makes the grant fall short.
    case new
    /// It fell short before, and still does.
    case remains
    /// The change makes it do.
    case repaired

    public var code: String {
      switch self {
      case .new: "new"
      case .remains: "remains"
      case .repaired: "repaired"
      }
    }

    public var word: Localized {
      switch self {
      case .new: Localized(en: "by the change", sv: "genom ändringen")
      case .remains: Localized(en: "before and after", sv: "före och efter")
      case .repaired: Localized(en: "before, not after", sv: "före, inte efter")
      }
    }
  }

  private static let shortfall = Column(
    key: "shortfall", title: Localized(en: "Falls short in", sv: "Brister i"))
  private static let before = Column(key: "before", title: Localized(en: "Before", sv: "Före"))
  private static let after = Column(key: "after", title: Localized(en: "After", sv: "Efter"))
  private static let effect = Column(key: "effect", title: Localized(en: "Effect", sv: "Verkan"))
  private static let since = Column(key: "since", title: Localized(en: "Since", sv: "Sedan"))

  public static let description = ViewDescription(
    "impact",
    title: Localized(
      en: "Grants that fall short of what is asked for",
      sv: "Tilldelningar som inte når upp till det som krävs"),
    question: Localized(
      en: "Which grants fall short of what is asked for since a change, and in what?",
      sv: "Vilka tilldelningar når inte upp till det som krävs efter en ändring, och i vad?"),
    controls: [.classification, .accessRights, .followUp],
    columns: [
      .grant, .person, .name, .system, .entitlement, shortfall, before, after, effect, since,
    ], key: ["grant"],
    filters: [.system, .person, .entitlement, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let systems = question.register.systems.rows.filter { question.filter.admits($0.id) }
      .sorted { $0.id.comesBefore($1.id) }
    return systems.flatMap { system -> [[Cell]] in
      var inner = question
      inner.filter.systems = [system.id]
      let change = system.lastChange(at: question.asOf)
      return rows(
        inner, before: (question.register, change.map { $0.advanced(byMilliseconds: -1) }),
        after: question.register, since: change)
    }
  }

  /// What a change that is thought of would make of the grants of the question's systems.
  public static func answer(_ question: ViewQuestion, supposing change: SystemEvent) -> Table {
    var register = question.register
    let stamp = CommandStamp(
      id: UniqueID(high: 0, low: 0), channel: .commandLine)
    let moment = question.asOf
    let event = AccessEvent.system(change)
    // What is supposed comes last, so that it holds at the moment whatever else does.
    let supposed = Recorded(
      position: register.position, recorded: moment, id: stamp.id,
      revision: register.nextRevision(of: event.stream), effective: moment,
      actor: Actor(principal: PersonID(number: 0)), command: stamp, caseNumber: nil, reason: nil,
      event: event)
    register.apply(supposed)
    return Table(
      name: description.tableName, title: description.title(for: question),
      columns: description.columns,
      rows: rows(
        question, before: (question.register, question.asOf), after: register, since: moment),
      ifEmpty: Localized(
        en: "No grant would fall short.", sv: "Ingen tilldelning skulle brista."))
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "No grant falls short.", sv: "Ingen tilldelning brister.")
  }

  /// - Parameter before: the register and the moment that tell what was asked for before; no moment when nothing was.
  private static func rows(
    _ question: ViewQuestion, before: (register: Register, moment: Instant?),
    after: Register, since: Instant?
  ) -> [[Cell]] {
    let held = question.grants().filter {
      question.register.isHeld(question.register.grants[$0.index], at: question.asOf)
    }.sorted(by: GrantEntry.byEntitlement)
    return held.flatMap { entry -> [[Cell]] in
      let grant = question.register.grants[entry.index]
      // A grant that began after the change did not fall short before it.
      let past = before.moment.flatMap { moment in
        before.register.isHeld(grant, at: moment)
          ? before.register.shortfalls(of: grant, at: moment, under: .standard) : nil
      }
      let present = after.shortfalls(of: grant, at: question.asOf, under: .standard)
      return pairs(past ?? [], present).map { one, other in
        let effect: Effect = one == nil ? .new : other == nil ? .repaired : .remains
        return [
          .id(grant.id), .id(grant.person), .text(orEmpty: grant.person.flatMap(question.names)),
          .id(grant.entitlement.system), .id(grant.entitlement.name),
          (one ?? other).map { .word(code: $0.code, $0.word) } ?? .empty,
          one.map { .localized($0.words) } ?? .empty,
          other.map { .localized($0.words) } ?? .empty, .word(code: effect.code, effect.word),
          .instant(orEmpty: effect == .new ? since.map { max($0, grant.begun.effective) } : nil),
        ]
      }
    }
  }

  private static func pairs(
    _ past: [Shortfall], _ present: [Shortfall]
  ) -> [(Shortfall?, Shortfall?)] {
    let kept: [(Shortfall?, Shortfall?)] = present.map { now in
      (past.first { $0.code == now.code }, now)
    }
    let gone: [(Shortfall?, Shortfall?)] = past.filter { then in
      !present.contains { $0.code == then.code }
    }.map { ($0, nil) }
    return kept + gone
  }
}

extension SystemRow {
  /// When what is asked of grants in the system last changed, up to a moment; `nil` when it never has.
  fileprivate func lastChange(at moment: Instant) -> Instant? {
    let facts =
      classifications.map(\.fact) + analyses.map(\.fact)
      + entitlements.flatMap { $0.changes.map(\.fact) }
    return facts.map(\.effective).filter { $0 <= moment }.max()
  }
}
