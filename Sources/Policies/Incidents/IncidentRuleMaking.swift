import AccessModel
import Chronology
import Diagnostics

/// The values of a document of rules for incidents becoming what they mean.
struct IncidentRuleMaking {
  var reading: IncidentRuleReading
  typealias Section = IncidentRuleReading.Section

  /// The rules; `nil` when the heading does not hold. What else is wrong is among the faults of `reading`.
  mutating func rules(of sections: [Section]) -> IncidentRules? {
    let heading = sections[0]
    let id: PolicyID? = value(
      "policy", in: heading,
      Localized(
        en: "1 to 32 letters A–Z, digits, “.”, “_” and “-”",
        sv: "1 till 32 bokstäver A–Z, siffror, ”.”, ”_” och ”-”")
    ) { PolicyID($0) }
    let format: String? = value(
      IncidentRules.heading, in: heading,
      Localized(en: "1, the version of the format", sv: "1, formatets version")
    ) { $0 == "1" ? $0 : nil }
    let title = label("title", in: heading)
    var regimes: [IncidentRegime] = []
    for section in sections where section.kind == "regime" {
      if let regime = regime(of: section) { regimes.append(regime) }
    }
    // Criteria before stages, which may ask for them.
    for kind in ["criterion", "stage", "addressee"] {
      for section in sections where section.kind == kind {
        guard let index = regimes.firstIndex(where: { "\($0.code)" == section.regime }) else {
          missing("[regime \(section.regime)]", at: section.line)
          continue
        }
        switch kind {
        case "criterion":
          if let made = criterion(of: section) { regimes[index].criteria.append(made) }
        case "stage":
          if let made = stage(of: section, in: regimes[index]) {
            regimes[index].stages.append(made)
          }
        case _:
          if let made = addressee(of: section) { regimes[index].addressees.append(made) }
        }
      }
    }
    guard let id, format != nil else { return nil }
    return IncidentRules(id: id, title: title, regimes: regimes)
  }

  private mutating func regime(of section: Section) -> IncidentRegime? {
    let name = name(of: section)
    let kind = choice("kind", in: section, IncidentRegime.Kind.allCases.map(\.rawValue))
      .flatMap { IncidentRegime.Kind(rawValue: $0) }
    if section.values["kind"] == nil { missing("kind", at: section.line) }
    let period = period(of: section)
    let answeredBy = choice("answered-by", in: section, Role.allCases.map { "\($0.code)" })
    guard let code = RegimeCode(section.regime), let name, let kind else { return nil }
    return IncidentRegime(
      code: code, name: name, kind: kind, ground: label("ground", in: section),
      secrecy: label("secrecy", in: section), answeredBy: answeredBy.flatMap { Role.codes[$0] },
      period: period,
      isConfirmed: isConfirmed(section))
  }

  private mutating func criterion(of section: Section) -> IncidentCriterion? {
    guard let name = name(of: section), let code = CriterionCode(section.name) else { return nil }
    return IncidentCriterion(
      code: code, name: name, sector: label("sector", in: section),
      isConfirmed: isConfirmed(section))
  }

  private mutating func addressee(of section: Section) -> IncidentAddressee? {
    let period = period(of: section)
    guard let name = name(of: section) else { return nil }
    return IncidentAddressee(
      code: section.name, name: name, period: period, isConfirmed: isConfirmed(section))
  }

  private mutating func stage(
    of section: Section, in regime: IncidentRegime
  ) -> IncidentStage? {
    let name = name(of: section)
    let within = span("within", in: section)
    var bySeverity: [Int64: TimeSpan] = [:]
    for severity in 1...4 {
      bySeverity[Int64(severity)] = span("within-\(severity)", in: section)
    }
    let start = start(of: section, in: regime)
    if within != nil || !bySeverity.isEmpty, section.values["after"] == nil {
      missing("after", at: section.line)
    }
    let condition = condition(of: section, in: regime)
    let fulfilment = choice(
      "met-by", in: section, IncidentStage.Fulfilment.allCases.map(\.rawValue)
    )
    .flatMap { IncidentStage.Fulfilment(rawValue: $0) }
    let ongoing = choice("ongoing", in: section, ["handled"])
    let contents: [NoticeItem]? = value(
      "contents", in: section,
      Localized(
        verbatim: NoticeItem.allCases.map(\.rawValue).joined(separator: ", "))
    ) { text in
      let items = text.split(separator: ",").map { NoticeItem(rawValue: String($0).trimmed) }
      let known = items.compactMap(\.self)
      return known.count == items.count && Set(known).count == known.count ? known : nil
    }
    guard let name, let code = StageCode(section.name) else { return nil }
    return IncidentStage(
      code: code, name: name, start: start ?? .aware, within: within, bySeverity: bySeverity,
      condition: condition ?? .always, fulfilment: fulfilment ?? .notice,
      waitsForHandling: ongoing != nil, contents: contents ?? [],
      isConfirmed: isConfirmed(section))
  }

  private mutating func start(
    of section: Section, in regime: IncidentRegime
  ) -> IncidentStage.Start? {
    let earlier = regime.stages.map { "\($0.code)" }
    let plain: [(String, IncidentStage.Start)] = [
      ("aware", .aware), ("noticed", .noticed), ("reported", .reported), ("rated", .rated),
      ("handled", .handled), ("closed", .closed),
    ]
    guard let text = choice("after", in: section, plain.map(\.0) + earlier) else { return nil }
    return plain.first { $0.0 == text }?.1 ?? StageCode(text).map { .stage($0) }
  }

  private mutating func condition(
    of section: Section, in regime: IncidentRegime
  ) -> IncidentStage.Condition? {
    let plain: [(String, IncidentStage.Condition)] = [
      ("always", .always), ("ongoing", .ongoing), ("on-request", .onRequest),
    ]
    let criteria = regime.criteria.map { "\($0.code)" }
    guard let text = choice("when", in: section, plain.map(\.0) + criteria) else { return nil }
    return plain.first { $0.0 == text }?.1 ?? CriterionCode(text).map { .criterion($0) }
  }

  // MARK: Values

  private mutating func name(of section: Section) -> Localized? {
    for key in ["name", "name-sv"] where section.values[key] == nil {
      missing(key, at: section.line)
    }
    guard let english = label("name", in: section), let swedish = label("name-sv", in: section)
    else { return nil }
    return Localized(en: english.text, sv: swedish.text)
  }

  private mutating func isConfirmed(_ section: Section) -> Bool {
    choice("confirmed", in: section, ["yes", "no"]) == "yes"
  }

  private mutating func period(of section: Section) -> DayPeriod {
    DayPeriod(from: day("from", in: section), until: day("until", in: section))
  }

  private mutating func day(_ key: String, in section: Section) -> Day? {
    value(key, in: section, Localized(en: "a day, YYYY-MM-DD", sv: "en dag, ÅÅÅÅ-MM-DD")) {
      Day($0)
    }
  }

  private mutating func span(_ key: String, in section: Section) -> TimeSpan? {
    value(
      key, in: section,
      Localized(
        en: "a length of time such as PT24H, P1M or “2 office days”",
        sv: "en tidslängd som PT24H, P1M eller ”2 office days”")
    ) { text in
      guard let span = TimeSpan(text) else { return nil }
      if case .calendar(.zero) = span { return nil }
      return span
    }
  }

  private mutating func label(_ key: String, in section: Section) -> Label? {
    value(key, in: section, Localized(en: "1 to 400 bytes of text", sv: "1 till 400 byte text")) {
      Label($0)
    }
  }

  private mutating func choice(
    _ key: String, in section: Section, _ words: [String]
  ) -> String? {
    value(key, in: section, Localized(verbatim: words.joined(separator: ", "))) {
      words.contains($0) ? $0 : nil
    }
  }

  /// What a value means; `nil` where the key is left out, or with a fault where it has not the form.
  private mutating func value<Value>(
    _ key: String, in section: Section, _ form: Localized, _ make: (String) -> Value?
  ) -> Value? {
    guard let (text, line) = section.values[key] else { return nil }
    if let made = make(text) { return made }
    reading.add(
      PolicyDocumentCodes.wrongValue, at: line,
      .init(en: "key", sv: "nyckel", key), .init(en: "value", sv: "värde", text.excerpt),
      .init(en: "form", sv: "form", localized: form))
    return nil
  }

  private mutating func missing(_ thing: String, at line: Int) {
    reading.add(
      PolicyDocumentCodes.incomplete, at: line, .init(en: "missing", sv: "saknas", thing))
  }
}
