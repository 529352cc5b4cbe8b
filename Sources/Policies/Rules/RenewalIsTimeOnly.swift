public import AccessModel
public import Chronology
public import Diagnostics

/// A renewal asks for more time and for nothing else. (REQ-06)
public enum RenewalIsTimeOnly {
  public static let code = DiagnosticCode(
    "REQ-06",
    Localized(
      en: "A renewal gives more time and nothing else.",
      sv: "En förlängning ger mer tid och inget annat."),
    remedy: Localized(
      en:
        "Ask for more than time with liggare request change GRANT; for less, no request is needed: liggare grant narrow GRANT.",
      sv:
        "Begär annat än tid med liggare request change TILLDELNING; för mindre krävs ingen begäran: liggare grant narrow TILLDELNING."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "More access would otherwise slip in under the name of more time, and be looked at less closely.",
      sv:
        "Mer behörighet skulle annars smyga sig in under namnet mer tid, och granskas mindre noga."),
    source: Localized(
      en: "guideline: access is granted formally and only by need; ISO 27001 5.18",
      sv: "riktlinjen: behörighet tilldelas formellt och endast efter behov; ISO 27001 5.18"),
    refused: Localized(
      en: "liggare request renew G-1, with an end no later than the present one",
      sv: "liggare request renew G-1, med ett slut som inte är senare än det nuvarande"),
    allowed: Localized(
      en: "liggare request renew G-1 --until 2027-06-30 --need TEXT",
      sv: "liggare request renew G-1 --until 2027-06-30 --need TEXT"))

  /// - Parameters:
  ///   - scope: the part of the system that the grant covers, and the one that is asked for; `nil` for all of it.
  ///   - until: the end that holds, and the one that is asked for; `nil` for none.
  public static func check(
    grant: GrantID, scope: (present: ScopeName?, asked: ScopeName?),
    until: (present: Instant?, asked: Instant?)
  ) -> Diagnostic? {
    if scope.present != scope.asked {
      return code.diagnostic(
        .init(GrantSubject.word, "\(grant)"),
        .init(
          en: "present scope", sv: "nuvarande omfattning",
          scope.present.map { "\($0)" } ?? "–"),
        .init(en: "asked for", sv: "begärd", scope.asked.map { "\($0)" } ?? "–"))
    }
    let isLonger =
      until.present.map { present in until.asked.map { $0 > present } ?? true } ?? false
    guard !isLonger else { return nil }
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"),
      .init(en: "present end", sv: "nuvarande slut", end: until.present),
      .init(en: "asked for", sv: "begärt", end: until.asked))
  }
}
