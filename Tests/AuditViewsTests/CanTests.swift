import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Events
import Projections
import Testing

@Suite struct CanTests {
  /// The answer for P-6 and S-1/read on 2026-06-01.
  private func answer(_ tell: (inout Chronicle) -> Void) -> AccessAnswer {
    var chronicle = Chronicle.organisation()
    tell(&chronicle)
    return Can.answer(
      person: p(6), entitlement: e(s(1), "read"), chronicle.question(asOf: "2026-06-01"))
  }

  private let read = e(s(1), "read")

  @Test func `every ground for an answer is reached and says so in both languages`() {
    let request = RequestID(number: 1)
    let cases: [(AccessAnswer.Ground, String, String, (inout Chronicle) -> Void)] = [
      (
        .inEffect,
        "Yes: G-1, decided by Stina Förvaltare (P-3), is in effect from 2026-02-01 through 2026-11-30.",
        "Ja: G-1, beslutad av Stina Förvaltare (P-3), gäller från 2026-02-01 till och med 2026-11-30.",
        { $0.grant(1, p(6), read) }
      ),
      (
        .neverRequested, "No: nobody has asked for S-1/read for Anna Anställd (P-6).",
        "Nej: ingen har begärt S-1/read åt Anna Anställd (P-6).", { _ in }
      ),
      (
        .awaitingEndorsement, "No: the request R-1 waits for a manager to endorse the need.",
        "Nej: begäran R-1 väntar på att en chef ska tillstyrka behovet.",
        { $0.grant(1, p(6), read, on: "2026-05-20", upTo: .submitted) }
      ),
      (
        .notEndorsed,
        "No: the need in the request R-1 was not endorsed by Mia Chef (P-1), and nothing is decided.",
        "Nej: behovet i begäran R-1 är avstyrkt av Mia Chef (P-1), och inget är beslutat.",
        {
          $0.grant(1, p(6), read, on: "2026-05-20", upTo: .submitted)
          $0.add(
            .request(
              .endorsed(
                RequestEndorsed(request: request, endorser: p(1), outcome: .notSupported))),
            at: "2026-05-21")
        }
      ),
      (
        .awaitingDecision, "No: the request R-1 is endorsed and waits for a decision.",
        "Nej: begäran R-1 är tillstyrkt och väntar på beslut.",
        { $0.grant(1, p(6), read, on: "2026-05-20", upTo: .endorsed) }
      ),
      (
        .returned,
        "No: the request R-1 was sent back with a question, to be answered by 2026-06-09.",
        "Nej: begäran R-1 är återsänd för komplettering senast 2026-06-09.",
        {
          $0.grant(1, p(6), read, on: "2026-05-20", upTo: .endorsed)
          $0.add(
            .request(
              .returned(RequestReturned(request: request, by: p(3), due: moment("2026-06-10")))),
            at: "2026-05-21")
        }
      ),
      (
        .lapsed, "No: the request R-1 lapsed 2026-03-03 00:00, because nobody had decided it.",
        "Nej: begäran R-1 förföll 2026-03-03 00:00, eftersom ingen hade beslutat den.",
        { $0.grant(1, p(6), read, upTo: .endorsed) }
      ),
      (
        .suspended,
        "No: G-1 is suspended since 2026-03-01 by Stina Förvaltare (P-3) (incident).",
        "Nej: G-1 är spärrad sedan 2026-03-01 av Stina Förvaltare (P-3) (incident).",
        {
          $0.grant(1, p(6), read)
          $0.suspend(1, on: "2026-03-01")
        }
      ),
      (
        .denied, "No: the request R-1 was denied by Stina Förvaltare (P-3) 2026-02-02 00:00.",
        "Nej: begäran R-1 avslogs av Stina Förvaltare (P-3) 2026-02-02 00:00.",
        {
          $0.grant(1, p(6), read, upTo: .endorsed)
          $0.add(
            .request(
              .denied(
                RequestDenied(request: request, decider: p(3), authority: .role, ground: .unstated))
            ),
            at: "2026-02-02")
        }
      ),
      (
        .withdrawn, "No: the request R-1 was withdrawn 2026-02-02 00:00.",
        "Nej: begäran R-1 togs tillbaka 2026-02-02 00:00.",
        {
          $0.grant(1, p(6), read, upTo: .endorsed)
          $0.add(.request(.withdrawn(RequestWithdrawn(request: request))), at: "2026-02-02")
        }
      ),
      (
        .notCarriedOut,
        "No: G-1 is decided by Stina Förvaltare (P-3) and not yet carried out in the system.",
        "Nej: G-1 är beslutad av Stina Förvaltare (P-3) men ännu inte verkställd i systemet.",
        { $0.grant(1, p(6), read, upTo: .approved) }
      ),
      (
        .notBegun, "No: G-1 is carried out and does not begin before 2026-09-01.",
        "Nej: G-1 är verkställd men börjar inte gälla förrän 2026-09-01.",
        { $0.grant(1, p(6), read, from: "2026-09-01") }
      ),
      (
        .expired,
        "No: G-1 expired at the end of 2026-04-30; it is not yet removed from the system.",
        "Nej: tiden för G-1 gick ut vid utgången av 2026-04-30; den är ännu inte borttagen ur systemet.",
        { $0.grant(1, p(6), read, until: "2026-05-01") }
      ),
      (
        .revoked,
        "No: G-1 was revoked 2026-04-01 12:30 by Stina Förvaltare (P-3) (need has ended).",
        "Nej: G-1 återkallades 2026-04-01 12:30 av Stina Förvaltare (P-3) (behovet har upphört).",
        {
          $0.grant(1, p(6), read)
          $0.revoke(1, on: "2026-04-01T12:30")
          $0.confirmRemoval(1, on: "2026-04-02")
        }
      ),
      (
        .personLeft,
        "No: Anna Anställd (P-6) left 2026-04-01 16:00, and G-1 ended with that; it is not yet removed from the system.",
        "Nej: Anna Anställd (P-6) slutade 2026-04-01 16:00, och därmed upphörde G-1; den är ännu inte borttagen ur systemet.",
        {
          $0.grant(1, p(6), read)
          $0.add(
            .person(
              .affiliationEnded(
                AffiliationEnded(affiliation: AffiliationID(number: 6), person: p(6)))),
            at: "2026-04-01T16:00")
        }
      ),
      (
        .personMoved,
        "No: Anna Anställd (P-6) moved, nobody confirmed G-1 for the new place, and it ended at the end of 2026-04-14; it is not yet removed from the system.",
        "Nej: Anna Anställd (P-6) flyttade, ingen bekräftade G-1 för den nya platsen, och den upphörde vid utgången av 2026-04-14; den är ännu inte borttagen ur systemet.",
        {
          $0.grant(1, p(6), read)
          $0.add(
            .person(
              .affiliationChanged(
                AffiliationChanged(
                  affiliation: AffiliationID(number: 6), person: p(6), unit: UnitID(number: 9)))),
            at: "2026-04-01")
        }
      ),
      (
        .systemClosed,
        "No: S-1 was closed at the end of 2026-03-31, and G-1 ended with that; it is not yet removed from the system.",
        "Nej: S-1 avvecklades vid utgången av 2026-03-31, och därmed upphörde G-1; den är ännu inte borttagen ur systemet.",
        {
          $0.grant(1, p(6), read)
          $0.add(
            .system(.statusChanged(SystemStatusChanged(system: s(1), status: .decommissioned))),
            at: "2026-04-01")
        }
      ),
      (
        .removed, "No: G-1 was removed from the system 2026-04-02 00:00.",
        "Nej: G-1 togs bort ur systemet 2026-04-02 00:00.",
        {
          $0.grant(1, p(6), read, until: nil)
          $0.confirmRemoval(1, on: "2026-04-02")
        }
      ),
      (
        .undecided,
        "No: G-1 was found working in the system, and nobody is known to have decided it.",
        "Nej: G-1 hittades i bruk i systemet, och inget beslut är känt.",
        { $0.find(1, p(6), read) }
      ),
    ]
    #expect(Set(cases.map(\.0)) == Set(AccessAnswer.Ground.allCases))
    for (ground, english, swedish, tell) in cases {
      let answer = answer(tell)
      #expect(answer.ground == ground && answer.isYes == (ground == .inEffect))
      #expect(answer.reason == Localized(en: english, sv: swedish))
      #expect(answer.card["is_yes"] == .flag(answer.isYes))
    }
  }

  @Test
  func `a grant in effect decides over older and newer ones, and a new request over what is past`()
  {
    let both = answer {
      $0.grant(1, p(6), read, until: "2026-03-01")
      $0.grant(2, p(6), read, on: "2026-04-01")
      $0.grant(3, p(6), read, on: "2026-05-01", from: "2026-12-01", until: nil)
    }
    #expect(both.isYes && both.grant == GrantID(number: 2))
    #expect(both.end?.cause == .expired && both.end?.at == moment("2026-12-01"))
    let asked = answer {
      $0.grant(1, p(6), read, until: "2026-03-01")
      $0.grant(2, p(6), read, on: "2026-05-20", upTo: .endorsed)
    }
    #expect(asked.ground == .awaitingDecision && asked.request == RequestID(number: 2))
  }
}
