import AccessModel
import CanonicalJSON
import Chronology
import EventSourcing
import Events
import Projections
import Testing

/// Folds recorded events into a permission state by the lines that a log would hold.
enum PermissionLines {
  /// An event as a line of a log holds it, as one of several in a batch or as the last.
  static func line(_ recorded: Recorded<AccessEvent>, isLast: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.raw("{\"seq\":")
    json.integer(Int64(recorded.position))
    json.raw(",\"recorded\":\"")
    json.bytes.append(contentsOf: "\(recorded.recorded)".utf8)
    json.raw(isLast ? "\",\"batch\":[2,2]" : "\",\"batch\":[1,2]")
    if isLast {
      json.raw(",\"key\":\"")
      json.bytes.append(contentsOf: [UInt8](repeating: 0x6B, count: 43))
      json.raw("\",\"sig\":\"AAAA\"")
    }
    json.raw(",\"event\":")
    SignedEvent(
      id: recorded.id, revision: recorded.revision, effective: recorded.effective,
      actor: recorded.actor, command: recorded.command, caseNumber: recorded.caseNumber,
      reason: recorded.reason, basis: nil, event: recorded.event
    ).write(to: &json)
    json.raw("}")
    return json.bytes
  }

  /// Folds an event as a replay does: by its line where that is enough, else whole.
  @discardableResult
  static func take(
    _ recorded: Recorded<AccessEvent>, into state: inout PermissionState
  ) -> (asLine: Bool, isIrrelevant: Bool) {
    let bytes = line(recorded, isLast: recorded.position % 2 == 1)
    let outcome = bytes.withUnsafeBytes { bytes in
      #expect(PermissionScanner.position(of: bytes) == recorded.position)
      return PermissionScanner.read(bytes, at: recorded.position)
    }
    switch outcome {
    case .irrelevant: return (false, true)
    case .whole: state.take(recorded)
    case .beyond, .misplaced:
      Issue.record("event \(recorded.position) is where it says, and counts")
    case .step(let step):
      if state.take(step, at: recorded.position) { return (true, false) }
      state.take(recorded)
    }
    return (false, false)
  }
}
