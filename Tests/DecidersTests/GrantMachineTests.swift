import AccessModel
import Chronology
import Commands
import Diagnostics
import Projections
import Testing
import Transparency

/// What every step does to a grant in every state.
@Suite struct `The machine of grants` {
  private static let later = day("2026-06-01")

  private static func town(in state: GrantState) -> Scenario {
    var town: Scenario
    switch state {
    case .decided: town = .decided(until: later)
    case .scheduled:
      town = .endorsed(from: day("2026-04-01"), until: later)
      town.given(approve(), by: steward)
      town.given(provision(), by: administrator)
    case .inEffect: town = .provisioned(until: later)
    case .suspended:
      town = .provisioned(until: later)
      town.given(suspend(), by: steward, reason: "Under investigation.")
    case .undecided:
      town = .town
      town.given(
        .grant(
          .takeOver(
            TakeOverGrant(
              grant: .init(number: 1), entitlement: read, account: AccountID(number: 1),
              person: employee, source: .init(bytes: .init())))))
    case .ending:
      town = .provisioned(until: later)
      town.given(revoke(), by: administrator, reason: "No longer needed.")
    case .ended:
      town = .provisioned(until: later)
      town.given(revoke(), by: administrator, reason: "No longer needed.")
      town.given(confirmRemoval(), by: administrator)
    }
    town.now = town.now.advanced(byMilliseconds: 3_600_000)
    return town
  }

  /// The state that follows, or the code that refuses.
  private enum Row {
    case to(GrantState)
    case no(String)
  }

  private static let steps:
    [(name: String, command: @Sendable (Instant) -> AccessCommand, by: PersonID)] = [
      ("provision", { _ in provision() }, administrator),
      ("suspend", { _ in suspend() }, steward),
      ("resume", { _ in resume() }, steward),
      ("narrow", { _ in narrow(until: day("2026-05-01")) }, steward),
      ("renew", { submitChange(.renew, from: $0, until: day("2026-07-01")) }, employee),
      ("change", { submitChange(.change, scope: north, from: $0, until: nil) }, employee),
      ("revoke", { _ in revoke() }, administrator),
      ("confirm", { _ in confirmRemoval() }, administrator),
      ("note expiry", { _ in noteExpiry() }, custodian),
      ("follow up", { _ in followUp() }, steward),
    ]

  /// By state, in the order of the steps.
  private static let table: [(GrantState, [Row])] = [
    (
      .decided,
      [
        .to(.inEffect), .to(.decided), .no("INV-21"), .to(.decided), .to(.decided), .to(.decided),
        .to(.ended), .no("REF-04"), .no("REF-04"), .no("REF-04"),
      ]
    ),
    (
      .scheduled,
      [
        .no("REF-13"), .to(.scheduled), .no("INV-21"), .to(.scheduled), .to(.scheduled),
        .to(.scheduled), .to(.ending), .no("REF-04"), .no("REF-04"), .no("REF-04"),
      ]
    ),
    (
      .inEffect,
      [
        .no("REF-13"), .to(.suspended), .no("INV-21"), .to(.inEffect), .to(.inEffect),
        .to(.inEffect), .to(.ending), .no("REF-04"), .no("REF-04"), .no("REF-04"),
      ]
    ),
    (
      .suspended,
      [
        .no("REF-13"), .to(.suspended), .to(.inEffect), .to(.suspended), .to(.suspended),
        .to(.suspended), .to(.ending), .no("REF-04"), .no("REF-04"), .no("REF-04"),
      ]
    ),
    (
      .undecided,
      [
        .no("REF-04"), .to(.undecided), .no("INV-21"), .to(.undecided), .no("REQ-08"),
        .no("REQ-08"), .to(.ending), .no("REF-04"), .no("REF-04"), .no("REF-04"),
      ]
    ),
    (
      .ending,
      [
        .no("INV-22"), .no("INV-22"), .no("INV-22"), .no("INV-22"), .no("INV-22"), .no("INV-22"),
        .no("INV-22"), .to(.ended), .no("REF-04"), .no("REF-04"),
      ]
    ),
    (
      .ended,
      [
        .no("INV-22"), .no("INV-22"), .no("INV-22"), .no("INV-22"), .no("INV-22"), .no("INV-22"),
        .no("INV-22"), .no("INV-22"), .no("REF-04"), .no("REF-04"),
      ]
    ),
  ]

  @Test func `every step in every state does what the table says`() {
    #expect(Self.table.map(\.0) == GrantState.allCases)
    for (state, rows) in Self.table {
      #expect(rows.count == Self.steps.count)
      let before = Self.town(in: state)
      #expect(before.state() == state)
      for (step, row) in zip(Self.steps, rows) {
        var town = before
        let outcome = town.when(
          step.command(town.now), by: step.by, reason: "As the routine says.")
        switch row {
        case .to(let expected):
          #expect(outcome.codes == [], "\(step.name) in \(state)")
          #expect(town.state() == expected, "\(step.name) in \(state)")
        case .no(let code):
          #expect(outcome.codes.contains(code), "\(step.name) in \(state): \(outcome.codes)")
          #expect(town.state() == state, "\(step.name) in \(state)")
        }
      }
    }
  }

  @Test func `what was found is decided or ended, and a decision makes it like any other`() {
    var town = Self.town(in: .undecided)
    town.given(submit(1, from: town.now, until: Self.later), by: employee)
    town.given(endorse(), by: manager)
    town.given(approve(), by: steward)
    #expect(town.state() == .inEffect)
    #expect(town.state(at: day("2026-06-01")) == .ending)
  }

  @Test func `reducing access is never refused`() {
    var random = SeededRandom(seed: 71)
    var tried = 0
    for state in GrantState.allCases where state != .ending && state != .ended {
      for _ in 0..<20 {
        var town = Self.town(in: state)
        // A random life before: whatever of these is refused leaves things as they were.
        for _ in 0..<random.below(6) {
          let step = Self.steps[random.below(6)]
          _ = town.when(step.command(town.now), by: step.by, reason: "As the routine says.")
          if random.once(in: 2) {
            _ = town.when(endorse(2), by: manager)
            _ = town.when(
              .request(
                .approve(
                  ApproveRequest(
                    request: .init(number: 2), grant: .init(number: 1), deciders: [steward]))),
              by: steward)
          }
          town.now = town.now.advanced(byMilliseconds: Int64(random.below(5) * 86_400_000))
        }
        guard let grant = town.grant(), let now = town.state(), now != .ending, now != .ended
        else { continue }
        let terms = grant.terms(at: town.now)
        let end = town.now.advanced(byMilliseconds: 86_400_000)
        let reductions: [AccessCommand] = [
          suspend(by: employee), narrow(until: min(terms.until ?? end, end), by: employee),
          narrow(reviewDays: min(terms.reviewDays ?? 30, 30), by: manager),
          narrow(scope: terms.scope ?? north, by: steward), revoke(1, by: manager),
        ]
        for reduction in reductions {
          // The holder, the manager and the steward may each give up or take away.
          for person in [employee, manager, steward] {
            var copy = town
            let outcome = copy.when(reduction, by: person, reason: "Less is enough.")
            #expect(outcome.codes == [], "\(reduction) by \(person) in \(now)")
            tried += 1
            let after = copy.grant()?.terms(at: copy.now)
            #expect(after?.until ?? .latest <= terms.until ?? .latest)
          }
        }
      }
    }
    #expect(tried > 300)
  }
}
