import AccessModel
import Chronology
import Diagnostics
import Events
import Policies
import Projections

/// What the ledger knows of an incident for a notice.
struct NoticeFacts {
  let row: IncidentRow
  let standing: IncidentRow.Standing
  let entity: UnitID
  let regime: IncidentRegime
  let question: ViewQuestion

  init(
    row: IncidentRow, standing: IncidentRow.Standing, entity: UnitID, regime: IncidentRegime,
    _ question: ViewQuestion
  ) {
    self.row = row
    self.standing = standing
    self.entity = entity
    self.regime = regime
    self.question = question
  }

  /// What is known for an item; `nil` when nothing is.
  func value(of item: NoticeItem) -> Localized? {
    let triage = standing.triage
    let phrasing = question.phrasing
    switch item {
    case .what: return text(row.report.what)
    case .category: return triage?.category.word
    case .severity:
      return standing.severity.map {
        Localized(en: "\($0) of 4", sv: "\($0) av 4")
      }
    case .impact: return impact(triage)
    case .noticed: return Localized(verbatim: phrasing.time(row.report.noticed))
    case .aware: return standing.aware(of: entity).map { Localized(verbatim: phrasing.time($0)) }
    case .period:
      guard let from = triage?.from else { return nil }
      return phrasing.period(from: from, until: triage?.until)
    case .systems: return systems()
    case .personalData: return known(standing.personalData)
    // Who is registered in a system, and how many, is not in a register of access.
    case .persons: return nil
    case .criteria: return criteria()
    case .malicious: return triage.flatMap { known($0.malicious) }
    case .crossBorder: return triage.flatMap { known($0.crossBorder) }
    case .actions: return actions()
    case .exposure: return exposure()
    case .ongoing:
      return standing.handled.map {
        Localized(
          en: "no, handled \(phrasing.time($0))", sv: "nej, hanterad \(phrasing.time($0))")
      } ?? Localized(en: "yes", sv: "ja")
    case .cause: return cause()
    case .effects: return standing.closing?.effects.flatMap(text)
    case .lessons: return standing.closing?.lessons.flatMap(text)
    case .measures: return measures()
    case .earlier: return earlier()
    case .contact: return standing.lead.map { Localized(verbatim: phrasing.person($0)) }
    }
  }

  private func text(_ commitment: Commitment) -> Localized? {
    guard case .present(let text) = question.texts(commitment) else { return nil }
    return Localized(verbatim: text)
  }

  private func known(_ answer: AnswerSoFar) -> Localized? {
    answer == .unknown ? nil : answer.word
  }

  private func impact(_ triage: IncidentTriaged?) -> Localized? {
    guard let triage else { return nil }
    return joined(
      [
        triage.confidentiality == .yes
          ? Localized(en: "confidentiality", sv: "konfidentialitet") : nil,
        triage.integrity == .yes ? Localized(en: "integrity", sv: "riktighet") : nil,
        triage.availability == .yes ? Localized(en: "availability", sv: "tillgänglighet") : nil,
      ].compactMap(\.self), separator: ", ")
  }

  private func systems() -> Localized? {
    let systems = row.systems(at: question.asOf, in: question.register)
    return joined(
      systems.map { id in
        let name = question.register.systems[id]?.details(at: question.asOf).name.text
        return Localized(verbatim: name.map { "\($0) (\(id))" } ?? "\(id)")
      } + [row.report.elsewhere.flatMap(text)].compactMap(\.self), separator: ", ")
  }

  private func criteria() -> Localized? {
    let matter = IncidentRow.Matter(regime: regime.code, entity: entity)
    let met = standing.assessments[matter]?.assessed.criteria ?? []
    return joined(
      met.map { regime[$0]?.name ?? Localized(verbatim: "\($0)") }, separator: "; ")
  }

  private func actions() -> Localized? {
    joined(
      standing.actions.filter { $0.action.kind != .evidence }.map { action, _ in
        let at = question.phrasing.time(action.at)
        let text = text(action.what) ?? Localized(verbatim: "")
        return Localized(
          en: "\(at) \(action.kind.word.english): \(text.english)",
          sv: "\(at) \(action.kind.word.swedish): \(text.swedish)")
      }, separator: "; ")
  }

  private func exposure() -> Localized? {
    joined(
      standing.exposures.map { exposure, _ in
        let what = (exposure.systems.map { "\($0)" } + exposure.entitlements.map { "\($0)" })
          .joined(separator: ", ")
        return Localized(
          en: "\(exposure.rows) could reach \(what)", sv: "\(exposure.rows) kunde nå \(what)")
      }, separator: "; ")
  }

  private func cause() -> Localized? {
    guard let cause = standing.closing?.cause?.word else { return nil }
    guard let text = standing.closing?.causeText.flatMap(text) else { return cause }
    return Localized(
      en: "\(cause.english): \(text.english)", sv: "\(cause.swedish): \(text.swedish)")
  }

  private func measures() -> Localized? {
    joined(
      standing.measures.map { measure, _ in
        let due = question.phrasing.last(measure.due)
        let text = text(measure.what) ?? Localized(verbatim: "\(measure.number)")
        return Localized(
          en: "\(text.english), by \(due)", sv: "\(text.swedish), senast \(due)")
      }, separator: "; ")
  }

  private func earlier() -> Localized? {
    joined(
      standing.notices.filter { $0.notice.regime == regime.code && $0.notice.entity == entity }
        .map { notice, _ in
          let name = regime[notice.stage]?.name ?? Localized(verbatim: "\(notice.stage)")
          let tail = question.phrasing.time(notice.at) + (notice.receipt.map { " (\($0))" } ?? "")
          return Localized(
            en: "\(name.english) \(tail)", sv: "\(name.swedish) \(tail)")
        }, separator: "; ")
  }

  /// The texts as one; `nil` when there are none.
  private func joined(_ texts: [Localized], separator: String) -> Localized? {
    guard !texts.isEmpty else { return nil }
    return Localized(
      en: texts.map(\.english).joined(separator: separator),
      sv: texts.map(\.swedish).joined(separator: separator))
  }
}
