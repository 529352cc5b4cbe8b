import AccessModel
import Diagnostics
import Events

/// The sentences of disposal and of what stops it.
extension EventLine {
  static func summary(_ decided: DisposalDecided, _ phrasing: Phrasing) -> Localized {
    let kind = decided.retention.word
    let keep = Phrasing.months(decided.keepMonths)
    let from = phrasing.start(decided.from)
    let system = decided.system.map { Localized(en: " in \($0)", sv: " i \($0)") }
    let before = decided.endedBefore.map {
      let end = phrasing.last($0)
      return Localized(
        en: ", of what ended no later than \(end)", sv: ", av det som upphört senast \(end)")
    }
    return Localized(
      en:
        "\(decided.body) decided on disposal (\(decided.disposal)): \(kind.english)\(system?.english ?? ""), \(keep.english) after the end\(before?.english ?? ""), from \(from)",
      sv:
        "\(decided.body) beslutade om gallring (\(decided.disposal)): \(kind.swedish)\(system?.swedish ?? ""), \(keep.swedish) efter slutet\(before?.swedish ?? ""), från \(from)"
    )
  }

  static func summary(_ disposed: RecordsDisposed, _ phrasing: Phrasing) -> Localized {
    let approver = phrasing.person(disposed.approver)
    let grants = disposed.grants.count
    let requests = disposed.requests.count
    return Localized(
      en:
        "Texts disposed of under decision \(disposed.disposal): \(disposed.count) (grants: \(grants), requests: \(requests)); approved by \(approver)",
      sv:
        "Texter gallrade enligt beslut \(disposed.disposal): \(disposed.count) (tilldelningar: \(grants), begäranden: \(requests)); godkänt av \(approver)"
    )
  }

  static func summary(_ set: HoldSet, _ phrasing: Phrasing) -> Localized {
    let target = set.target
    let name =
      target.kind == .person
      ? phrasing.person(target.identifier(PersonID.self)) : "\(target.name)"
    return Localized(
      en: "Nothing about \(name) may be disposed of (\(set.hold))",
      sv: "Inget om \(name) får gallras (\(set.hold))")
  }

  static func summary(_ lifted: HoldLifted) -> Localized {
    Localized(
      en: "The legal hold \(lifted.hold) was lifted",
      sv: "Gallringsstoppet \(lifted.hold) hävdes")
  }
}

extension Phrasing {
  /// `10 years`, or `18 months` where it is no whole number of years.
  static func months(_ count: Int64) -> Localized {
    if count % 12 == 0 {
      let years = count / 12
      return Localized(en: years == 1 ? "1 year" : "\(years) years", sv: "\(years) år")
    }
    return Localized(
      en: count == 1 ? "1 month" : "\(count) months",
      sv: count == 1 ? "1 månad" : "\(count) månader")
  }
}
