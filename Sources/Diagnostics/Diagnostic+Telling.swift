public import Chronology

extension Diagnostic {
  /// The same diagnostic as its reader knows things: moments as days and times of a zone, and persons by their names.
  ///
  /// What is written down keeps the identifiers and UTC; only what a person reads is told like this.
  ///
  /// - Parameter name: the name of the person with an identifier; `nil` where it is not known or not to be shown.
  public func told(in zone: TimeZoneRules, naming name: (String) -> String?) -> Diagnostic {
    var told = self
    told.facts = facts.map { $0.told(in: zone, naming: name) }
    return told
  }
}

extension Diagnostic.Fact {
  func told(in zone: TimeZoneRules, naming name: (String) -> String?) -> Diagnostic.Fact {
    var told = self
    switch sense {
    case .text: return self
    case .moment(let moment):
      told.value = Localized(
        verbatim: moment.isMidnight(in: zone)
          ? "\(zone.day(of: moment))" : moment.text(in: zone))
    case .end(let end):
      // A period that ends at midnight ends with the day before.
      let day = end.isMidnight(in: zone) ? zone.day(of: end).advanced(exactlyByDays: -1) : nil
      told.value =
        day.map { Localized(en: "the end of \($0)", sv: "utgången av \($0)") }
        ?? Localized(verbatim: end.text(in: zone))
    case .persons(let persons):
      told.value = Localized(
        verbatim: persons.map { id in name(id).map { "\($0) (\(id))" } ?? id }
          .joined(separator: ", "))
    }
    told.sense = .text
    return told
  }
}

extension Instant {
  fileprivate func isMidnight(in zone: TimeZoneRules) -> Bool {
    let local = zone.local(of: self)
    return local.secondOfDay == 0 && local.millisecond == 0
  }
}
