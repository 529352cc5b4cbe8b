import AccessLedger
import Testing

struct CapacityTests {
  private func capacity(
    free: UInt64 = 500, of disk: UInt64 = 1_000, freeFiles: UInt64 = 50, ofFiles: UInt64 = 100,
    events: UInt64 = 1_000, recent: UInt64 = 300, days: Double = 90
  ) -> Capacity {
    Capacity(
      diskBytes: disk, freeBytes: free, diskFiles: ofFiles, freeFiles: freeFiles, fileCount: 7,
      ledgerBytes: 100, logBytes: 60, eventCount: events, recentEventCount: recent,
      recentDays: days)
  }

  @Test func `growth is that of the log's last days, and tells when the disk is full`() {
    // 300 of 1,000 events of a tenth of a byte in 90 days: ten bytes a month.
    let capacity = capacity()
    #expect(abs(capacity.growthBytesPerMonth - 10) < 1e-9)
    #expect(abs((capacity.daysUntilFull ?? 0) - 1_500) < 1e-9)
    #expect(capacity.freePercent == 50 && capacity.freeFilesPercent == 50)
  }

  @Test func `a log that does not grow never fills a disk`() {
    #expect(capacity(recent: 0).daysUntilFull == nil)
    #expect(capacity(events: 0, recent: 0).growthBytesPerMonth == 0)
    // A log of one moment is not divided by no time.
    #expect(capacity(days: 0).growthBytesPerMonth.isFinite)
  }

  @Test func `a file system that sets no bound on files is not short of them`() {
    #expect(capacity(freeFiles: 0, ofFiles: 0).freeFilesPercent == 100)
  }

  @Test func `each limit is told by itself, and only when it is passed`() {
    let limits = CapacityLimits(freePercentMin: 10, daysMin: 90)
    #expect(limits.check(capacity(free: 100)).isEmpty)
    #expect(limits.check(capacity(free: 99)).count == 1)
    #expect(limits.check(capacity(freeFiles: 9)).count == 1)
    // 30 bytes free at ten a month: 90 days; one byte less is too little.
    #expect(limits.check(capacity(free: 30, of: 300)).isEmpty)
    #expect(limits.check(capacity(free: 29, of: 290)).count == 1)
    #expect(limits.check(capacity(free: 1, freeFiles: 1)).count == 3)
  }
}
