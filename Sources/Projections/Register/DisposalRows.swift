public import AccessModel
public import Events

/// A decision on disposal.
public struct DisposalRow: Sendable {
  public var decided: DisposalDecided
  /// The reference to the decision.
  public var caseNumber: CaseNumber?
  public var fact: Fact
}

/// The texts of some grants and requests, disposed of.
public struct DisposedRow: Sendable {
  public var disposed: RecordsDisposed
  /// Who carried it out.
  public var by: PersonID
  public var fact: Fact
}

/// A stop to the disposal of what concerns one thing.
public struct HoldRow: Sendable {
  public var hold: HoldID
  public var target: StreamID
  public var caseNumber: CaseNumber?
  /// Why, as the log commits to it.
  public var reason: Commitment?
  public var set: Fact
  public var lifted: Fact?
}

extension DisposalRow: RowPart {
  public static let word: StaticString = "disposal"

  public init(blank: Void) {
    self.init(decided: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&decided)
    visitor.field(&caseNumber)
    visitor.field(&fact)
  }
}

extension DisposedRow: RowPart {
  public static let word: StaticString = "disposed"

  public init(blank: Void) {
    self.init(disposed: .blank, by: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&disposed)
    visitor.field(&by)
    visitor.field(&fact)
  }
}

extension HoldRow: RowPart {
  public static let word: StaticString = "hold"

  public init(blank: Void) {
    self.init(hold: .blank, target: .blank, set: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&hold)
    visitor.field(&target)
    visitor.field(&caseNumber)
    visitor.field(&reason)
    visitor.field(&set)
    visitor.field(&lifted)
  }
}
