import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import EventSourcing
import Policies
import Projections

/// The views by name.
extension ViewVerbs {
  static let view = Verb(
    VerbDeclaration(
      "view", kind: .reading,
      summary: Localized(
        en: "answer with a view from the catalogue", sv: "svara med en vy ur katalogen"),
      discussion: Localized(en: viewList(.english), sv: viewList(.swedish)),
      examples: [
        "liggare view", "liggare view active-grants --as-of 2026-03-31",
        "liggare view service-levels --class k3 --from 2026-01-01 --until 2026-06-30",
        "liggare view decisions --authority DL-1 --sort decided_by,-decided --limit 20",
        "liggare view active-grants --format tsv --no-header",
      ],
      positionals: [
        PositionalDeclaration(
          "name", .choice(ViewCatalogue.named.map { .init($0.name, $0.title) }),
          help: Localized(
            en: "which view; without a name they are listed with their questions",
            sv: "vilken vy; utan namn listas de med sina frågor"),
          isOptional: true, choicesAreShown: false)
      ],
      options: Options.filters.dropLast() + [Options.anyState] + Options.period
        + TableOrdering.options)
  ) { session in
    guard let name = session.command.string("name") else { return try list(session) }
    try refuseUnheeded(name, session, besides: Options.period)
    if name == ActiveGrants.description.name, try KnownPermissions.answer(session) { return .done }
    let asked = try QuestionSession(session) { ledger in
      var filter = try Options.filter(session, ledger)
      (filter.from, filter.until) = try session.period(in: try ledger.timeZone())
      return filter
    }
    if name == ActiveGrants.description.name, try ActiveGrantLines.answer(asked) { return .done }
    if let view = ViewCatalogue.registerView(named: name) {
      try asked.answer(view)
    } else if let view = ViewCatalogue.eventView(named: name) {
      try asked.answer(view)
    } else {
      let findings = try RuleJudging.findings(asked)
      try asked.answer(
        name == RuleFindings.description.name
          ? findings.table(asked.question) : findings.summary(asked.question))
    }
    return .done
  }

  /// The views with their questions, without a ledger.
  private static func list(_ session: VerbSession) throws -> ExitStatus {
    for option in Tool.commonGrammar.options(of: session.command.verb)
    where session.command.flag(option.name) && !heededByList.contains(option.name) {
      throw UsageError(
        UsageError.missingRequired,
        [
          .init(en: "for", sv: "för", "--\(option.name)"),
          .init(en: "missing", sv: "saknas", "NAME"),
        ])
    }
    var table = Table(
      name: "views", title: Localized(en: "Views", sv: "Vyer"),
      columns: [
        Column(key: "matter", title: Localized(en: "About", sv: "Om")),
        Column.identifier("view", Localized(en: "View", sv: "Vy")),
        Column(key: "question", title: Localized(en: "Question", sv: "Fråga")),
      ])
    for group in ViewCatalogue.groups {
      for view in group.descriptions {
        table.append([.localized(group.title), .text(view.name), .localized(view.question)])
      }
    }
    try session.answer(try TableOrdering.ordered(table, session), in: .utc)
    return .done
  }

  private static let heededByList: Set<String> = Set(
    (CommonOptions.global + TableOrdering.options).map(\.name) + ["format", "no-header"])

  /// The views by matter, each with its question and what else must be known.
  private static func viewList(_ language: Language) -> String {
    ViewCatalogue.groups.map { group in
      let views = group.descriptions.map { view in
        let remark = view.remark.map { " " + $0.text(in: language) } ?? ""
        let text = view.question.text(in: language) + remark
        let lines = TextWrapping.lines(text, width: 72).map { "      " + $0 }
        return (["  \(view.name)"] + lines).joined(separator: "\n")
      }
      return "\(group.title.text(in: language)):\n" + views.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// Refuses an option that the view would not heed: its answer must not look as if it had.
  ///
  /// - Parameter others: what the verb can be limited by besides filters.
  static func refuseUnheeded(
    _ name: String, _ session: VerbSession, besides others: [OptionDeclaration] = []
  ) throws {
    guard let view = ViewCatalogue.named.first(where: { $0.name == name }) else { return }
    var heeded = Set(view.filters.map(\.rawValue))
    if view.filters.contains(.system) { heeded.insert(Options.classification.name) }
    if view.form == .table || ViewCatalogue.eventView(named: name) != nil {
      heeded.insert("as-of")
    }
    let limits = (Options.filters + others).map(\.name) + ["as-of"]
    for option in limits where session.command.flag(option) && !heeded.contains(option) {
      throw UsageError(
        UsageError.unknownOption,
        [
          .init(en: "option", sv: "flagga", "--\(option)"),
          .init(en: "view", sv: "vy", name),
          .init(
            en: "it heeds", sv: "den tar hänsyn till",
            (limits + ["known-at"]).filter { heeded.contains($0) || $0 == "known-at" }
              .map { "--\($0)" }.joined(separator: ", ")),
        ])
    }
    guard let state = session.command.string("state") else { return }
    let known =
      name == Requests.description.name
      ? RequestState.allCases.map(\.code) : GrantState.allCases.map(\.code)
    guard !known.contains(state) else { return }
    throw session.malformed("state", state, Localized(verbatim: known.joined(separator: ", ")))
  }
}
