import AuditViews
import Chronology
import Diagnostics
import Projections

extension OSCALExport {
  /// A row that stands against a statement.
  struct Deviation: Hashable {
    var view: String
    /// What the row is about.
    var key: String
    var title: String
    var description: String
    /// Whether somebody who may has accepted that it is so.
    var isAccepted: Bool
  }

  /// A statement with what stands against it.
  struct Assessment {
    var statement: AssessedStatement
    var deviations: [Deviation]
  }

  /// Every statement, held against the views; each view is asked once.
  func assessments() -> [Assessment] {
    var answers: [String: [[Cell]]] = [:]
    return AssessedStatement.all.map { statement in
      var deviations: [Deviation] = []
      for source in statement.sources {
        let view = source.view.description
        let rows = answers[view.name] ?? source.view.rows(question)
        answers[view.name] = rows
        deviations += rows.filter(source.counts).map { deviation($0, view) }
      }
      return Assessment(statement: statement, deviations: deviations)
    }
  }

  private func deviation(_ row: [Cell], _ view: ViewDescription) -> Deviation {
    let cells = zip(view.columns, row).filter { $0.1 != .empty && $0.1.programText != "" }
    let key = cells.filter { view.key.contains($0.0.key) }.map(\.1.programText).joined(
      separator: "/")
    return Deviation(
      view: view.name, key: key, title: "\(view.title.english): \(key)",
      description: cells.map { "\($0.0.title.english): \($0.1.programText)" }.joined(
        separator: "; "),
      isAccepted: cells.contains { $0.0.key == "state" && $0.1.programText == "accepted" })
  }

  func result(_ assessments: [Assessment]) -> JSONValue {
    var controls: [String] = []
    for assessment in assessments where !controls.contains(assessment.statement.control) {
      controls.append(assessment.statement.control)
    }
    return .members([
      "uuid": .string(id("result", at: true)),
      "title": .string("What held at \(moment)"),
      "description": .string(
        "Answers of the register of access, from \(question.register.position) events of the log \(origin)."
      ),
      "start": .string(moment), "end": .string(moment),
      "reviewed-controls": .members([
        "control-selections": .list([
          .members([
            "include-controls": .list(
              controls.map { control in
                .members([
                  "control-id": .string(control),
                  "statement-ids": .list(
                    assessments.map(\.statement).filter { $0.control == control }
                      .map { .string($0.statement) }),
                ])
              })
          ])
        ])
      ]),
      "observations": .list(Self.views.map(observation)),
      "risks": .listed(risks(assessments)),
      "findings": .list(assessments.map(finding)),
    ])
  }

  private func observation(_ name: String) -> JSONValue {
    let view = ViewCatalogue.views.first { $0.name == name }
    let controls = view?.controls.map { $0.clause.english } ?? []
    return .members([
      "uuid": .string(id("observation/\(name)", at: true)),
      "title": .string(view?.title.english ?? name),
      "description": .string(view?.question.english ?? name),
      "props": .list([property("view", name)] + controls.map { property("control", $0) }),
      "methods": ["EXAMINE"],
      "relevant-evidence": .list([
        .members([
          "description": .string(
            "The answer of liggare view \(name) --as-of \(moment), from the first \(question.register.position) events of the log \(origin), whose tree has the root \(root)."
          )
        ])
      ]),
      "collected": .string(moment),
    ])
  }

  /// One for each row that stands against anything, in the order in which they are found.
  private func risks(_ assessments: [Assessment]) -> [JSONValue] {
    var told: Set<String> = []
    return assessments.flatMap(\.deviations).compactMap { deviation in
      let risk = riskID(deviation)
      guard told.insert(risk).inserted else { return nil }
      return .members([
        "uuid": .string(risk), "title": .string(deviation.title),
        "description": .string(deviation.description),
        "statement": .string(
          "Access, or what it rests on, is other than the rules say: \(deviation.title)."),
        "props": .list([property("view", deviation.view)]),
        "status": deviation.isAccepted ? "deviation-approved" : "open",
        "related-observations": .list([
          .members([
            "observation-uuid": .string(id("observation/\(deviation.view)", at: true))
          ])
        ]),
      ])
    }
  }

  private func riskID(_ deviation: Deviation) -> String {
    id("risk/\(deviation.view)/\(deviation.key)")
  }

  private func finding(_ assessment: Assessment) -> JSONValue {
    let statement = assessment.statement
    var views: [String] = []
    for source in statement.sources where !views.contains(source.view.description.name) {
      views.append(source.view.description.name)
    }
    var risks: [String] = []
    for risk in assessment.deviations.map(riskID) where !risks.contains(risk) { risks.append(risk) }
    let count = risks.count
    return .members([
      "uuid": .string(id("finding/\(statement.statement)", at: true)),
      "title": .string(statement.title),
      "description": .string(
        count == 0
          ? "No row of \(views.joined(separator: ", ")) stands against it."
          : "Standing against it: \(count) of \(views.joined(separator: ", "))."),
      "target": .members([
        "type": "statement-id", "target-id": .string(statement.statement),
        "status": .members([
          "state": count == 0 ? "satisfied" : "not-satisfied",
          "reason": count == 0 ? "pass" : "fail",
        ]),
      ]),
      "related-observations": .list(
        views.map { .members(["observation-uuid": .string(id("observation/\($0)", at: true))]) }),
      "related-risks": .listed(risks.map { .members(["risk-uuid": .string($0)]) }),
    ])
  }
}
