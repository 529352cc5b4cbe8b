import AccessModel
import Chronology
import Events

// The fields of the rows of rules, corrections and markings.

extension DelegationRow: RegisterRow {
  public static let word: StaticString = "delegation"

  public init(blank: Void) {
    self.init(line: .blank, granted: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.identifier(id)
    visitor.field(&line)
    visitor.field(&granted)
    visitor.field(&revoked)
  }
}

extension DelegationReportRow: RowPart {
  public static let word: StaticString = "delegation-report"

  public init(blank: Void) {
    self.init(report: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&report)
    visitor.field(&fact)
  }
}

extension SeparationRuleRow: RegisterRow {
  public static let word: StaticString = "separation-rule"

  public init(blank: Void) {
    self.init(id: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.parts(&versions)
  }
}

extension SeparationVersionRow: RowPart {
  public static let word: StaticString = "separation-version"

  public init(blank: Void) {
    self.init(rule: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&rule)
    visitor.field(&fact)
  }
}

extension SeparationExceptionRow: RegisterRow {
  public static let word: StaticString = "separation-exception"

  public init(blank: Void) {
    self.init(exception: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.identifier(id)
    visitor.field(&exception)
    visitor.field(&fact)
  }
}

extension PolicyRow: RegisterRow {
  public static let word: StaticString = "policy"

  public init(blank: Void) {
    self.init(adopted: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.identifier(id)
    visitor.field(&adopted)
    visitor.field(&fact)
  }
}

extension CorrectionRow: RowPart {
  public static let word: StaticString = "correction"

  public init(blank: Void) {
    self.init(correction: .blank, by: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&correction)
    visitor.field(&by)
    visitor.field(&fact)
  }
}

extension SecrecyRow: RowPart {
  public static let word: StaticString = "secrecy"

  public init(blank: Void) {
    self.init(marking: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&marking)
    visitor.field(&fact)
  }
}
