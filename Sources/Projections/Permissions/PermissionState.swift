import AccessModel
import Chronology
public import EventSourcing
public import Events

/// Who has access to what, folded from the log, and nothing besides.
///
/// One definition says when a grant is in effect: `Register.state(of:at:)`. What differs here is what is kept. Requests and grants whose
/// life is of the plain form (asked for, decided, carried out once as decided, ended, removed) are eighty bytes each, and people of the
/// plain form (came once, left) sixty-four; all that can bear on them besides (places, systems, rules) is in a register. As soon as
/// anything else is said of one of them it becomes rows of that register, as they would have been, and is folded there. To be asked, what
/// is plain is made into rows for as long as the question takes.
///
/// A fold of a million events takes a twentieth of the memory of the whole register, and a fraction of its time.
public struct PermissionState: ~Copyable {
  /// Everything but the plain requests, grants and people.
  private(set) var register = Register()
  private(set) var plain = PackedGrants()
  private(set) var people = PackedPeople()
  private(set) var rights = NumberedNames<PackedRight>()
  private(set) var anybodyHasMoved = false
  /// The corrections met so far.
  public private(set) var corrections: [CorrectionRow] = []

  /// How many grants there have ever been.
  public private(set) var grantCount = 0

  public init() {}

  /// What was kept of a state without corrections.
  init(
    register: Register, plain: consuming PackedGrants, people: consuming PackedPeople,
    rights: NumberedNames<PackedRight>, anybodyHasMoved: Bool, grantCount: Int
  ) {
    self.register = register
    self.plain = plain
    self.people = people
    self.rights = rights
    self.anybodyHasMoved = anybodyHasMoved
    self.grantCount = grantCount
  }

  /// Folds an event that was read whole.
  public mutating func take(_ recorded: borrowing Recorded<AccessEvent>) {
    switch recorded.event {
    case .ledger(.eventCorrected(let correction)):
      corrections.append(CorrectionRow(correction, in: recorded))
      return
    case .request(let event):
      promote(request: event.stream.identifier(RequestID.self))
      if case .approved(let approved) = event, let grant = approved.grant { promote(grant: grant) }
    case .grant(.provisioned(let provisioned)):
      promote(request: provisioned.request)
      promote(grant: provisioned.grant)
    case .grant(let event): promote(grant: event.stream.identifier(GrantID.self))
    case .review(.itemDecided(let item)): promote(grant: item.grant)
    case .review(.itemLapsed(let lapsed)): for grant in lapsed.grants { promote(grant: grant) }
    case .person(let event): promote(person: event.stream.identifier(PersonID.self))
    case .ledger, .unit, .system, .policy: break
    case .key, .role, .review, .incident, .delegation, .separation, .usage, .reconciliation, .stale:
      return
    }
    let before = register.grants.count
    register.apply(recorded)
    // Nobody asks this register whether it knows a command.
    register.forgetCommands()
    grantCount += register.grants.count - before
    if case .person(let event) = recorded.event {
      noteMove(of: event.stream.identifier(PersonID.self))
    }
  }

  /// Folds what was read of a line.
  ///
  /// - Returns: whether it could be done; if not, the event is to be read whole and taken as that.
  public mutating func take(_ step: PermissionStep, at position: UInt64) -> Bool {
    switch step.kind {
    case .whole: return false
    case .submitted: return submit(step)
    case .approved: return approve(step, position)
    case .denied: return change(ofRequest: step.request) { $0.flags.remove(.approved) }
    case .provisioned: return carryOut(step, position)
    case .revoked: return change(ofGrant: step.grant) { $0.ended = min($0.ended, step.from) }
    case .removed: return change(ofGrant: step.grant) { $0.removed = step.effective }
    case .reviewed: return review(step, position)
    case .registered: return registerPerson(step)
    case .placed: return placePerson(step, position)
    case .left: return endPlacement(step)
    }
  }

  /// Has the memory brought near that the steps soon after one will need, while others are taken.
  ///
  /// A request or a grant is anywhere in tens of megabytes, and waiting for it is most of what taking a step costs: first for where it
  /// is to be looked for, and a few steps later for its row.
  public func expect(_ steps: [PermissionStep], after index: Int) {
    let (soon, sooner) = (index + 16, index + 8)
    if soon < steps.count {
      plain.expectSlots(request: steps[soon].request, grant: steps[soon].grant)
      if steps[soon].person != .none { people.expect(steps[soon].person) }
    }
    if sooner < steps.count {
      plain.expectRows(request: steps[sooner].request, grant: steps[sooner].grant)
    }
  }

  // MARK: The plain kinds

  private mutating func submit(_ step: PermissionStep) -> Bool {
    guard plain.index(ofRequest: step.request) == nil,
      register.requests.count == 0 || !register.requests.contains(step.request.identifier())
    else { return false }
    plain.add(
      PackedGrant(
        request: step.request, person: UInt32(people.number(of: step.person)),
        entitlement: UInt32(
          rights.number(of: PackedRight(system: step.system, name: step.entitlement)))))
    return true
  }

  private mutating func approve(_ step: PermissionStep, _ position: UInt64) -> Bool {
    guard let index = plain.index(ofRequest: step.request) else { return false }
    let row = plain.row(index)
    guard !row.pointee.flags.contains(.promoted) else { return false }
    if step.grant != .none {
      guard !row.pointee.flags.contains(.begun), isNew(grant: step.grant) else { return false }
      begin(step, at: index, position)
    }
    row.pointee.flags.insert(.approved)
    return true
  }

  private mutating func carryOut(_ step: PermissionStep, _ position: UInt64) -> Bool {
    if let index = plain.index(ofGrant: step.grant) {
      let row = plain.row(index)
      guard !row.pointee.flags.contains(.promoted), row.pointee.carriedOut == PackedMoment.never,
        row.pointee.from == step.from, row.pointee.until == step.until
      else { return false }
      row.pointee.carriedOut = step.at
      return true
    }
    // History that names the grant first when the decision is carried out.
    guard let index = plain.index(ofRequest: step.request), isNew(grant: step.grant) else {
      return false
    }
    let row = plain.row(index)
    guard row.pointee.flags.isDisjoint(with: [.promoted, .begun]) else { return false }
    begin(step, at: index, position)
    if !row.pointee.flags.contains(.approved) { row.pointee.flags.insert(.undecided) }
    row.pointee.carriedOut = step.at
    return true
  }

  private mutating func begin(_ step: PermissionStep, at index: Int, _ position: UInt64) {
    plain.setGrant(step.grant, at: index)
    let row = plain.row(index)
    row.pointee.flags.insert(step.isMigrated ? [.begun, .migrated] : .begun)
    row.pointee.position = position
    row.pointee.begun = step.effective
    row.pointee.from = step.from
    row.pointee.until = step.until
    grantCount += 1
  }

  private func isNew(grant: PackedIdentifier) -> Bool {
    plain.index(ofGrant: grant) == nil
      && (register.grants.count == 0 || !register.grants.contains(grant.identifier()))
  }

  private mutating func review(_ step: PermissionStep, _ position: UInt64) -> Bool {
    guard step.takesAway || step.confirms && anybodyHasMoved else {
      // Nothing follows from it, whatever grant it is about.
      return true
    }
    guard let index = plain.index(ofGrant: step.grant) else { return false }
    let row = plain.row(index)
    guard !row.pointee.flags.contains(.promoted) else { return false }
    if step.takesAway {
      row.pointee.ended = min(row.pointee.ended, step.effective)
      return true
    }
    // A confirmation is kept with the person, where it counts for access from before the move.
    return !people.row(Int(row.pointee.person)).pointee.flags.contains(.moved)
  }

  private func change(
    ofRequest id: PackedIdentifier, _ body: (inout PackedGrant) -> Void
  ) -> Bool {
    change(plain.index(ofRequest: id), body)
  }

  private func change(ofGrant id: PackedIdentifier, _ body: (inout PackedGrant) -> Void) -> Bool {
    change(plain.index(ofGrant: id), body)
  }

  private func change(_ index: Int?, _ body: (inout PackedGrant) -> Void) -> Bool {
    guard let index else { return false }
    let row = plain.row(index)
    guard !row.pointee.flags.contains(.promoted) else { return false }
    body(&row.pointee)
    return true
  }

  // MARK: People

  private mutating func registerPerson(_ step: PermissionStep) -> Bool {
    let person = people.row(people.number(of: step.person))
    guard !person.pointee.flags.contains(.registered),
      !register.persons.contains(step.person.identifier())
    else { return false }
    person.pointee.flags.insert(.registered)
    person.pointee.category = step.category
    return true
  }

  private mutating func placePerson(_ step: PermissionStep, _ position: UInt64) -> Bool {
    let person = people.row(people.number(of: step.person))
    guard person.pointee.isPlain, !person.pointee.flags.contains(.placed) else { return false }
    person.pointee.affiliation = step.affiliation
    person.pointee.unit = step.unit
    person.pointee.from = step.from
    person.pointee.until = step.until
    person.pointee.started = step.effective
    person.pointee.recorded = step.recorded
    person.pointee.position = position
    person.pointee.flags.insert(step.isMigrated ? [.placed, .migrated] : .placed)
    return true
  }

  private mutating func endPlacement(_ step: PermissionStep) -> Bool {
    let person = people.row(people.number(of: step.person))
    guard person.pointee.isPlain else { return false }
    // Of an affiliation that the person has not, nothing ends.
    guard person.pointee.affiliation == step.affiliation else { return true }
    person.pointee.ended = min(person.pointee.ended, step.from)
    return true
  }

  private mutating func noteMove(of id: PersonID) {
    guard register.persons[id]?.hasMoved == true else { return }
    anybodyHasMoved = true
    guard let packed = PackedIdentifier(id) else { return }
    people.row(people.number(of: packed)).pointee.flags.insert(.moved)
  }

  // MARK: Rows of the register

  private mutating func promote(request id: RequestID) {
    guard let packed = PackedIdentifier(id),
      let index = plain.index(ofRequest: packed)
    else { return }
    promote(index)
  }

  private mutating func promote(grant id: GrantID) {
    guard let packed = PackedIdentifier(id),
      let index = plain.index(ofGrant: packed)
    else { return }
    promote(index)
  }

  private mutating func promote(person id: PersonID) {
    guard let packed = PackedIdentifier(id),
      let number = people.knownNumber(of: packed)
    else { return }
    let person = people.row(number)
    guard person.pointee.isPlain else { return }
    register.take(personRow(of: person.pointee, id))
    person.pointee.flags.insert(.promoted)
  }

  private mutating func promote(_ index: Int) {
    let row = plain.row(index)
    guard !row.pointee.flags.contains(.promoted) else { return }
    register.take(requestRow(of: row.pointee), grantRow(of: row.pointee))
    row.pointee.flags.insert(.promoted)
  }
}

extension Register {
  fileprivate mutating func take(_ request: RequestRow, _ grant: GrantRow?) {
    requests.add(request)
    if let grant { begin(grant) }
  }

  fileprivate mutating func take(_ person: PersonRow) {
    persons.add(person)
    for affiliation in person.affiliations {
      affiliations.add(AffiliationOwner(id: affiliation.id, person: person.id))
    }
  }

  /// Forgets which commands are recorded: for a register that only tells what follows from events.
  fileprivate mutating func forgetCommands() { commands = CommandSet() }
}
