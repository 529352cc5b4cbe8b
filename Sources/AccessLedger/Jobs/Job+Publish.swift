import Diagnostics
import EventStore
import Transparency

extension Job {
  /// Issues a checkpoint of everything that is recorded.
  public static let publish = Job(
    "publish", .daily,
    Localized(en: "issue and publish a checkpoint", sv: "utfärda och publicera en kontrollpunkt")
  ) { run, ledger, _, report throws(LedgerError) in
    try run.publish(ledger, &report)
  }
}

extension JobRun {
  fileprivate func publish(_ ledger: Ledger, _ report: inout JobReport) throws(LedgerError) {
    if isDryRun {
      let (head, published) = try ledger.publishable()
      report.isPublished = published?.head != head
      return
    }
    let receipt = try ledger.publish()
    report.isPublished = receipt.isNew || receipt.tilesWritten + receipt.tilesMended > 0
  }
}
