public import AuditViews
import Chronology
import Diagnostics
import Projections

/// What the ledger answers about controls of NIST SP 800-53, as assessment results of OSCAL 1.2.2.
///
/// One result for one moment: an observation for each view that was examined, a finding for each statement, and a risk for each row that
/// stands against one. Identifiers are UUIDs of names (version 5) in a space of the log's own: the same ledger asked about the same moment gives
/// the same bytes, and a risk keeps its identifier from one export to the next.
public struct OSCALExport {
  /// The version of the models.
  public static let modelVersion = "1.2.2"

  let question: ViewQuestion
  let origin: String
  let root: String
  let space: NameUUID

  /// - Parameters:
  ///   - origin: the name of the log.
  ///   - root: the root of the tree that was answered from, in base64.
  public init(_ question: ViewQuestion, origin: String, root: String) {
    self.question = question
    self.origin = origin
    self.root = root
    space = NameUUID("liggare:\(origin)", in: .urls)
  }

  /// The views that are examined.
  public static let views: [String] = {
    var names: [String] = []
    for source in AssessedStatement.all.flatMap(\.sources)
    where !names.contains(source.view.description.name) {
      names.append(source.view.description.name)
    }
    return names
  }()

  /// The document.
  ///
  /// - Parameter plan: where the assessment plan is; `nil` for none of its own, and the document then says by what it was assessed.
  public func document(plan: String?) -> JSONValue {
    let planUUID = id("plan")
    let unit = question.register.units.rows.first { $0.parent == nil }
    let assessments = assessments()
    return .members([
      "assessment-results": .members([
        "uuid": .string(id("results", at: true)),
        "metadata": .members([
          "title": .string("Access control in \(unit.map { "\($0.name)" } ?? origin)"),
          "last-modified": .string(moment), "version": .string("\(question.register.position)"),
          "oscal-version": .string(Self.modelVersion),
          "props": .list(place),
          "parties": unit.map { unit in
            .list([
              .members([
                "uuid": .string(id("party/\(unit.id)")), "type": "organization",
                "name": .string("\(unit.name)"),
              ])
            ])
          },
        ]),
        "import-ap": .members(["href": .string(plan ?? "#\(planUUID)")]),
        "results": .list([result(assessments)]),
        "back-matter": plan == nil
          ? .members([
            "resources": .list([
              .members([
                "uuid": .string(planUUID), "title": "What is assessed",
                "description": .string(
                  "There is no assessment plan of its own. Each finding names the views of the register that were examined; a row of them that stands against the statement makes it not satisfied."
                ),
              ])
            ])
          ]) : nil,
      ])
    ])
  }

  var moment: String { question.asOf.description }

  /// The identifier of something by its name; with `at`, of it at this moment and size.
  func id(_ name: String, at isOfMoment: Bool = false) -> String {
    let known = question.knownAt.map { "/\($0)" } ?? ""
    let suffix = isOfMoment ? "@\(question.register.position)/\(moment)\(known)" : ""
    return NameUUID(name + suffix, in: space).description
  }

  func property(_ name: String, _ value: String) -> JSONValue {
    .members([
      "name": .string(name), "ns": "http://liggare.example/ns/oscal", "value": .string(value),
    ])
  }

  /// Which log, how much of it, and known when.
  private var place: [JSONValue] {
    [
      property("log-origin", origin), property("log-size", "\(question.register.position)"),
      property("log-root", root),
    ] + (question.knownAt.map { [property("known-at", $0.description)] } ?? [])
  }
}
