import AccessModel
import Diagnostics

extension PolicyKey {
  /// What is masked for anybody.
  public static let publicMasks = masks(
    "public", \.disclosure.publicMasks,
    Localized(
      en: "kinds of facts that are masked for anybody",
      sv: "slag av uppgifter som maskeras för vem som helst"))

  /// What is masked for an auditor.
  public static let auditorMasks = masks(
    "auditor", \.disclosure.auditorMasks,
    Localized(
      en:
        "kinds of facts that are masked for an auditor, besides protected identities and what is marked as secret",
      sv:
        "slag av uppgifter som maskeras för en revisor, utöver skyddade personuppgifter och det som är sekretessmarkerat"
    ))

  /// What a document may set about what answers mask.
  static let disclosure: [PolicyKey] =
    [publicMasks, auditorMasks] + FactKind.maskable.map(provision)

  private static func masks(
    _ name: String, _ path: any PolicyPath<Set<FactKind>>, _ meaning: Localized
  ) -> PolicyKey {
    .names("disclosure", name, path, .facts, { FactKind.codes[$0] }, meaning)
  }

  private static func provision(of kind: FactKind) -> PolicyKey {
    .choice(
      "disclosure", "\(kind.code)-under", \.disclosure[provisionOf: kind],
      SecrecyProvision.allCases, isOrdered: false,
      Localized(
        en: "the provision that \(kind.word.english) are masked under",
        sv: "bestämmelsen som \(kind.word.swedish) maskeras enligt"))
  }
}
