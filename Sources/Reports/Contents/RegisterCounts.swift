import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Events
import Policies
import Projections

/// What reports count of the whole register at one moment, gathered once.
struct RegisterCounts {
  let question: ViewQuestion
  /// The systems that are registered and not closed.
  let systems: [SystemRow]
  /// Every grant that had begun, by where it stands.
  let grants: [GrantState: [GrantRow]]
  /// What the findings are about, by their code, each once.
  let findings: [String: [String]]
  /// The flags that somebody has to answer.
  let flags: [(flag: FlagRow, standing: FlagRow.Standing)]
  /// What every clock of every incident has come to.
  let clocks: [IncidentClock]

  /// - Parameter question: what it is limited to is not heeded.
  init(_ question: ViewQuestion) {
    var question = question
    question.filter = ViewFilter()
    self.question = question
    let register = question.register
    let moment = question.asOf
    systems = register.systems.rows.filter {
      $0.registered.effective <= moment && ($0.closing.map { $0 > moment } ?? true)
    }
    var grants: [GrantState: [GrantRow]] = [:]
    for grant in register.grants.rows {
      guard let state = register.state(of: grant, at: moment) else { continue }
      grants[state, default: []].append(grant)
    }
    self.grants = grants
    var findings: [String: [String]] = [:]
    var told: [String: Set<String>] = [:]
    for finding in Findings.all(question)
    where told[finding.code.code, default: []].insert(finding.subject).inserted {
      findings[finding.code.code, default: []].append(finding.subject)
    }
    self.findings = findings
    flags = register.flags.rows.compactMap { flag in
      guard let standing = flag.standing(at: moment), standing.state.isOpen else { return nil }
      return (flag, standing)
    }
    clocks = register.incidents.rows.flatMap { row in
      register.clocks(of: row, at: moment, in: question.zone)
    }
  }

  var register: Register { question.register }
  var moment: Instant { question.asOf }
  var inEffect: [GrantRow] { grants[.inEffect] ?? [] }

  func subjects(of code: String) -> [String] { findings[code] ?? [] }

  /// What open flags of some rules are about.
  func flagged(_ rules: StaleRule...) -> [String] {
    flags.filter { rules.contains($0.flag.flagged.rule) }.map(\.flag.flagged.about.id)
  }

  /// The cells of a column of a view's answer, in the order of its rows, each once.
  func cells(_ view: any RegisterView.Type, _ key: String) -> [String] {
    let answer = view.answer(question)
    guard let column = answer.columns.firstIndex(where: { $0.key == key }) else { return [] }
    var told: Set<String> = []
    return answer.rows.compactMap { row in
      guard let text = row[column].verbatim, told.insert(text).inserted else { return nil }
      return text
    }
  }

  /// How many rows of a view's answer have something true in a column; all rows where the column is not named.
  func rows(_ view: any RegisterView.Type, where key: String? = nil) -> Int {
    let answer = view.answer(question)
    guard let key else { return answer.rows.count }
    guard let column = answer.columns.firstIndex(where: { $0.key == key }) else { return 0 }
    return answer.rows.count { $0[column] == .flag(true) }
  }
}

extension RegisterCounts {
  /// The systems of which none of these findings tells.
  func systems(without codes: String...) -> Amount {
    let lacking = Set(codes.flatMap(subjects))
    return .share(systems.count { !lacking.contains("\($0.id)") }, of: systems.count)
  }

  /// What is held because somebody decided it, of all that is held.
  var decidedAccess: Amount {
    let held = [GrantState.inEffect, .suspended].flatMap { grants[$0] ?? [] }
    let undecided = (grants[.undecided] ?? []).count
    let decided = held.count { !$0.isUndecided }
    return .share(decided, of: held.count + undecided)
  }

  /// The decisions of a period, of all requests.
  func decisions(in period: Range<Instant>) -> [DecisionRow] {
    register.requests.rows.compactMap(\.decision).filter { period.contains($0.fact.effective) }
  }

  /// What has become of the reviews whose last day was in a period.
  struct Reviews {
    var inTime = 0
    var closedLate = 0
    var overdue = 0
    var open = 0

    var all: Int { inTime + closedLate + overdue + open }
    /// Those whose last day is over.
    var due: Int { inTime + closedLate + overdue }
  }

  /// - Parameter axis: `nil` for all.
  func reviews(in period: Range<Instant>, along axis: ReviewAxis? = nil) -> Reviews {
    var found = Reviews()
    for campaign in register.campaigns.rows
    where period.contains(campaign.plan.due) && (axis.map { $0 == campaign.plan.axis } ?? true) {
      guard let state = register.state(of: campaign, at: moment), state != .cancelled else {
        continue
      }
      if let closed = campaign.closing(at: moment)?.fact.effective {
        if closed <= campaign.plan.due { found.inTime += 1 } else { found.closedLate += 1 }
      } else if campaign.plan.due <= moment {
        found.overdue += 1
      } else {
        found.open += 1
      }
    }
    return found
  }

  /// The clocks that were out in a period, and those that run: `met` of all whose time was out or that were met.
  func clocks(in period: Range<Instant>) -> [IncidentClock] {
    clocks.filter { clock in clock.deadline.map { period.contains($0.due) } ?? false }
  }

  /// The clocks of a period that were met in time, of those that were met or missed.
  func clocksMet(in period: Range<Instant>) -> Amount {
    let counted = clocks(in: period)
    let met = counted.count { $0.state == .met }
    let missed = counted.count { $0.state == .metLate || $0.state == .late }
    return .share(met, of: met + missed)
  }
}
