import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// Grants that what happened around them has put in question.
struct GrantFindings {
  let question: ViewQuestion
  private var register: Register { question.register }
  private var asOf: Instant { question.asOf }

  init(_ question: ViewQuestion) {
    self.question = question
  }

  func findings() -> [Finding] { emergencies() + separations() + held() }

  private func emergencies() -> [Finding] {
    register.grants.rows.compactMap { grant in
      guard let emergency = grant.emergency, grant.begun.effective <= asOf else { return nil }
      let use = EmergencyUse(grant, emergency, question)
      guard use.isOverdue else { return nil }
      return Finding(
        FindingCatalogue.emergencyOverdue, .serious, "\(grant.id)",
        system: grant.entitlement.system, detail: emergency.kind.word, since: use.due,
        command: "liggare grant show \(grant.id)")
    }
  }

  private func separations() -> [Finding] {
    register.separationBreaches(at: asOf).compactMap { breach in
      guard breach.exception == nil else { return nil }
      let past = register.pastException(of: breach, at: asOf)
      let other = breach.other.map { "\($0.entitlement) (\($0.grant))" }
      let grant = breach.grant.map { " (\($0))" } ?? ""
      let pair = "\(breach.person): \(breach.entitlement)\(grant)"
      return Finding(
        past == nil ? FindingCatalogue.separationBroken : FindingCatalogue.exceptionEnded,
        breach.rule.severity == .warn ? .warning : .serious, "\(breach.rule.rule)",
        system: breach.entitlement.system,
        detail: other.map {
          Localized(en: "\(pair) and \($0)", sv: "\(pair) och \($0)")
        } ?? Localized(en: "\(pair) alone", sv: "\(pair) ensam"),
        since: past.map { max($0.until, breach.since) } ?? breach.since,
        command: "liggare separation conflicts")
    }
  }

  /// What is held of rights that came to give more, ask for more, or end.
  private func held() -> [Finding] {
    register.systems.rows.sorted { $0.id.comesBefore($1.id) }.flatMap { system in
      system.entitlements.flatMap { right -> [Finding] in
        let terms = right.terms(at: asOf)
        let widened = right.lastWidening(at: asOf)
        let ended = register.endOfRight(right, in: system, at: asOf)
        let isDemanding = terms.position != nil || !terms.courses.isEmpty
        guard widened != nil || ended != nil || isDemanding else { return [] }
        return register.grants(of: right.id).map { register.grants[$0] }.filter {
          register.isHeld($0, at: asOf)
        }.flatMap { grant in
          findings(
            of: grant, right, widened: widened, ended: ended, isDemanding: isDemanding)
        }
      }
    }
  }

  private func findings(
    of grant: GrantRow, _ right: EntitlementRow, widened: Instant?, ended: Instant?,
    isDemanding: Bool
  ) -> [Finding] {
    var found: [Finding] = []
    let who = grant.person.map { "\($0)" } ?? "–"
    let detail = Localized(verbatim: "\(who), \(right.id)")
    func add(
      _ code: DiagnosticCode, _ severity: Finding.Severity, _ detail: Localized,
      _ since: Instant?, _ command: String
    ) {
      found.append(
        Finding(
          code, severity, "\(grant.id)", system: right.id.system, detail: detail, since: since,
          command: command))
    }
    let seen = max(
      grant.begun.effective,
      grant.lastReview.map { $0.fact.effective <= asOf ? $0.fact.effective : .earliest }
        ?? .earliest)
    if let widened, widened > seen {
      add(
        FindingCatalogue.widened, .warning, detail, widened, "liggare grant show \(grant.id)")
    }
    if let ended {
      add(
        FindingCatalogue.heldAfterEnd, .warning, detail, ended,
        "liggare grant revoke \(grant.id)")
    }
    guard isDemanding, let person = grant.person else { return found }
    let lacking = register.prerequisites(of: person, for: right, at: asOf)
    if !lacking.areMet {
      let words = Shortfall.prerequisites(lacking).words
      add(
        FindingCatalogue.prerequisitesLacking, .warning,
        Localized(
          en: "\(detail.english): \(words.english)", sv: "\(detail.swedish): \(words.swedish)"),
        lacking.lapsedCourses.map(\.since).min(), "liggare grant revoke \(grant.id)")
    }
    return found
  }
}
