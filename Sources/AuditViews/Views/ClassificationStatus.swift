import AccessModel
import Chronology
import Diagnostics
import Events
import Policies
import Projections

/// How each system is classified, for how long that holds, and what its class asks for that is missing.
public enum ClassificationStatus: RegisterView {
  private static let confidentiality = Column.number("k", Localized(verbatim: "K"))
  private static let integrity = Column.number("r", Localized(verbatim: "R"))
  private static let availability = Column.number("t", Localized(verbatim: "T"))
  private static let classified = Column(
    key: "classified", title: Localized(en: "Classified", sv: "Klassat"))
  private static let validUntil = Column(
    key: "valid_until", title: Localized(en: "Holds through", sv: "Gäller till och med"))
  private static let left = Column.number("left", Localized(en: "Days left", sv: "Dagar kvar"))
  private static let analysis = Column.identifier("analysis", AnalysisSubject.capitalised)
  private static let analysed = Column(
    key: "analysed", title: Localized(en: "Analysed", sv: "Analyserat"))
  private static let missing = Column.identifier("missing", Localized(en: "Missing", sv: "Saknas"))
  private static let says = Column(
    key: "missing_says", title: Localized(en: "That is", sv: "Det vill säga"))
  private static let short = Column.number(
    "grants_short", Localized(en: "Grants that fall short", sv: "Tilldelningar som brister"))

  public static let description = ViewDescription(
    "classification-status",
    title: Localized(en: "Status of classification", sv: "Klassningens läge"),
    question: Localized(
      en: "How is each system classified, how long does that hold, and what does it lack?",
      sv: "Hur är varje system klassat, hur länge gäller det, och vad saknar det?"),
    controls: [.classification, .allSystems, .inventory],
    columns: [
      .system, .systemName, Column(key: "status", title: Localized(en: "Status", sv: "Status")),
      .state, confidentiality, integrity, availability, classified, validUntil, left, analysis,
      analysed, missing, says, short,
    ], key: ["system"],
    filters: [.system, .unit],
    remark: Localized(
      en:
        "Systems that are not closed. Days left are negative when the time is over. What is missing is told by the codes of liggare explain.",
      sv:
        "System som inte är avvecklade. Dagar kvar är negativa när tiden är ute. Det som saknas anges med koderna i liggare explain."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let asOf = question.asOf
    let register = question.register
    let lacking = Dictionary(grouping: SystemFindings(question).findings()) { $0.system }
    let systems = register.systems.rows.filter { system in
      system.registered.effective <= asOf && system.closing.map { asOf < $0 } ?? true
        && question.filter.admits(system.id)
        && question.admits(unit: register.owner(of: system, at: asOf))
    }
    return systems.sorted { $0.id.comesBefore($1.id) }.map { system in
      let present = system.presentClassification(at: asOf)
      let levels = present?.classification
      let end = register.classificationEnd(of: system, at: asOf, in: question.zone)
        .flatMap { $0 == .latest ? nil : $0 }
      let analysis = system.presentAnalyses(at: asOf).max { $0.conducted < $1.conducted }
      let found = lacking[system.id] ?? []
      return [
        .id(system.id), .text(system.name(at: asOf).text), .word(system.status(at: asOf)),
        state(present != nil, until: end, at: asOf),
        .integer(orEmpty: levels.map { Int($0.confidentiality) }),
        .integer(orEmpty: levels.map { Int($0.integrity) }),
        .integer(orEmpty: levels.map { Int($0.availability) }),
        .instant(orEmpty: present?.since), .end(orEmpty: end),
        .integer(orEmpty: end.map { question.days(until: $0) }), .id(analysis?.analysis),
        .start(orEmpty: analysis?.conducted), .list(found.map(\.code.code)),
        found.isEmpty ? .empty : .localized(words(found)),
        .integer(short(of: system, question)),
      ]
    }
  }

  private static func state(_ isClassified: Bool, until end: Instant?, at moment: Instant) -> Cell {
    guard isClassified else {
      return .word(code: "unclassified", Localized(en: "not classified", sv: "inte klassat"))
    }
    guard let end, end <= moment else {
      return .word(code: "valid", Localized(en: "holds", sv: "gäller"))
    }
    return .word(code: "too-old", Localized(en: "too old", sv: "för gammal"))
  }

  private static func words(_ findings: [Finding]) -> Localized {
    func said(_ finding: Finding, _ language: Language) -> String {
      let subject = finding.subject.contains("/") ? "\(finding.subject): " : ""
      return subject + finding.code.statement.text(in: language)
    }
    return Localized(
      en: findings.map { said($0, .english) }.joined(separator: " "),
      sv: findings.map { said($0, .swedish) }.joined(separator: " "))
  }

  /// How many grants do not reach up to what is asked for of the system now.
  private static func short(of system: SystemRow, _ question: ViewQuestion) -> Int {
    question.register.grants(in: system.id).count { index in
      let grant = question.register.grants[index]
      return question.register.isHeld(grant, at: question.asOf)
        && !question.register.shortfalls(of: grant, at: question.asOf, under: .standard).isEmpty
    }
  }
}

extension ViewQuestion {
  /// The whole days that are left until a moment; of one that has passed, the whole days since, negative.
  func days(until end: Instant) -> Int {
    Int(clamping: (end.milliseconds - asOf.milliseconds) / 86_400_000)
  }
}
