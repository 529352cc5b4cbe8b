public import AuditViews
public import Diagnostics

/// What a report is: its name, the question that it answers, and what it draws on.
public struct ReportDescription: Hashable, Sendable {
  /// The stable name, in `kebab-case`.
  public var name: String
  public var title: Localized
  /// The question, in one sentence.
  public var question: Localized
  /// What it can be limited by.
  public var filters: [ViewFilter.Kind]
  /// What it cannot do without; one of the filters.
  public var needs: ViewFilter.Kind?
  /// Whether it compares with an earlier moment.
  public var comparesWithBefore: Bool
  /// The names of the views whose answers it shows: a reading of the report is a reading of them.
  public var views: [String]
}

/// Every report there is.
public enum ReportCatalogue {
  /// In the order of help.
  public static let reports = [
    ExecutiveReport.description, ComplianceReport.description, AccessMapReport.description,
    FollowUpReport.description,
  ]

  /// The report of that name; `nil` for a name that is not in the catalogue.
  public static func report(named name: String) -> ReportDescription? {
    reports.first { $0.name == name }
  }

  /// Makes the report of that name; `nil` for a name that is not in the catalogue, or a follow-up of no unit.
  public static func make(_ name: String, _ inquiry: ReportInquiry) -> Report? {
    switch name {
    case ExecutiveReport.description.name: ExecutiveReport.report(inquiry)
    case ComplianceReport.description.name: ComplianceReport.report(inquiry)
    case AccessMapReport.description.name: AccessMapReport.report(inquiry)
    case FollowUpReport.description.name: FollowUpReport.report(inquiry)
    case _: nil
    }
  }
}
