import AccessModel
import Chronology
import Events
import Transparency

// The fields of the rows of review campaigns.

extension CampaignRow: RegisterRow {
  public static let word: StaticString = "campaign"

  public init(blank: Void) {
    self.init(plan: .blank, planned: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.identifier(id)
    visitor.field(&plan)
    visitor.field(&planned)
    visitor.part(&start)
    visitor.parts(&items)
    visitor.parts(&releases)
    visitor.parts(&closings)
    visitor.parts(&assessments)
  }
}

extension CampaignStartRow: RowPart {
  public static let word: StaticString = "campaign-start"

  public init(blank: Void) {
    self.init(started: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&started)
    visitor.field(&fact)
  }
}

extension ReviewItemRow: RowPart {
  public static let word: StaticString = "review-item"

  public init(blank: Void) {
    self.init(grant: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&grant)
    visitor.field(&openedAgain)
    visitor.parts(&routings)
    visitor.parts(&decisions)
    visitor.parts(&lapses)
  }
}

extension RoutingRow: RowPart {
  public static let word: StaticString = "routing"

  public init(blank: Void) {
    self.init(routing: .blank, reviewer: .blank, role: .blank, cause: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&routing)
    visitor.field(&reviewer)
    visitor.field(&actingFor)
    visitor.field(&role)
    visitor.field(&cause)
    visitor.field(&stage)
    visitor.field(&step)
    visitor.field(&fact)
  }
}

extension ItemDecisionRow: RowPart {
  public static let word: StaticString = "item-decision"

  public init(blank: Void) {
    self.init(
      reviewer: .blank, outcome: .blank, isBulk: false, hasHint: false, hasReason: false,
      fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&reviewer)
    visitor.field(&actingFor)
    visitor.field(&outcome)
    visitor.field(&stage)
    visitor.field(&result)
    visitor.field(&until)
    visitor.field(&scope)
    visitor.field(&reviewDays)
    visitor.field(&isBulk)
    visitor.field(&seen)
    visitor.field(&seenAt)
    visitor.field(&hasHint)
    visitor.field(&hasReason)
    visitor.field(&seconds)
    visitor.field(&fact)
  }
}

extension LapseRow: RowPart {
  public static let word: StaticString = "lapse"

  public init(blank: Void) {
    self.init(effect: .blank, due: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&effect)
    visitor.field(&due)
    visitor.field(&fact)
  }
}

extension ReleaseRow: RowPart {
  public static let word: StaticString = "release"

  public init(blank: Void) {
    self.init(released: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&released)
    visitor.field(&fact)
  }
}

extension CampaignClosingRow: RowPart {
  public static let word: StaticString = "campaign-closing"

  public init(blank: Void) {
    self.init(closed: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&closed)
    visitor.field(&fact)
  }
}

extension AssessmentRow: RowPart {
  public static let word: StaticString = "assessment"

  public init(blank: Void) {
    self.init(assessed: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&assessed)
    visitor.field(&fact)
  }
}
