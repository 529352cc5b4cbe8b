import AccessModel
import Chronology
import EventSourcing
import Events

extension PlainModel {
  /// The events as the corrections among them make them read: from the last correction to the first, each settled before it is used.
  ///
  /// Knows the fields that played histories correct, and no others.
  static func read(_ recorded: [Recorded<AccessEvent>]) -> [Recorded<AccessEvent>] {
    var void: Set<Int64> = []
    var values: [Int64: [String: String?]] = [:]
    for event in recorded.reversed() {
      guard case .ledger(.eventCorrected(let correction)) = event.event else { continue }
      let own = Int64(event.position)
      if void.contains(own) { continue }
      guard let field = correction.field?.text else {
        void.insert(correction.target)
        continue
      }
      if values[correction.target]?[field] != nil { continue }
      var value = correction.value?.text
      if let corrected = values[own]?["value"] {
        value = corrected.map { String($0.dropFirst().dropLast()).replacing("\\\"", with: "\"") }
      }
      values[correction.target, default: [:]][field] = .some(value)
    }
    return recorded.compactMap { event in
      let position = Int64(event.position)
      if void.contains(position), !event.isCorrection { return nil }
      var reading = event
      for (field, value) in values[position] ?? [:] {
        let moment = value.flatMap { Instant(String($0.dropFirst().dropLast())) }
        reading.set(field, moment)
      }
      return reading
    }
  }
}

extension Recorded<AccessEvent> {
  fileprivate var isCorrection: Bool {
    if case .ledger(.eventCorrected) = event { true } else { false }
  }

  /// Lets a field hold another moment; `nil` leaves it out.
  fileprivate mutating func set(_ field: String, _ moment: Instant?) {
    if field == "effective", let moment {
      effective = moment
      return
    }
    switch (event, field) {
    case (.request(.approved(var approved)), "until"):
      approved.until = moment
      event = .request(.approved(approved))
    case (.grant(.provisioned(var provisioned)), "until"):
      provisioned.until = moment
      event = .grant(.provisioned(provisioned))
    case (.grant(.suspended(var suspended)), "until"):
      suspended.until = moment
      event = .grant(.suspended(suspended))
    case (.person(.affiliationStarted(var started)), "until"):
      started.until = moment
      event = .person(.affiliationStarted(started))
    case (.person(.affiliationStarted(var started)), "from"):
      if let moment { started.from = moment }
      event = .person(.affiliationStarted(started))
    case (_, _): break
    }
  }
}
