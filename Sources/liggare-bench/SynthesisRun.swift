import AccessLedger
import AccessModel
import CanonicalJSON
import Chronology
import EventSourcing
import EventStore
import Events
import Transparency

/// Writes a made-up history of any length behind the events of a new ledger, through the log's own appending: each batch signed by the
/// custodian on the head that it found, durable before the next. Memory grows with who has what, not with how much happened.
///
/// The events fold and verify like any others. No rule is asked, and no text lies behind their commitments: what is measured with it is
/// reading, which looks at neither.
struct SynthesisRun {
  var ledger: String
  var key: String
  var events: Int
  var seed: Int

  /// One principal, in the role that founding gave them.
  private static let actor = Actor(
    principal: PersonID(number: 1), role: .custodian, assignment: AssignmentID(number: 1))
  /// The first day of the history: 2016-01-01.
  private static let begin = Instant(milliseconds: 1_451_606_400_000)

  func run() throws -> Figures {
    let key = try SigningKey(openSSHPrivateKey: try contents(of: self.key))
    var watch = Stopwatch()
    let log = try FileEventLog.open(at: ledger, for: .writing)
    var history = SyntheticHistory(
      eventCount: events, seed: UInt64(seed), from: SynthesisRun.begin)
    var batch: [[UInt8]] = []
    var written = 0
    var batchCount = 0

    func keep() throws {
      guard !batch.isEmpty else { return }
      _ = try log.append(
        UnsignedBatch(batch), signedBy: key, now: Ambient.system.now(), expecting: log.head)
      written += batch.count
      batchCount += 1
      batch.removeAll(keepingCapacity: true)
    }
    func add(_ steps: some Collection<SyntheticHistory.Step>) throws {
      if batch.count + steps.count > RecordLine.batchCountMax { try keep() }
      let command = CommandStamp(id: history.drawID(), channel: .migration)
      for step in steps {
        var json = JSONWriter()
        SignedEvent(
          id: history.drawID(), revision: step.revision, effective: history.now,
          actor: SynthesisRun.actor, command: command,
          caseNumber: step.hasCase ? CaseNumber("KS \(history.now.milliseconds / 1_000)") : nil,
          reason: history.reason(for: step), basis: batch.isEmpty ? log.head : nil,
          event: step.event
        ).write(to: &json)
        batch.append(json.bytes)
      }
    }

    for step in history.stock() { try add(CollectionOfOne(step)) }
    while written + batch.count < events {
      let made = written + batch.count
      try add(history.next(progress: Double(made) / Double(events)))
    }
    try keep()
    watch.stop()
    var figures = Figures()
    figures.add(watch)
    figures.add("events", Int(log.head.size))
    figures.add("batches", batchCount)
    figures.add("grants_ever", history.grantCount)
    figures.add("root", word: log.head.root.base64)
    return figures
  }
}
