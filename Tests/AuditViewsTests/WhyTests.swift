import AccessModel
import AuditViews
import Chronology
import CommandLineTool
import Diagnostics
import EventSourcing
import Events
import Projections
import Testing

@Suite struct WhyTests {
  /// One full chain: asked, endorsed, decided, carried out, reviewed, an incident, revoked late, removed.
  private func chain() -> Chronicle {
    var chronicle = Chronicle.organisation()
    let request = RequestID(number: 1)
    let grant = GrantID(number: 1)
    let need = chronicle.text(.present("Läsa journaler på avdelning 3"))
    let duty = chronicle.text(.present("Sjuksköterska"))
    let what = chronicle.text(.erased)
    let reason = chronicle.text(.present("Byter avdelning"))
    let (from, until) = (moment("2026-02-01"), moment("2026-12-01"))
    chronicle.add(
      .request(
        .submitted(
          RequestSubmitted(
            request: request, kind: .new, person: p(6), entitlement: e(s(1), "read"),
            scope: ScopeName("ward-3"), from: from, until: until, requester: p(6),
            purpose: .publicTask, duty: duty, need: need))), at: "2026-01-20T08:00", by: p(6))
    chronicle.add(
      .request(.endorsed(RequestEndorsed(request: request, endorser: p(1), outcome: .supported))),
      at: "2026-01-21T09:00", by: p(1), as: .manager)
    chronicle.add(
      .request(
        .approved(
          RequestApproved(
            request: request, grant: grant, decider: p(3), authority: .role,
            assignment: AssignmentID(number: 3), from: from, until: until))),
      at: "2026-01-22T10:00", by: p(3), as: .steward, in: "KS 2026/7")
    chronicle.add(
      .grant(
        .provisioned(
          GrantProvisioned(
            grant: grant, request: request, by: p(5), at: moment("2026-01-23T11:00"), from: from,
            until: until, account: AccountID("C-1")))), at: "2026-01-23T11:00", by: p(5),
      as: .administrator)
    chronicle.add(
      .incident(
        .reported(
          IncidentReported(
            incident: IncidentID(number: 1), noticed: moment("2026-03-01T11:00"), systems: [s(1)],
            entitlements: [], grants: [], personalData: .no, severity: 2, reporter: p(7),
            what: what))), at: "2026-03-01T12:00", by: p(7))
    chronicle.add(
      .review(
        .itemDecided(
          ReviewItemDecided(
            review: ReviewID(number: 1), grant: grant, reviewer: p(3), outcome: .keep))),
      at: "2026-04-01T13:00", by: p(3), as: .steward)
    chronicle.add(
      .grant(.revoked(GrantRevoked(grant: grant, by: p(3), cause: .needEnded))),
      at: "2026-05-01T14:00", recorded: "2026-05-15T15:00", by: p(3), as: .steward,
      because: reason)
    chronicle.confirmRemoval(1, on: "2026-05-16")
    return chronicle
  }

  private func text(
    _ chronicle: Chronicle, _ language: Language, names: [PersonID: String]? = nil
  ) -> String {
    var question = chronicle.question(asOf: "2026-06-01")
    if let names { question.names = { names[$0] } }
    let events = chronicle.events
    let why = Why(question) { events[Int($0)] }
    let options = RenderingOptions(language: language, instantText: { $0.text(in: .utc) })
    return StoryRenderer(.table, options).text(
      why.story(person: p(6), entitlement: e(s(1), "read")))
  }

  @Test func `the whole chain is told in English`() {
    #expect(text(chain(), .english) == english)
  }

  @Test func `the whole chain is told in Swedish`() {
    #expect(text(chain(), .swedish) == swedish)
  }

  @Test func `an expiry is a step, a story told by the grant is the same, and programs get rows`()
    throws
  {
    var chronicle = Chronicle.organisation()
    chronicle.grant(1, p(6), e(s(1), "read"), until: "2026-03-01")
    chronicle.grant(2, p(6), e(s(1), "write"), upTo: .endorsed)
    let question = chronicle.question(asOf: "2026-06-01")
    let events = chronicle.events
    let why = Why(question) { events[Int($0)] }
    let story = why.story(person: p(6), entitlement: e(s(1), "read"))
    #expect(story.steps.last?.type == "expired" && story.steps.last?.position == nil)
    let grant = try #require(chronicle.register.grants[GrantID(number: 1)])
    #expect(why.story(of: grant).steps == story.steps)
    #expect(
      story.table.column("type") == [
        "request.submitted", "request.endorsed", "request.approved", "grant.provisioned", "expired",
      ])
    let asked = why.story(person: p(6), entitlement: e(s(1), "write"))
    #expect(asked.steps.map(\.type) == ["request.submitted", "request.endorsed"])
    #expect(why.story(person: p(8), entitlement: e(s(1), "read")).steps.isEmpty)
    // An event that cannot be read is said to be so.
    let blind = Why(question, events: { _ in nil })
    #expect(
      blind.story(person: p(6), entitlement: e(s(1), "read")).table.column("type").prefix(4)
        == ["unreadable", "unreadable", "unreadable", "unreadable"])
  }

  @Test func `history that was taken over is marked as such and not as late`() {
    var chronicle = Chronicle.organisation()
    let need = chronicle.text(.locked)
    chronicle.add(
      .request(
        .submitted(
          RequestSubmitted(
            request: RequestID(number: 1), kind: .new, person: p(6), entitlement: e(s(1), "read"),
            from: moment("2026-02-01"), requester: p(6), purpose: .unstated, need: need))),
      at: "2026-02-01", recorded: "2026-10-01", channel: .migration)
    let events = chronicle.events
    let story = Why(chronicle.question(asOf: "2026-11-01")) { events[Int($0)] }
      .story(person: p(6), entitlement: e(s(1), "read"))
    #expect(story.steps.map(\.lateness) == [.takenOver])
    #expect(story.table.column("details")[0].contains("Need: (locked"))
  }

  @Test func `a hostile name cannot forge a step or repaint the screen`() {
    let hostile = "X\n[99] 2026-01-01 00:00\r\u{1B}[2J\u{202E}\u{2028}evil"
    let plain = text(chain(), .english).split(separator: "\n").count
    let lines = text(chain(), .english, names: [p(6): hostile, p(3): hostile])
      .split(separator: "\n")
    #expect(lines.count == plain)
    let dangerous: Set<Unicode.Scalar> = ["\u{1B}", "\r", "\u{202E}", "\u{2028}"]
    #expect(!lines.joined().unicodeScalars.contains(where: dangerous.contains))
    #expect(!lines.contains { $0.hasPrefix("[99]") })
  }

  private let english = """
    Why Anna Anställd (P-6) had S-1/read, and why it is over
    No: G-1 was revoked 2026-05-01 14:00 by Stina Förvaltare (P-3) (need has ended).

    [31] 2026-01-20 08:00
      Anna Anställd (P-6) asked for S-1/read [ward-3] from 2026-02-01 through 2026-11-30 (R-1)
        Duty: Sjuksköterska
        Need: Läsa journaler på avdelning 3
        Purpose: task in the public interest
        Recorded by: Anna Anställd (P-6)

    [32] 2026-01-21 09:00
      The need in R-1 was endorsed by Mia Chef (P-1)
        As: manager for Vården (U-2) since 2026-01-02, appointed by Styrelsen (U-1) (D-1) [26]
        Recorded by: Mia Chef (P-1), manager

    [33] 2026-01-22 10:00
      Stina Förvaltare (P-3) approved R-1 as G-1 from 2026-02-01 through 2026-11-30
        Authority: role, as system steward for Journalen (S-1) since 2026-01-02, appointed by Styrelsen (U-1) (D-3) [28]
        S-1 was then: in operation, 3/2/1 (K/R/T)
        Case: KS 2026/7
        Recorded by: Stina Förvaltare (P-3), system steward

    [34] 2026-01-23 11:00
      Adam Admin (P-5) carried out G-1
        Works: from 2026-02-01 through 2026-11-30
        Account: anna.a (C-1)
        Recorded by: Adam Admin (P-5), system administrator

    [35] 2026-03-01 12:00
      P-7 reported the incident I-1 about S-1, severity 2 of 4
        What happened: (erased)
        Recorded by: P-7

    [36] 2026-04-01 13:00
      Stina Förvaltare (P-3) reviewed G-1 in V-1: keep
        Recorded by: Stina Förvaltare (P-3), system steward

    [37] 2026-05-01 14:00 (recorded late)
      Stina Förvaltare (P-3) revoked G-1: need has ended
        Reason: Byter avdelning
        Recorded by: Stina Förvaltare (P-3), system steward, 2026-05-15 15:00

    [38] 2026-05-16 00:00
      Adam Admin (P-5) confirmed that G-1 is gone from the system
        Recorded by: Adam Admin (P-5), system administrator

    """
  private let swedish = """
    Varför Anna Anställd (P-6) hade S-1/read, och varför det är över
    Nej: G-1 återkallades 2026-05-01 14:00 av Stina Förvaltare (P-3) (behovet har upphört).

    [31] 2026-01-20 08:00
      Anna Anställd (P-6) begärde S-1/read [ward-3] från 2026-02-01 till och med 2026-11-30 (R-1)
        Arbetsuppgift: Sjuksköterska
        Behov: Läsa journaler på avdelning 3
        Ändamål: uppgift av allmänt intresse
        Registrerat av: Anna Anställd (P-6)

    [32] 2026-01-21 09:00
      Behovet i R-1 är tillstyrkt av Mia Chef (P-1)
        I egenskap av: chef för Vården (U-2) sedan 2026-01-02, utsedd av Styrelsen (U-1) (D-1) [26]
        Registrerat av: Mia Chef (P-1), chef

    [33] 2026-01-22 10:00
      Stina Förvaltare (P-3) biföll R-1 som G-1 från 2026-02-01 till och med 2026-11-30
        Befogenhet: roll, som systemförvaltare för Journalen (S-1) sedan 2026-01-02, utsedd av Styrelsen (U-1) (D-3) [28]
        S-1 var då: i drift, 3/2/1 (K/R/T)
        Ärende: KS 2026/7
        Registrerat av: Stina Förvaltare (P-3), systemförvaltare

    [34] 2026-01-23 11:00
      Adam Admin (P-5) verkställde G-1
        Fungerar: från 2026-02-01 till och med 2026-11-30
        Konto: anna.a (C-1)
        Registrerat av: Adam Admin (P-5), systemadministratör

    [35] 2026-03-01 12:00
      P-7 rapporterade incidenten I-1 om S-1, allvarlighetsgrad 2 av 4
        Vad som hände: (raderad)
        Registrerat av: P-7

    [36] 2026-04-01 13:00
      Stina Förvaltare (P-3) granskade G-1 i V-1: behåll
        Registrerat av: Stina Förvaltare (P-3), systemförvaltare

    [37] 2026-05-01 14:00 (efterregistrerad)
      Stina Förvaltare (P-3) återkallade G-1: behovet har upphört
        Skäl: Byter avdelning
        Registrerat av: Stina Förvaltare (P-3), systemförvaltare, 2026-05-15 15:00

    [38] 2026-05-16 00:00
      Adam Admin (P-5) bekräftade att G-1 är borta ur systemet
        Registrerat av: Adam Admin (P-5), systemadministratör

    """
}
