import AccessModel
import Chronology
import Events

// The fields of the rows within rows.

extension PlacementRow: RowPart {
  public static let word: StaticString = "placement"

  public init(blank: Void) {
    self.init(unit: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&unit)
    visitor.field(&position)
    visitor.field(&until)
    visitor.field(&sponsor)
    visitor.field(&contract)
    visitor.field(&fact)
  }
}

extension ConfirmationRow: RowPart {
  public static let word: StaticString = "confirmation"

  public init(blank: Void) {
    self.init(grant: .blank, reviewer: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&grant)
    visitor.field(&reviewer)
    visitor.field(&fact)
  }
}

extension AbsenceRow: RowPart {
  public static let word: StaticString = "absence"

  public init(blank: Void) {
    self.init(affiliation: .blank, from: .blank, effect: .blank, started: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&affiliation)
    visitor.field(&from)
    visitor.field(&expectedUntil)
    visitor.field(&effect)
    visitor.field(&started)
    visitor.field(&ended)
  }
}

extension TrainingRow: RowPart {
  public static let word: StaticString = "training"

  public init(blank: Void) {
    self.init(course: .blank, completed: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&course)
    visitor.field(&completed)
    visitor.field(&validUntil)
    visitor.field(&fact)
  }
}

extension ErasureRow: RowPart {
  public static let word: StaticString = "erasure"

  public init(blank: Void) {
    self.init(basis: .blank, approver: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&basis)
    visitor.field(&approver)
    visitor.field(&fact)
  }
}

extension ReturnRow: RowPart {
  public static let word: StaticString = "return"

  public init(blank: Void) {
    self.init(by: .blank, due: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&by)
    visitor.field(&due)
    visitor.field(&fact)
  }
}

extension GrantChangeRow: RowPart {
  public static let word: StaticString = "grant-change"

  public init(blank: Void) {
    self.init(by: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&request)
    visitor.field(&by)
    visitor.field(&from)
    visitor.field(&scope)
    visitor.field(&until)
    visitor.field(&reviewDays)
    visitor.field(&fact)
  }
}

extension SuspensionRow: RowPart {
  public static let word: StaticString = "suspension"

  public init(blank: Void) {
    self.init(by: .blank, cause: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&by)
    visitor.field(&cause)
    visitor.field(&until)
    visitor.field(&fact)
    visitor.part(&resumed)
  }
}

extension ResumptionRow: RowPart {
  public static let word: StaticString = "resumption"

  public init(blank: Void) {
    self.init(by: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&by)
    visitor.field(&fact)
  }
}

extension EmergencyRow: RowPart {
  public static let word: StaticString = "emergency"

  public init(blank: Void) {
    self.init(kind: .blank, notified: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&kind)
    visitor.field(&notified)
    visitor.part(&review)
  }
}

extension EmergencyReviewRow: RowPart {
  public static let word: StaticString = "emergency-review"

  public init(blank: Void) {
    self.init(reviewer: .blank, judgement: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&reviewer)
    visitor.field(&judgement)
    visitor.field(&measures)
    visitor.field(&fact)
  }
}

extension UnitNameRow: RowPart {
  public static let word: StaticString = "unit-name"

  public init(blank: Void) {
    self.init(name: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&name)
    visitor.field(&fact)
  }
}

extension UnitParentRow: RowPart {
  public static let word: StaticString = "unit-parent"

  public init(blank: Void) {
    self.init(parent: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&parent)
    visitor.field(&fact)
  }
}

extension ClassificationRow: RowPart {
  public static let word: StaticString = "classified"

  public init(blank: Void) {
    self.init(classification: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&classification)
    visitor.field(&method)
    visitor.field(&participants)
    visitor.field(&analysis)
    visitor.field(&validUntil)
    visitor.field(&fact)
  }
}

extension StatusRow: RowPart {
  public static let word: StaticString = "status"

  public init(blank: Void) {
    self.init(status: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&status)
    visitor.field(&fact)
  }
}

extension SystemChangeRow: RowPart {
  public static let word: StaticString = "system-change"

  public init(blank: Void) {
    self.init(change: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&change)
    visitor.field(&fact)
  }
}

extension AnalysisRow: RowPart {
  public static let word: StaticString = "analysis"

  public init(blank: Void) {
    self.init(analysis: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&analysis)
    visitor.field(&fact)
  }
}

extension AnalysisOwner: RegisterRow {
  public static let word: StaticString = "analysis-owner"

  public init(blank: Void) {
    self.init(id: .blank, system: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&system)
  }
}

extension EntitlementChangeRow: RowPart {
  public static let word: StaticString = "entitlement-change"

  public init(blank: Void) {
    self.init(change: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&change)
    visitor.field(&fact)
  }
}

extension AccountDescriptionRow: RowPart {
  public static let word: StaticString = "account-description"

  public init(blank: Void) {
    self.init(description: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&description)
    visitor.field(&fact)
  }
}
