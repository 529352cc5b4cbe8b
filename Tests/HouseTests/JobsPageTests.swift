import AccessLedger
import AccessModel
import Testing

/// `ledger/JOBS.md` tells the truth.
struct JobsPageTests {
  @Test func `every shell block of the page on jobs succeeds on a fresh ledger`() throws {
    try Shell().follow("ledger/JOBS.md")
  }

  @Test func `the page on jobs tells of every job and every outcome`() throws {
    let page = try House.text("ledger/JOBS.md")
    for job in Job.allCases { #expect(page.contains("\n| `\(job.code)` | "), "\(job.code)") }
    for outcome in JobReport.Outcome.allCases {
      #expect(page.contains("`\(outcome.code)`"), "\(outcome.code)")
    }
  }
}
