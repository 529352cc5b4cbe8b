import AccessModel
import CanonicalJSON
public import EventSourcing
public import Events

/// How the events of a log read, by the corrections that were recorded.
///
/// Of several corrections of one field the last recorded counts, and what is void is not read whatever else is said of it. A correction
/// can itself be corrected, in its value, or be void: then what it said counts no more, and what came before it does. Since a correction is
/// about something earlier, one walk from the last to the first settles them all.
public struct Corrections: Sendable {
  /// The corrections, in the order of record.
  public let rows: [CorrectionRow]
  private var amendments: [UInt64: Amendment] = [:]
  private var byTarget: [UInt64: [Int]] = [:]

  /// No corrections: every event reads as it was recorded.
  public init() {
    rows = []
  }

  /// - Parameter rows: in the order of record.
  public init(_ rows: [CorrectionRow]) {
    self.rows = rows
    for (index, row) in rows.enumerated() {
      if let target = row.target { byTarget[target, default: []].append(index) }
    }
    for row in rows.reversed() {
      guard let target = row.target else { continue }
      let own = amendments[row.fact.position]
      if own?.void != nil { continue }
      var value = row.correction.value?.text
      if let change = own?.changes["value"] {
        guard let changed = Self.value(in: change.value) else { continue }
        value = changed
      }
      amendments[target, default: Amendment()].add(row.correction, value: value)
    }
  }

  /// The value that a corrected correction gives: `.some(nil)` leaves the field out, `nil` cannot be read.
  private static func value(in text: String?) -> String?? {
    guard let text else { return .some(nil) }
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      do throws(CanonicalJSONError) {
        let value = try reader.string()
        try reader.takeEnd()
        return .some(value)
      } catch {
        return nil
      }
    }
  }

  public var isEmpty: Bool { rows.isEmpty }

  /// Whether a correction in force says something of the event at a position.
  public func concerns(_ position: UInt64) -> Bool {
    !amendments.isEmpty && amendments[position] != nil
  }

  /// The first position that reads otherwise than it was recorded; `nil` when none does.
  public var first: UInt64? { amendments.keys.min() }

  /// The event as it reads; `nil` when it is void.
  public func reading(of recorded: borrowing Recorded<AccessEvent>) -> Recorded<AccessEvent>? {
    guard let amendment = amendments[recorded.position] else { return copy recorded }
    return amendment.reading(of: recorded)
  }

  /// The corrections of the event at a position, in force or not, in the order of record.
  public func corrections(of position: UInt64) -> [CorrectionRow] {
    (byTarget[position] ?? []).map { rows[$0] }
  }

  /// The correction at a position, if that is one.
  public func correction(at position: UInt64) -> CorrectionRow? {
    rows.first { $0.fact.position == position }
  }

  /// Whether a correction counts: it is not void itself, and no later one says something else of the same.
  public func counts(_ row: CorrectionRow) -> Bool {
    guard let target = row.target, !isVoid(row.fact.position) else { return false }
    return !corrections(of: target).contains { other in
      other.fact.position > row.fact.position && !isVoid(other.fact.position)
        && (other.correction.field == row.correction.field || other.correction.field == nil)
    }
  }

  /// Whether the event at a position is void.
  public func isVoid(_ position: UInt64) -> Bool { amendments[position]?.void != nil }

  /// Every correction that bears on the event at a position: its corrections, theirs, and so on, in the order of record.
  public func chain(from position: UInt64) -> [CorrectionRow] {
    var found: [CorrectionRow] = []
    var waiting = corrections(of: position)
    while let row = waiting.popLast() {
      found.append(row)
      waiting += corrections(of: row.fact.position)
    }
    return found.sorted { $0.fact.position < $1.fact.position }
  }
}

extension CorrectionRow {
  /// The position corrected, which is earlier; `nil` where the log names one that is not.
  public var target: UInt64? {
    guard let target = UInt64(exactly: correction.target), target < fact.position else {
      return nil
    }
    return target
  }

  /// - Parameter recorded: the event that holds `correction`.
  public init(_ correction: EventCorrected, in recorded: borrowing Recorded<AccessEvent>) {
    self.init(
      correction: correction, by: recorded.actor.principal,
      fact: Fact(
        position: recorded.position, recorded: recorded.recorded, effective: recorded.effective,
        isMigrated: recorded.command.channel == .migration))
  }
}

extension Register {
  /// Folds an event as it reads by corrections. A correction itself is kept as it was recorded: what others make of it is settled when the
  /// corrections are put together.
  public mutating func apply(
    _ recorded: borrowing Recorded<AccessEvent>, by corrections: Corrections
  ) {
    guard corrections.concerns(recorded.position), recorded.event.correction == nil else {
      apply(recorded)
      return
    }
    if let reading = corrections.reading(of: recorded) {
      apply(reading)
    } else {
      note(recorded)
    }
  }
}

extension AccessEvent {
  /// The correction, when the event is one.
  public var correction: EventCorrected? {
    if case .ledger(.eventCorrected(let correction)) = self { correction } else { nil }
  }
}
