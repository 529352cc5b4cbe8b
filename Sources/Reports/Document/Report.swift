public import AuditViews
public import Diagnostics

/// A report before anybody has decided how it looks: what it answers, its sections, and how it is tied to the log.
public struct Report: Sendable {
  /// The stable name that programs know it by.
  public var name: String
  public var title: Localized
  /// The question that it answers, in one sentence.
  public var question: Localized
  /// What it is about, where it is not the whole ledger: a unit, a system.
  public var subject: Localized?
  /// How its moments are to be read.
  public var standing: Localized
  public var sections: [ReportSection]
  public var provenance: ReportProvenance

  public init(
    _ description: ReportDescription, subject: Localized? = nil, standing: Localized,
    sections: [ReportSection], provenance: ReportProvenance
  ) {
    name = description.name
    title = description.title
    question = description.question
    self.subject = subject
    self.standing = standing
    self.sections = sections
    self.provenance = provenance
  }

  /// The tables of all sections, in their order: what programs get.
  public var tables: [Table] { sections.flatMap(\.blocks).flatMap(\.tables) }
}

/// A part of a report under a heading of its own.
public struct ReportSection: Sendable {
  public var title: Localized
  /// Whether it stands below the section before it.
  public var isInner: Bool
  public var blocks: [ReportBlock]

  public init(_ title: Localized, isInner: Bool = false, _ blocks: [ReportBlock]) {
    self.title = title
    self.isInner = isInner
    self.blocks = blocks
  }
}
