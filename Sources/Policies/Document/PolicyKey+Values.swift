import AccessModel
import Chronology
public import Diagnostics

extension PolicyKey {
  /// The value that `text` writes, or `nil` with what was probably meant.
  func value(of text: String, events: [String]) -> (PolicyValue?, near: String?) {
    switch form {
    case .limit(let mayBeNone, let mayBeZero):
      if text == "none" { return (mayBeNone ? .limit(.none) : nil, nil) }
      guard let span = TimeSpan(text) else {
        // `P12m` and `12M` are near what was meant; `PT12H` for months is not ours to guess.
        let near = ["P" + text.uppercased(), text.uppercased()].first { TimeSpan($0) != nil }
        return (nil, near)
      }
      if case .calendar(.zero) = span, !mayBeZero { return (nil, nil) }
      return (.limit(TimeLimit(span)), nil)
    case .flag:
      switch text {
      case "yes": return (.flag(true), nil)
      case "no": return (.flag(false), nil)
      case _: return (nil, NearWords.nearest(to: text, among: ["yes", "no"]))
      }
    case .number(let range, _):
      guard let number = Int(text), "\(number)" == text, range.contains(number) else {
        return (nil, nil)
      }
      return (.number(number), nil)
    case .choice(let codes, _):
      return codes.contains(text)
        ? (.choice(text), nil) : (nil, NearWords.nearest(to: text, among: codes))
    case .names(let vocabulary): return names(of: text, vocabulary, events)
    }
  }

  private func names(
    of text: String, _ vocabulary: Vocabulary, _ events: [String]
  ) -> (PolicyValue?, near: String?) {
    if text == "none" { return (.names([]), nil) }
    var names: Set<String> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(part).trimmed
      let known: [String]
      switch vocabulary {
      case .events: known = events
      case .processPairs: known = ProcessPair.all.map(\.description)
      case .questions: known = LoggedReading.questions
      case .facts: known = FactKind.maskable.map(\.description)
      case .matters:
        // `none` is how an empty list is written.
        guard name != "none", MatterCode(name) != nil else { return (nil, nil) }
        known = [name]
      }
      guard known.contains(name), names.insert(name).inserted else {
        return (nil, NearWords.nearest(to: name, among: known))
      }
    }
    return (.names(names.sorted()), nil)
  }

  /// What a value of the key looks like.
  public var formText: Localized {
    switch form {
    case .limit(let mayBeNone, _):
      Localized(
        en: "a length of time such as P12M, P90D, PT24H or “2 office days”"
          + (mayBeNone ? ", or none" : ""),
        sv: "en tidslängd som P12M, P90D, PT24H eller ”2 office days”"
          + (mayBeNone ? ", eller none" : ""))
    case .flag: Localized(en: "yes or no", sv: "yes eller no")
    case .number(let range, _):
      Localized(
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
        sv: "ett heltal från \(range.lowerBound) till \(range.upperBound)")
    case .choice(let codes, _): Localized(verbatim: codes.joined(separator: ", "))
    case .names(.events):
      Localized(
        en: "types of event such as request.approved, parted by commas, each once, or none",
        sv: "händelsetyper som request.approved, åtskilda av komma, var och en en gång, eller none")
    case .names(.matters):
      Localized(
        en: "groups of matters such as access-care, parted by commas, each once, or none",
        sv: "ärendegrupper som access-care, åtskilda av komma, var och en en gång, eller none")
    case .names(.questions):
      Localized(
        en: "names of views and questions such as person, parted by commas, each once, or none",
        sv: "namn på vyer och frågor som person, åtskilda av komma, var och en en gång, eller none")
    case .names(.facts):
      Localized(
        en: "none, or some of " + FactKind.maskable.map(\.description).joined(separator: ", "),
        sv: "none, eller några av " + FactKind.maskable.map(\.description).joined(separator: ", "))
    case .names(.processPairs):
      Localized(
        en: "none, or some of " + ProcessPair.all.map(\.description).joined(separator: ", "),
        sv: "none, eller några av " + ProcessPair.all.map(\.description).joined(separator: ", "))
    }
  }
}
