import AccessModel
import Diagnostics
import Events

/// The sentences of what is given out of the register.
extension EventLine {
  static func summary(_ disclosed: RecordDisclosed, _ phrasing: Phrasing) -> Localized {
    let decider = phrasing.person(disclosed.decider)
    let (profile, recipient) = (disclosed.profile.word, disclosed.recipient.word)
    let filter = disclosed.filter.map { " (\($0))" } ?? ""
    return Localized(
      en:
        "\(disclosed.view)\(filter) was given out to \(recipient.english) on request \(disclosed.request), \(profile.english), with \(disclosed.maskedCount) fields masked; decided by \(decider)",
      sv:
        "\(disclosed.view)\(filter) lämnades ut till \(recipient.swedish) på begäran \(disclosed.request), \(profile.swedish), med \(disclosed.maskedCount) maskerade fält; beslutat av \(decider)"
    )
  }

  static func summary(_ denied: DisclosureDenied, _ phrasing: Phrasing) -> Localized {
    let decider = phrasing.person(denied.decider)
    let recipient = denied.recipient.word
    return Localized(
      en:
        "What \(recipient.english) asked for in request \(denied.request) was not given out, under \(denied.provision); decided by \(decider)",
      sv:
        "Det som \(recipient.swedish) begärde i \(denied.request) lämnades inte ut, enligt \(denied.provision); beslutat av \(decider)"
    )
  }
}
