public import AccessModel
import Diagnostics
import Events
public import Projections

/// Who may decide who gets an entitlement, on which authority and within which limits; and who nearly may, and why not.
public enum WhoDecides {
  private static let mayDecide = Column(
    key: "may_decide", title: Localized(en: "May decide", sv: "Får besluta"))
  private static let authority = Column(
    key: "authority", title: Localized(en: "Authority", sv: "Befogenhet"))
  private static let basis = Column(key: "basis", title: Localized(en: "As", sv: "Som"))
  private static let assignment = Column.identifier("assignment", AssignmentSubject.capitalised)
  private static let limits = Column(key: "limits", title: Localized(en: "Limits", sv: "Gränser"))
  private static let whyNot = Column(
    key: "why_not", title: Localized(en: "Why not", sv: "Varför inte"))
  private static let decider = Column.identifier(
    "decider", Localized(en: "Decider", sv: "Beslutsfattare"))

  public static let description = ViewDescription(
    "who-decides",
    title: Localized(en: "Who decides", sv: "Vem som beslutar"),
    question: Localized(
      en: "Who may decide who gets an entitlement, on which authority, and why may others not?",
      sv:
        "Vem får besluta vem som får en behörighet, med vilken befogenhet, och varför får inte andra?"
    ),
    controls: [.approvals, .segregation, .accountManagers],
    columns: [
      decider, .name, mayDecide, authority, basis, assignment, .delegation, .actingFor, limits,
      whyNot,
    ], form: .answer)

  /// The most of those who may not that are told.
  public static let missesMax = 10

  /// - Parameter person: whom the access would be for; `nil` to ask in general.
  public static func table(
    _ entitlement: EntitlementRow, for person: PersonID?, _ question: ViewQuestion
  ) -> Table {
    let candidates = question.register.deciderCandidates(
      over: entitlement, for: person, at: question.asOf)
    let able = candidates.filter(\.mayDecide)
    let others = candidates.filter { !$0.mayDecide }
    var table = Table(
      name: description.tableName, title: title(entitlement, person, question),
      columns: description.columns,
      rows: (able + others.prefix(missesMax)).map { cells($0, question) },
      notes: notes(entitlement, person, question),
      ifEmpty: Localized(
        en: "Nobody may decide on \(entitlement.id).", sv: "Ingen får besluta om \(entitlement.id)."
      ))
    if able.isEmpty, !others.isEmpty {
      table.notes.insert(
        Localized(
          en: "Nobody may decide; those above come nearest.",
          sv: "Ingen får besluta; de ovan är närmast."), at: 0)
    }
    if others.count > missesMax {
      let more = others.count - missesMax
      table.notes.append(
        Localized(en: "\(more) more may not.", sv: "\(more) till får inte."))
    }
    return table
  }

  private static func title(
    _ entitlement: EntitlementRow, _ person: PersonID?, _ question: ViewQuestion
  ) -> Localized {
    let plain = description.title(for: question)
    let whom = person.map(question.phrasing.person)
    return Localized(
      en: "\(plain.english): \(entitlement.id)\(whom.map { " for \($0)" } ?? "")",
      sv: "\(plain.swedish): \(entitlement.id)\(whom.map { " för \($0)" } ?? "")")
  }

  private static func notes(
    _ entitlement: EntitlementRow, _ person: PersonID?, _ question: ViewQuestion
  ) -> [Localized] {
    var notes: [Localized] = []
    let terms = entitlement.terms(at: question.asOf)
    if let matter = terms.matter {
      notes.append(
        Localized(
          en: "It is decided on delegation, in the matters \(matter).",
          sv: "Den beslutas på delegation, i ärendegruppen \(matter)."))
    } else {
      notes.append(
        Localized(
          en: "It is decided by the \(terms.decidedBy.word.english).",
          sv: "Den beslutas av \(terms.decidedBy.word.swedish)."))
      if person == nil, terms.decidedBy == .manager || terms.decidedBy == .head {
        notes.append(
          Localized(
            en: "Say for whom with --for: those decide who lead the person's own unit.",
            sv: "Ange för vem med --for: de beslutar som leder personens egen enhet."))
      }
    }
    return notes
  }

  private static func cells(_ candidate: DeciderCandidate, _ question: ViewQuestion) -> [Cell] {
    let register = question.register
    let authority = candidate.route.authority
    let line = authority.delegation.flatMap { register.delegations[$0] }
    let role = authority.assignment.flatMap { register.assignments[$0] }
    var basis = role.map { place($0) } ?? Localized(verbatim: "")
    if let line {
      let position = Localized(verbatim: "\(line.line.position)")
      basis =
        role == nil
        ? position
        : Localized(
          en: "\(basis.english), \(position.english)", sv: "\(basis.swedish), \(position.swedish)")
    }
    let limits =
      line.map { question.limits(of: $0) }
      ?? role.flatMap(\.end).map { question.phrasing.until($0) } ?? Localized(verbatim: "")
    let reasons =
      candidate.route.misses.map { $0.words(question.phrasing.time) }
      + candidate.bars.map { bar in
        // What bars, by the fact that says why, else by what the rule says.
        bar.facts.last { $0.name.english == "why" }?.value ?? bar.statement
      }
    return [
      .id(candidate.route.decider), .text(orEmpty: question.names(candidate.route.decider)),
      .flag(candidate.mayDecide), .word(authority.kind), .localized(basis),
      .id(authority.assignment), .id(authority.delegation), .id(authority.actingFor),
      limits.english.isEmpty ? .empty : .localized(limits),
      reasons.isEmpty
        ? .empty
        : .localized(
          Localized(
            en: reasons.map(\.english).joined(separator: "; "),
            sv: reasons.map(\.swedish).joined(separator: "; "))),
    ]
  }

  /// `system steward S-1`.
  private static func place(_ row: AssignmentRow) -> Localized {
    let place = row.system.map { " \($0)" } ?? row.unit.map { " \($0)" } ?? ""
    // A unit's deputy is nobody's steward.
    let word =
      row.role == .deputy && row.unit != nil
      ? Localized(en: "deputy", sv: "ersättare") : row.role.word
    return Localized(en: word.english + place, sv: word.swedish + place)
  }
}
