public import AccessModel
import Chronology
public import Diagnostics
import Policies

/// How the facts that a flag rests on are told.
extension Phrasing {
  /// `last used: 2026-03-01 09:00`, with moments in the zone, persons by name and codes as words.
  func words(of fact: StaleFact) -> Localized {
    let word = fact.kind.word
    let value = value(of: fact)
    return Localized(
      en: "\(word.english): \(value.english)", sv: "\(word.swedish): \(value.swedish)")
  }

  /// All the facts, parted by semicolons.
  public func words(of facts: [StaleFact]) -> Localized {
    let told = facts.map(words(of:))
    return Localized(
      en: told.map(\.english).joined(separator: "; "),
      sv: told.map(\.swedish).joined(separator: "; "))
  }

  private func value(of fact: StaleFact) -> Localized {
    if let moment = Instant(fact.value) { return Localized(verbatim: time(moment)) }
    switch fact.kind {
    case .limit:
      return TimeSpan(fact.value).map { TimeLimit($0).phrase } ?? Localized(verbatim: fact.value)
    case .person: return Localized(verbatim: PersonID(fact.value).map(person) ?? fact.value)
    case .role: return Role.codes[fact.value]?.word ?? Localized(verbatim: fact.value)
    case .missing:
      return StaleFact.lackings[fact.value] ?? Localized(verbatim: fact.value)
    case .since, .lastUse, .neverUsed, .knownUntil, .lastReview, .due, .cause, .course, .moved,
      .separationRule, .with, .exception, .entitlement, .system, .count, .peers, .minutes,
      .reviewDays, .reconciliation, .classification, .delegation, .successor:
      return Localized(verbatim: fact.value)
    }
  }
}

extension StaleFact {
  /// What a fact of the kind `missing` names by a code of its own.
  static let lackings: [String: Localized] = [
    "sponsor": Localized(en: "a sponsor", sv: "uppdragsgivare"),
    "contract": Localized(en: "a contract", sv: "avtal"),
    "owner": Localized(en: "an owner", sv: "ansvarig"),
    "members": Localized(en: "members", sv: "medlemmar"),
    "rotation": Localized(en: "a changed secret", sv: "byte av hemligheten"),
    "authority": Localized(en: "authority", sv: "befogenhet"),
    "end": Localized(en: "an end", sv: "slut"),
  ]
}
