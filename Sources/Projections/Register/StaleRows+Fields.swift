public import AccessModel
import Chronology
import Events
import Transparency

// The fields of the rows of usage, reconciliations and flags.

extension AccountUseRow: RowPart {
  public static let word: StaticString = "account-use"

  public init(blank: Void) {
    self.init(from: .blank, until: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&last)
    visitor.field(&count)
    visitor.field(&from)
    visitor.field(&until)
    visitor.field(&fact)
  }
}

extension UsageFeedRow: RowPart {
  public static let word: StaticString = "usage-feed"

  public init(blank: Void) {
    self.init(source: .blank, from: .blank, until: .blank, rows: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&source)
    visitor.field(&from)
    visitor.field(&until)
    visitor.field(&rows)
    visitor.field(&fact)
  }
}

extension ReconciliationRow: RegisterRow {
  public static let word: StaticString = "reconciliation"

  public init(blank: Void) {
    self.init(
      id: .blank, system: .blank, source: .blank, taken: .blank, matched: .blank, missing: .blank,
      unknown: .blank, differing: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&system)
    visitor.field(&source)
    visitor.field(&taken)
    visitor.field(&matched)
    visitor.field(&missing)
    visitor.field(&unknown)
    visitor.field(&differing)
    visitor.field(&fact)
    visitor.parts(&resolutions)
  }
}

extension DiscrepancyResolutionRow: RowPart {
  public static let word: StaticString = "discrepancy-resolution"

  public init(blank: Void) {
    self.init(number: .blank, outcome: .blank, by: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&number)
    visitor.field(&outcome)
    visitor.field(&by)
    visitor.field(&fact)
  }
}

extension FlagRow: RegisterRow {
  public static let word: StaticString = "flag"

  public init(blank: Void) {
    self.init(flagged: .blank, raised: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.identifier(id)
    visitor.field(&flagged)
    visitor.field(&raised)
    visitor.parts(&steps)
  }
}

extension FlagStepRow: RowPart {
  public static let word: StaticString = "flag-step"

  public init(blank: Void) {
    self.init(fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&notified)
    visitor.field(&reopened)
    visitor.field(&resolved)
    visitor.field(&fact)
  }
}

extension AccountRight: StateValue {
  public func write(to state: inout StateWriter) {
    account.write(to: &state)
    entitlement.write(to: &state)
  }

  public init(from state: inout StateReader) {
    self.init(
      account: AccountID(from: &state), entitlement: EntitlementName?(from: &state))
  }
}
