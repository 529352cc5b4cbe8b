import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about a person's time in the organisation.
extension OrganisationDecider {
  static func decide(
    _ command: MovePerson, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let (person, row) = try find(command.affiliation, in: state)
    if let unit = command.unit, !state.units.contains(unit) { throw ReferenceCodes.unknown(unit) }
    if let sponsor = command.sponsor, !state.persons.contains(sponsor) {
      throw ReferenceCodes.unknown(sponsor)
    }
    let moment = drafting.context.moment
    if let violation = OrderedPeriod.check(from: moment, until: command.until) {
      throw Rejection(violation)
    }
    let place = row.unit(at: moment)
    let unit = command.unit ?? place
    // Whoever goes to another unit takes no position along unless it is said; within a unit it stays.
    let position = command.position ?? (unit == place ? row.position(at: moment) : nil)
    return [
      try drafting.draft(
        .person(
          .affiliationChanged(
            AffiliationChanged(
              affiliation: row.id, person: person, unit: unit, position: position,
              until: command.until, sponsor: command.sponsor,
              contract: try drafting.contract(command.contract)))),
        about: person)
    ]
  }

  static func decide(
    _ command: StartAbsence, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let (person, row) = try find(command.affiliation, in: state)
    try refuseReason(for: person, drafting)
    return [
      try drafting.draft(
        .person(
          .absenceStarted(
            AbsenceStarted(
              affiliation: row.id, person: person, from: command.from,
              expectedUntil: command.expectedUntil,
              effect: command.effect
                ?? UnsuspendedAbsence.effect(
                  from: command.from, expectedUntil: command.expectedUntil,
                  after: state.effectivePolicy(
                    for: nil, person: person, at: command.from, standard: drafting.context.policy
                  ).policy.absenceSuspendsAfter)))),
        about: person)
    ]
  }

  static func decide(
    _ command: EndAbsence, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let (person, row) = try find(command.affiliation, in: state)
    try refuseReason(for: person, drafting)
    let isAway =
      state.persons[person]?.absences.contains { $0.affiliation == row.id && $0.ended == nil }
      ?? false
    guard isAway else {
      throw ReferenceCodes.order(
        "\(row.id)", state: Localized(en: "not away", sv: "inte frånvarande"),
        needed: Localized(
          en: "an absence: liggare person absent", sv: "en frånvaro: liggare person absent"))
    }
    return [
      try drafting.draft(
        .person(.absenceEnded(AbsenceEnded(affiliation: row.id, person: person))), about: person)
    ]
  }

  static func decide(
    _ command: RecordTraining, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard state.persons.contains(command.person) else {
      throw ReferenceCodes.unknown(command.person)
    }
    return [
      try drafting.draft(
        .person(
          .trainingCompleted(
            TrainingCompleted(
              person: command.person, course: command.course, completed: command.completed,
              validUntil: command.validUntil, evidence: command.evidence))),
        about: command.person)
    ]
  }

  static func decide(
    _ command: ChangeIdentity, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard state.persons.contains(command.person) else {
      throw ReferenceCodes.unknown(command.person)
    }
    return [
      try drafting.draft(
        .person(
          .identityChanged(IdentityChanged(person: command.person, details: command.details))),
        about: command.person)
    ]
  }

  static func decide(
    _ command: ConfirmAccess, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard let grant = state.grants[command.grant] else {
      throw ReferenceCodes.unknown(command.grant)
    }
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    let moment = drafting.context.moment
    if let end = state.end(of: grant, at: moment), end.at <= moment {
      throw Rejection(
        TerminalStates.violation(
          of: .grant, "\(grant.id)", state: end.cause.word, at: end.at))
    }
    guard let person = state.holder(of: grant),
      let transfer = state.unconfirmedTransfer(of: grant, by: person), transfer.at <= moment
    else {
      throw ReferenceCodes.order(
        "\(grant.id)",
        state: Localized(en: "nothing to confirm", sv: "inget att bekräfta"),
        needed: Localized(
          en: "a move of its holder that nobody has confirmed it after",
          sv: "en flytt av innehavaren som ingen har bekräftat den efter"))
    }
    guard let review = ReviewID("MOVE-\(transfer.affiliation)") else {
      throw ReferenceCodes.unknown(transfer.affiliation)
    }
    return [
      try drafting.draft(
        .review(
          .itemDecided(
            ReviewItemDecided(
              review: review, grant: grant.id, reviewer: command.by, outcome: .keep))),
        about: person.id)
    ]
  }

  static func decide(
    _ command: EraseIdentity, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    for person in [command.person, command.approver] where !state.persons.contains(person) {
      throw ReferenceCodes.unknown(person)
    }
    // The reason why somebody was erased is no text about them: it stays.
    return [
      try drafting.draft(
        .person(
          .identityErased(
            IdentityErased(
              person: command.person, basis: command.basis, approver: command.approver,
              receipt: command.receipt))))
    ]
  }

  /// PER-04 before the text is sealed: what is refused leaves no trace.
  private static func refuseReason(for person: PersonID, _ drafting: Drafting) throws(Rejection) {
    if let violation = CauselessAbsence.check(
      person: person, hasReason: drafting.context.reason != nil)
    {
      throw Rejection(violation)
    }
  }

  private static func find(
    _ affiliation: AffiliationID, in state: Register
  ) throws(Rejection) -> (person: PersonID, row: AffiliationRow) {
    guard let person = state.affiliations[affiliation]?.person,
      let row = state.persons[person]?.affiliations.first(where: { $0.id == affiliation })
    else { throw ReferenceCodes.unknown(affiliation) }
    return (person, row)
  }
}

extension Drafting {
  func contract(_ text: String?) throws(Rejection) -> Label? {
    try text.map { text throws(Rejection) in
      try named(text, Localized(en: "contract", sv: "avtal"))
    }
  }

  func project(_ text: String?) throws(Rejection) -> Label? {
    try text.map { text throws(Rejection) in
      try named(text, Localized(en: "project", sv: "projekt"))
    }
  }

  /// A text in clear that has passed the content guard (INV-57).
  private func named(_ text: String, _ name: Localized) throws(Rejection) -> Label {
    let label = try label(text, name)
    if let violation = NoPersonalData.check(text, field: name) { throw Rejection(violation) }
    return label
  }
}
