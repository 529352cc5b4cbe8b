import Testing

/// Days in which the clocks change are days like others.
@Suite struct ClockChangeTests {
  @Test func `a last day of twenty-three hours is included, and thirty days with one are thirty`()
    throws
  {
    let office = try Office()
    let made = try office.script(
      """
      n=0
      at() { instant=$1; shift; n=$((n + 1)); liggare-rehearsal "$instant" "clock-$n" "$@"; }
      at 2026-03-28T08:00:00.000Z person register "Ada Term" --unit U-2 --user ada.term \
        --category elected --until 2026-03-29
      at 2026-03-28T09:00:00.000Z person absent bo.ek --from 2026-03-28 --expected-until 2026-04-26
      at 2026-03-28T10:00:00.000Z person absent kim.ahl --from 2026-03-28 --expected-until 2026-04-25
      """)
    #expect(made.status == 0, "\(made)")
    let list = try office.liggare(
      "person", "list", "--as-of", "2026-03-29", "--format", "json")
    // The end of 29 March in the ledger's zone, where it is summer by then.
    #expect(list.output.contains("2026-03-29T22:00:00.000Z"), "\(list)")
    let log = try office.liggare("log", "--type", "person.absence")
    #expect(
      log.output.contains("Bo Ek (P-6) is away from 2026-03-28: access is suspended"), "\(log)")
    #expect(log.output.contains("Kim Ahl (P-5) is away from 2026-03-28: access is kept"), "\(log)")
  }
}
