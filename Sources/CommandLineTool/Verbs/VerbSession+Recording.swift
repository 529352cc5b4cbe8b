import AccessLedger
import AccessModel
import AuditViews
import CanonicalJSON
import Chronology
import Diagnostics
import Projections

extension VerbSession {
  /// Records what a verb is for and tells what came of it.
  ///
  /// - Parameters:
  ///   - isGrave: whether to ask back on a terminal before recording.
  ///   - named: what to tell besides the position: the identifiers that the steps created or changed.
  func record(
    in ledger: Ledger, zone: TimeZoneRules, isGrave: Bool = false,
    named: @escaping () -> [String],
    steps: @escaping (Ledger) throws(LedgerError) -> [Recording.Step]
  ) throws -> ExitStatus {
    let key = try signingKey()
    var recording = Recording(
      effective: try moment("effective", in: zone, dayMeans: .start),
      caseNumber: try caseNumber(), reason: command.string("reason"),
      isDryRun: command.flag("dry-run"), steps: steps)
    if recording.isDryRun {
      let receipt = try ledger.record(recording, signedBy: key)
      return try showDry(receipt.events)
    }
    if isGrave, console.isInputTerminal(), !command.flag("yes") {
      recording.isDryRun = true
      try show(try ledger.record(recording, signedBy: key))
      recording.isDryRun = false
      let question = Localized(en: "Record this?", sv: "Ska detta registreras?")
      guard console.ask(question, in: language) == true else {
        throw VerbFailure(.refused, VerbCodes.notAnswered.diagnostic())
      }
    }
    let receipt = try ledger.record(recording, signedBy: key)
    tell(receipt.warnings)
    let summary = Self.summary(of: receipt, named())
    do {
      try answer(summary)
      if let due = Self.due(receipt.removals, at: ambient.now(), in: zone) { try answer(due) }
    } catch let failure as VerbFailure {
      // Whoever gets no answer would give the command again.
      tell(summary)
      throw VerbFailure(failure.status, VerbCodes.recordedUntold.diagnostic())
    }
    return Self.status(after: receipt.warnings)
  }

  /// Tells what the recorder should know, though nothing was refused.
  func tell(_ warnings: [Diagnostic]) {
    for warning in warnings.map(told) {
      tell(warning)
    }
  }

  /// How the program ends when it is recorded: what contradicts the log is no mere warning.
  static func status(after warnings: [Diagnostic]) -> ExitStatus {
    warnings.contains(where: Ledger.isContradiction) ? .contradictsWitness : .done
  }

  /// `Recorded at position 17: U-1` or `Recorded at positions 17–20: R-1, G-1`.
  static func summary(of receipt: RecordingReceipt, _ names: [String]) -> Localized {
    let tail = names.isEmpty ? "." : ": " + names.joined(separator: ", ")
    guard receipt.events.count > 1 else {
      return Localized(
        en: "Recorded at position \(receipt.first)\(tail)",
        sv: "Registrerat på position \(receipt.first)\(tail)")
    }
    let last = receipt.first + UInt64(receipt.events.count) - 1
    return Localized(
      en: "Recorded at positions \(receipt.first)–\(last)\(tail)",
      sv: "Registrerat på positionerna \(receipt.first)–\(last)\(tail)")
  }

  /// Shows the events that would be recorded, and says that nothing was.
  func showDry(_ events: [[UInt8]]) throws -> ExitStatus {
    for event in events { try answer(String(decoding: event, as: UTF8.self) + "\n") }
    tell(
      Localized(
        en: "Nothing was recorded. This is what would be.",
        sv: "Inget registrerades. Detta är vad som skulle ha registrerats."))
    return .done
  }

  private func show(_ receipt: RecordingReceipt) throws {
    for event in receipt.events {
      try answer(String(decoding: event, as: UTF8.self) + "\n")
    }
  }

  /// The first and the last moment of a period typed as days: `--from` begins its day, `--until` ends its own.
  func period(in zone: TimeZoneRules) throws -> (from: Instant?, until: Instant?) {
    (
      try moment("from", in: zone, dayMeans: .start),
      try moment("until", in: zone, dayMeans: .end)
    )
  }
}
