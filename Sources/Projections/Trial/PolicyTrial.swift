public import AccessModel
public import Chronology
import Events
public import Policies
import Transparency

/// A document that is tried in the place of adopted ones, as if it had been adopted for a place from a moment on.
///
/// It is a question and never recorded. Documents that were adopted for the same place from that moment on or later do not replace it: it stands to
/// the end.
public struct PolicyTrial: Sendable {
  public let document: PolicyDocument
  let row: PolicyRow

  /// - Parameters:
  ///   - text: what `document` was read from.
  ///   - from: the first moment it holds.
  public init(
    _ document: PolicyDocument, text: DocumentText, level: PolicyLevel, unit: UnitID? = nil,
    system: SystemID? = nil, from: Instant
  ) {
    self.document = document
    row = PolicyRow(
      adopted: PolicyAdopted(
        policy: document.id, level: level, unit: unit, system: system, body: UnitID(blank: ()),
        from: from, reviewBy: .latest, document: text,
        digest: SHA256.digest(of: Array(text.text.utf8))),
      fact: Fact(position: 0, recorded: from, effective: from, isMigrated: false))
  }

  /// The first moment it holds.
  public var from: Instant { row.adopted.from }

  /// Whether an adopted document is the same place's and would have replaced this one.
  public func stands(for adopted: PolicyRow) -> Bool {
    adopted.document != nil && adopted.hasPlace(of: row) && adopted.adopted.from >= from
  }
}

extension Register {
  /// Whether any document may hold somewhere.
  var hasRules: Bool { trial != nil || policies.count > 0 }

  /// The documents that rules are taken from: the adopted ones, with the one that is tried in the place of those it stands for.
  var rulesInPlay: [PolicyRow] {
    guard let trial else { return Array(policies.rows) }
    return policies.rows.filter { !trial.stands(for: $0) } + [trial.row]
  }

  /// What the register says when a document holds.
  mutating func trying<Result>(_ trial: PolicyTrial, _ body: (Register) -> Result) -> Result {
    let present = self.trial
    self.trial = trial
    defer { self.trial = present }
    return body(self)
  }
}
