public import AccessModel
import Diagnostics

extension PolicyDocument {
  /// What the text of a document says, or everything that is wrong with it, each with its line.
  ///
  /// - Parameter events: the types of event there are, by their names in the log.
  public init(reading text: DocumentText, events: [String]) throws(PolicyFaults) {
    var reading = PolicyReading(events: events)
    for line in text.lines { reading.take(line) }
    self = try reading.document()
  }
}

/// A document being read, line by line.
private struct PolicyReading {
  static let faultsMax = 50

  let events: [String]
  private var line = 0
  private var section: String?
  private var hasFormat = false
  private var id: PolicyID?
  private var title: Label?
  private var values: [(key: PolicyKey, value: PolicyValue)] = []
  /// The line on which a thing was said first.
  private var linesOf: [String: Int] = [:]
  private var faults: [Diagnostic] = []

  init(events: [String]) {
    self.events = events
  }

  mutating func take(_ written: String) {
    line += 1
    let text = written.trimmed
    if text.isEmpty || text.hasPrefix("#") { return }
    if text.hasPrefix("[") {
      takeSection(text)
      return
    }
    guard let colon = text.firstIndex(of: ":") else {
      add(PolicyDocumentCodes.strayLine, .init(en: "text", sv: "text", text.excerpt))
      return
    }
    let name = String(text[..<colon]).trimmed
    let value = String(text[text.index(after: colon)...]).trimmed
    if let section {
      takeValue(name, value, in: section)
    } else {
      takeHeading(name, value)
    }
  }

  private mutating func takeSection(_ text: String) {
    guard text.hasSuffix("]") else {
      add(PolicyDocumentCodes.strayLine, .init(en: "text", sv: "text", text.excerpt))
      section = ""
      return
    }
    let name = String(text.dropFirst().dropLast()).trimmed
    section = name
    guard PolicyKey.sections.contains(name) else {
      add(
        PolicyDocumentCodes.unknownSection,
        facts: [.init(en: "section", sv: "avsnitt", name.excerpt)]
          + near(name, among: PolicyKey.sections))
      // What stands under it cannot be judged.
      section = ""
      return
    }
    isFirst("[\(name)]")
  }

  private mutating func takeHeading(_ name: String, _ value: String) {
    func wrong(_ form: Localized) -> [Diagnostic.Fact] {
      [
        .init(en: "key", sv: "nyckel", name), .init(en: "value", sv: "värde", value.excerpt),
        .init(en: "form", sv: "form", localized: form),
      ]
    }
    guard ["liggare-policy", "policy", "title"].contains(name) else {
      var facts = [Diagnostic.Fact(en: "key", sv: "nyckel", name.excerpt)]
      facts += near(name, among: ["liggare-policy", "policy", "title"])
      add(PolicyDocumentCodes.unknownKey, facts: facts)
      return
    }
    guard isFirst(name) else { return }
    switch name {
    case "liggare-policy":
      if value == "1" {
        hasFormat = true
      } else {
        add(
          PolicyDocumentCodes.wrongValue,
          facts: wrong(Localized(en: "1, the version of the format", sv: "1, formatets version")))
      }
    case "policy":
      id = PolicyID(value)
      guard id == nil else { return }
      add(
        PolicyDocumentCodes.wrongValue,
        facts: wrong(
          Localized(
            en: "1 to 32 letters A–Z, digits, “.”, “_” and “-”",
            sv: "1 till 32 bokstäver A–Z, siffror, ”.”, ”_” och ”-”")))
    case _:
      title = Label(value)
      guard title == nil else { return }
      add(
        PolicyDocumentCodes.wrongValue,
        facts: wrong(Localized(en: "1 to 400 bytes of text", sv: "1 till 400 byte text")))
    }
  }

  private mutating func takeValue(_ name: String, _ value: String, in section: String) {
    guard !section.isEmpty else { return }
    guard let place = PolicyKey.places["\(section).\(name)"] else {
      let names = PolicyKey.all.filter { $0.section == section }.map(\.name)
      add(
        PolicyDocumentCodes.unknownKey,
        facts: [
          .init(en: "section", sv: "avsnitt", section),
          .init(en: "key", sv: "nyckel", name.excerpt),
        ] + near(name, among: names))
      return
    }
    let key = PolicyKey.all[place]
    guard isFirst(key.path) else { return }
    let (read, near) = key.value(of: value, events: events)
    guard let read else {
      var facts: [Diagnostic.Fact] = [
        .init(en: "key", sv: "nyckel", key.path),
        .init(en: "value", sv: "värde", value.excerpt),
        .init(en: "form", sv: "form", localized: key.formText),
      ]
      if let near { facts.append(.init(en: "did you mean", sv: "menade du", near)) }
      add(PolicyDocumentCodes.wrongValue, facts: facts)
      return
    }
    values.append((key, read))
  }

  /// Whether a thing is said for the first time; a fault when it is not.
  @discardableResult
  private mutating func isFirst(_ thing: String) -> Bool {
    guard let first = linesOf[thing] else {
      linesOf[thing] = line
      return true
    }
    add(
      PolicyDocumentCodes.saidTwice, .init(en: "what", sv: "vad", thing),
      .init(en: "first on line", sv: "först på rad", "\(first)"))
    return false
  }

  private func near(_ word: String, among words: [String]) -> [Diagnostic.Fact] {
    NearWords.nearest(to: word, among: words).map {
      [.init(en: "did you mean", sv: "menade du", $0)]
    } ?? []
  }

  private mutating func add(_ code: DiagnosticCode, _ facts: Diagnostic.Fact...) {
    add(code, facts: facts)
  }

  private mutating func add(_ code: DiagnosticCode, facts: [Diagnostic.Fact]) {
    guard faults.count < PolicyReading.faultsMax else { return }
    faults.append(
      code.diagnostic(facts: [.init(en: "line", sv: "rad", "\(line)")] + facts))
  }

  func document() throws(PolicyFaults) -> PolicyDocument {
    var faults = faults
    let hasSaid = linesOf["liggare-policy"] != nil && linesOf["policy"] != nil
    if !hasSaid {
      let missing = ["liggare-policy", "policy"].filter { linesOf[$0] == nil }
      faults.insert(
        PolicyDocumentCodes.noHeading.diagnostic(
          .init(en: "line", sv: "rad", "1"),
          .init(en: "missing", sv: "saknas", missing.joined(separator: ", "))), at: 0)
    }
    guard faults.isEmpty, hasFormat, let id else { throw PolicyFaults(faults) }
    var document = PolicyDocument(id: id, title: title)
    for (key, value) in values { document[key] = value }
    return document
  }
}

extension String {
  /// Without the spaces at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " })
    else { return "" }
    return String(self[first...last])
  }

  /// At most 60 characters of it, for a refusal.
  var excerpt: String { count > 60 ? prefix(60) + "…" : self }
}
