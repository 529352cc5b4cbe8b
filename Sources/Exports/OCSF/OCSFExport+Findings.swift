import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Projections

extension OCSFExport {
  /// What stands against the rules at the moment of the question, as Compliance Findings: what the register lacks, broken
  /// segregation of duties, and overdue reviews.
  ///
  /// These are no events: they follow from the register. `metadata.uid` is made of the log's name, its size, the view and what a row is
  /// about, so that the same ledger asked about the same moment gives the same objects.
  public func findings() -> [JSONValue] {
    let findings = Findings.all(question).map { finding in
      object(
        Findings.description, id: "\(finding.code.code)/\(finding.subject)",
        control: finding.code.code, title: finding.code.statement.english,
        detail: finding.detail.english, since: finding.since,
        severity: Self.severity(of: finding.severity), system: finding.system,
        remediation: finding.command)
    }
    return findings + rows(of: SeparationConflicts.self, severity: 4)
      + rows(of: OverdueReviews.self, severity: 3)
  }

  /// The views whose answers the findings are.
  public static let views = [
    Findings.description.name, SeparationConflicts.description.name,
    OverdueReviews.description.name,
  ]

  private static func severity(of severity: Finding.Severity) -> Int64 {
    switch severity {
    case .serious: 4
    case .warning: 3
    case .notice: 2
    }
  }

  private func rows(of view: any RegisterView.Type, severity: Int64) -> [JSONValue] {
    let description = view.description
    let keys = description.columns.map(\.key)
    return view.rows(question).map { row in
      let cells = Dictionary(zip(keys, row)) { first, _ in first }
      let id = description.key.map { cells[$0]?.programText ?? "" }.joined(separator: "/")
      return object(
        description, id: id, control: description.name, title: description.title.english,
        detail: zip(keys, row).filter { $0.1 != .empty }.map { "\($0.0) \($0.1.programText)" }
          .joined(separator: ", "),
        since: nil, severity: severity,
        system: cells["system"].flatMap { SystemID($0.programText) }, remediation: nil)
    }
  }

  private func object(
    _ view: ViewDescription, id: String, control: String, title: String, detail: String,
    since: Instant?, severity: Int64, system: SystemID?, remediation: String?
  ) -> JSONValue {
    let place = "\(origin)#\(question.register.position)/\(view.name)/\(id)"
    return classified(.complianceFinding, 1, type: view.name, severity: severity).adding(
      .members([
        "metadata": metadata(uid: place, code: view.name, recorded: question.asOf),
        "time": .integer(question.asOf.milliseconds), "message": .string(title),
        "status_id": 1, "status": "New",
        "finding_info": .members([
          "uid": .string("\(origin)/\(view.name)/\(id)"), "title": .string(title),
          "desc": detail.isEmpty ? nil : .string(detail),
          "first_seen_time": since.map { .integer($0.milliseconds) },
        ]),
        "compliance": .members([
          "control": .string(control),
          "requirements": .listed(view.controls.map { .string($0.clause.english) }),
          "status_id": 3, "status": "Fail",
        ]),
        "resources": resources(system),
        "remediation": remediation.map { .members(["desc": .string($0)]) },
      ]))
  }
}
