public import AccessModel
import Chronology
import Diagnostics

extension IncidentRules {
  /// The first key of such a document, by which it is told from rules for access.
  public static let heading = "liggare-incidents"

  /// Whether a text is meant as a document of this kind: its first line that says something is its heading.
  public static func isMeant(by text: DocumentText) -> Bool {
    let first = text.lines.first { !$0.trimmed.isEmpty && !$0.trimmed.hasPrefix("#") }
    return first?.trimmed.hasPrefix(heading + ":") ?? false
  }

  /// What the text of a document says, or everything that is wrong with it, each with its line.
  public init(reading text: DocumentText) throws(PolicyFaults) {
    var reading = IncidentRuleReading()
    for line in text.lines { reading.take(line) }
    self = try reading.rules()
  }
}

/// A document of rules for incidents being read, line by line.
struct IncidentRuleReading {
  static let faultsMax = 50

  /// The values under one heading in brackets, with where each stands.
  struct Section {
    var kind: String
    var regime: String
    var name: String
    var line: Int
    var values: [String: (text: String, line: Int)] = [:]
  }

  /// What may stand under each kind of section.
  static let keys: [String: [String]] = [
    "": [IncidentRules.heading, "policy", "title"],
    "regime": [
      "name", "name-sv", "kind", "ground", "secrecy", "answered-by", "from", "until", "confirmed",
    ],
    "stage": [
      "name", "name-sv", "after", "within", "within-1", "within-2", "within-3", "within-4", "when",
      "met-by", "ongoing", "contents", "confirmed",
    ],
    "criterion": ["name", "name-sv", "sector", "confirmed"],
    "addressee": ["name", "name-sv", "from", "until", "confirmed"],
  ]

  private var line = 0
  private var sections = [Section(kind: "", regime: "", name: "", line: 1)]
  /// Whether what follows stands under a heading that says nothing.
  private var isAstray = false
  private(set) var faults: [Diagnostic] = []

  mutating func take(_ written: String) {
    line += 1
    let text = written.trimmed
    if text.isEmpty || text.hasPrefix("#") { return }
    if text.hasPrefix("[") { return takeSection(text) }
    guard let colon = text.firstIndex(of: ":") else {
      return add(
        PolicyDocumentCodes.strayLine, at: line, .init(en: "text", sv: "text", text.excerpt))
    }
    guard !isAstray else { return }
    let name = String(text[..<colon]).trimmed
    let value = String(text[text.index(after: colon)...]).trimmed
    let present = sections[sections.count - 1]
    guard let known = Self.keys[present.kind], known.contains(name) else {
      var facts = [Diagnostic.Fact(en: "key", sv: "nyckel", name.excerpt)]
      if let near = NearWords.nearest(to: name, among: Self.keys[present.kind] ?? []) {
        facts.append(.init(en: "did you mean", sv: "menade du", near))
      }
      return add(PolicyDocumentCodes.unknownKey, at: line, facts: facts)
    }
    if let first = present.values[name] { return addTwice(name, first: first.line) }
    sections[sections.count - 1].values[name] = (value, line)
  }

  private mutating func takeSection(_ text: String) {
    isAstray = true
    let words = text.hasSuffix("]") ? text.dropFirst().dropLast().split(separator: " ") : []
    guard words.count == 2 else {
      return add(
        PolicyDocumentCodes.strayLine, at: line, .init(en: "text", sv: "text", text.excerpt))
    }
    let kind = String(words[0])
    let parts = words[1].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard !kind.isEmpty, Self.keys[kind] != nil, parts.count == (kind == "regime" ? 1 : 2),
      parts.allSatisfy({ StageCode($0) != nil })
    else {
      var facts = [Diagnostic.Fact(en: "section", sv: "avsnitt", text.excerpt)]
      facts.append(
        .init(
          en: "form", sv: "form",
          "[regime X], [stage X/Y], [criterion X/Y], [addressee X/Y]"))
      return add(PolicyDocumentCodes.unknownSection, at: line, facts: facts)
    }
    isAstray = false
    let section = Section(kind: kind, regime: parts[0], name: parts.last ?? "", line: line)
    let first = sections.first {
      $0.kind == kind && $0.regime == section.regime && $0.name == section.name
    }
    if let first { addTwice(text, first: first.line) }
    sections.append(section)
  }

  mutating func addTwice(_ thing: String, first: Int) {
    add(
      PolicyDocumentCodes.saidTwice, at: line, .init(en: "what", sv: "vad", thing),
      .init(en: "first on line", sv: "först på rad", "\(first)"))
  }

  mutating func add(_ code: DiagnosticCode, at line: Int, _ facts: Diagnostic.Fact...) {
    add(code, at: line, facts: facts)
  }

  mutating func add(_ code: DiagnosticCode, at line: Int, facts: [Diagnostic.Fact]) {
    guard faults.count < Self.faultsMax else { return }
    faults.append(code.diagnostic(facts: [.init(en: "line", sv: "rad", "\(line)")] + facts))
  }

  /// The rules, when nothing is wrong.
  func rules() throws(PolicyFaults) -> IncidentRules {
    var making = IncidentRuleMaking(reading: self)
    let heading = sections[0]
    let missing = [IncidentRules.heading, "policy"].filter { heading.values[$0] == nil }
    if !missing.isEmpty {
      making.reading.add(
        PolicyDocumentCodes.noHeading, at: 1,
        .init(en: "missing", sv: "saknas", missing.joined(separator: ", ")))
    }
    let rules = making.rules(of: sections)
    guard making.reading.faults.isEmpty, let rules else {
      throw PolicyFaults(making.reading.faults)
    }
    return rules
  }
}
