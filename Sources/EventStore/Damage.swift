public import Diagnostics

/// One thing that is not as it was committed, as near as it can be named.
public struct Damage: Hashable, Sendable {
  /// The events touched, by their positions; `nil` when it cannot be said which.
  public var positions: ClosedRange<UInt64>?
  /// The segment, by its first position; `nil` for a file that is no segment.
  public var segment: UInt64?
  /// Where in the segment the line begins, in bytes.
  public var byteOffset: Int?
  /// What kind of damage it is.
  public var code: DiagnosticCode
  /// What was found, in a few words or numbers.
  public var detail: String

  public init(
    _ code: DiagnosticCode, positions: ClosedRange<UInt64>? = nil, segment: UInt64? = nil,
    byteOffset: Int? = nil, detail: String
  ) {
    self.code = code
    self.positions = positions
    self.segment = segment
    self.byteOffset = byteOffset
    self.detail = detail
  }

  /// The damage for a person to read.
  public var diagnostic: Diagnostic {
    var facts: [Diagnostic.Fact] = []
    if let positions {
      let text =
        positions.count == 1
        ? "\(positions.lowerBound)" : "\(positions.lowerBound)–\(positions.upperBound)"
      facts.append(.init(en: "events", sv: "händelser", text))
    }
    if let segment {
      facts.append(.init(en: "segment", sv: "segment", LedgerFolder.number(segment)))
    }
    if let byteOffset {
      facts.append(.init(en: "byte in the segment", sv: "byte i segmentet", "\(byteOffset)"))
    }
    facts.append(.init(en: "found", sv: "funnet", detail))
    return code.diagnostic(facts: facts)
  }
}

/// What a verification comes to; the first of these that holds, from the last to the first.
public enum LogVerdict: Int, Hashable, Sendable, Comparable {
  /// Every byte is as it was committed, and every signature is good.
  case intact
  /// The log is, but something that was derived from it is not what it comes to.
  case derivedDiffers
  /// The same, and bytes lie behind the head that the next opening for writing will put aside.
  case tornTail
  /// The log is not the one that it has signed and given away before.
  case contradiction
  /// The bytes are as they were committed, but a signature does not hold.
  case badSignature
  /// Something is not as it was committed.
  case corruption

  public static func < (left: LogVerdict, right: LogVerdict) -> Bool {
    left.rawValue < right.rawValue
  }
}
