import AccessLedger
import Chronology
import Testing

struct JobMetricsTests {
  @Test func `what a file of metrics says of runs is read as it was written`() {
    var records: [Job: JobRecord] = [:]
    for (number, job) in Job.allCases.enumerated() {
      let number = Int64(number)
      records[job] = JobRecord(
        job: job, started: Instant(milliseconds: 1_798_852_500_000 + number * 1_001),
        durationMilliseconds: number * 59, isDone: number != 1, eventCount: Int(number) * 7,
        waitingCount: Int(number) % 3)
    }
    let page = JobMetrics(verificationStatus: 40, standing: nil, records: records)
    #expect(JobMetrics.records(in: page.text) == records)
    #expect(page.text.hasSuffix("\n# EOF\n"))
  }

  @Test func `what is no file of metrics tells of no run`() {
    let good =
      JobMetrics(
        verificationStatus: 0, standing: nil,
        records: [
          .expiry: JobRecord(
            job: .expiry, started: Instant(milliseconds: 1), durationMilliseconds: 1, isDone: true)
        ]
      ).text
    for (old, new) in [
      ("0.001", "x"), ("0.001", "0.1"), ("expiry", "other"), ("{job=", "{task="),
      ("_success", "_luck"), (" 1\n", " 1 2\n"),
    ] {
      #expect(JobMetrics.records(in: good.replacing(old, with: new)).isEmpty, "\(old) \(new)")
    }
    #expect(JobMetrics.records(in: "").isEmpty)
  }
}
