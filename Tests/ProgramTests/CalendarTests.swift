import Foundation
import Testing

/// The calendar of what is to be done, which a library of calendars judges.
struct CalendarTests {
  /// What the library reads in a file: one line for each event.
  private func read(_ office: Office, _ file: String) throws -> [[String]] {
    let judge = """
      import datetime, json, sys
      from icalendar import Calendar
      c = Calendar.from_ical(open(sys.argv[1], 'rb').read())
      events = [e for e in c.walk('VEVENT')]
      assert not any(e.errors for e in events)
      for e in events:
          assert type(e['DTSTART'].dt) is datetime.date
          assert e['DTEND'].dt - e['DTSTART'].dt == datetime.timedelta(days=1)
          assert e['LAST-MODIFIED'].dt == e['DTSTAMP'].dt
      print(json.dumps([[str(e['UID']), str(e['DTSTART'].dt), str(e['SUMMARY']),
        str(e['DESCRIPTION'])] for e in events]))
      """
    let run = try office.run(["/usr/bin/python3", "-c", judge, file])
    #expect(run.status == 0, "\(run)")
    return try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String]] ?? []
  }

  @Test func `every duty that the view lists is a day in the calendar`() throws {
    let office = try Office()
    let made = try office.script(
      """
      liggare calendar --as-of 2026-02-01 --to all.ics
      liggare calendar --as-of 2026-02-01 --lang sv > sv.ics
      liggare calendar --as-of 2026-02-01 --to again.ics
      liggare calendar --as-of 2026-02-01 --person siv.dahl --days 30 --to siv.ics
      cmp all.ics again.ics
      stat -c %a all.ics
      """)
    #expect(made.status == 0 && made.output == "600\n", "\(made)")
    let events = try read(office, "all.ics")
    let listed = try office.run(
      ["liggare", "view", "duties", "--as-of", "2026-02-01", "--format", "json"])
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
    #expect(events.count == rows.count && rows.count > 5, "\(listed)")
    for (event, row) in zip(events, rows) {
      let id = "\(row["duty"] ?? "")/\(row["subject"] ?? "")@ledger.example"
      #expect(event[0] == id.replacing(" ", with: "-"))
      #expect(event[3].contains("\(row["command"] ?? "none")"))
    }
    #expect(Set(events.map { $0[0] }).count == events.count)
    let swedish = try read(office, "sv.ics")
    #expect(swedish.map { $0[0...1] } == events.map { $0[0...1] })
    #expect(swedish.map { $0[2] } != events.map { $0[2] })
    let own = try read(office, "siv.ics")
    #expect(!own.isEmpty && own.count < events.count)
  }

  @Test func `an identity that is protected has no name in it`() throws {
    let office = try Office()
    let before = try office.script("liggare calendar --as-of 2026-02-01")
    #expect(before.output.replacing("\r\n ", with: "").contains("Kim Ahl"))
    let made = try office.script(
      """
      liggare-rehearsal 2026-01-13T08:00:00.000Z protect secrecy mark kim.ahl \\
        --provision "OSL 21:3" --protected-identity
      liggare calendar --as-of 2026-02-01
      """)
    #expect(made.status == 0, "\(made)")
    #expect(!made.output.replacing("\r\n ", with: "").contains("Kim Ahl"))
  }

  @Test func `a run writes the same calendar, whole, for its owner alone`() throws {
    let office = try Office()
    let run = try office.script(
      """
      liggare-rehearsal 2026-02-01T01:15:00.000Z night job run capacity-check --calendar jobs.ics \\
        || test $? = 4
      liggare calendar --as-of 2026-02-01T01:15:00.000Z --to alone.ics
      cmp jobs.ics alone.ics
      stat -c %a jobs.ics
      ls jobs.ics*
      """)
    #expect(run.status == 0 && run.output.hasSuffix("600\njobs.ics\n"), "\(run)")
  }
}
