public import AccessModel
public import Chronology
public import Diagnostics

/// Reducing access never needs approval; widening always does. (INV-23)
public enum ReducingIsFree {
  public static let code = DiagnosticCode(
    "INV-23",
    Localized(
      en: "Widening access needs a decision.",
      sv: "Att utvidga en behörighet kräver ett beslut."),
    remedy: Localized(
      en:
        "Make a request for what is to be added: liggare request change GRANT, or liggare request submit.",
      sv:
        "Gör en begäran för det som ska läggas till: liggare request change TILLDELNING, eller liggare request submit."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "To take access away must be easy and quick; to give more takes the whole way of a request.",
      sv:
        "Det ska vara lätt och gå fort att ta bort behörighet; att ge mer kräver en begäran hela vägen."
    ),
    source: Localized(
      en:
        "guideline: access is granted formally and only by need; ISO 27001 5.18; NIS2 Article 21(2)(i)",
      sv:
        "riktlinjen: behörighet tilldelas formellt och endast efter behov; ISO 27001 5.18; NIS2 artikel 21.2 i"
    ),
    refused: Localized(
      en: "liggare grant approve R-1 --until 2027-06-30, for a request until 2026-12-31",
      sv: "liggare grant approve R-1 --until 2027-06-30, för en begäran till 2026-12-31"),
    allowed: Localized(
      en: "liggare grant approve R-1 --until 2026-06-30",
      sv: "liggare grant approve R-1 --until 2026-06-30"))

  /// A later end, or an end taken away, is a widening.
  public static func check(present: Instant?, proposed: Instant?) -> Diagnostic? {
    let isWider = present.map { limit in proposed.map { $0 > limit } ?? true } ?? false
    guard isWider else { return nil }
    return code.diagnostic(
      .init(en: "present end", sv: "nuvarande slut", end: present),
      .init(en: "proposed end", sv: "föreslaget slut", end: proposed))
  }

  /// A narrowing that names another part of the system, a later end or rarer reviews is a widening.
  ///
  /// - Parameters:
  ///   - scope: the part of the system it covers, and the one it is to be limited to; `nil` for all of it, and for no change.
  ///   - reviewDays: the days between reviews, and those proposed; `nil` for none, and for no change.
  public static func check(
    narrowing grant: GrantID, scope: (present: ScopeName?, proposed: ScopeName?),
    until: (present: Instant?, proposed: Instant?),
    reviewDays: (present: Int64?, proposed: Int64?)
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let proposed = scope.proposed, let present = scope.present, proposed != present {
      found.append(
        code.diagnostic(
          .init(GrantSubject.word, "\(grant)"),
          .init(en: "present scope", sv: "nuvarande omfattning", "\(present)"),
          .init(en: "proposed scope", sv: "föreslagen omfattning", "\(proposed)")))
    }
    if let proposed = until.proposed {
      if let violation = check(present: until.present, proposed: proposed) {
        found.append(violation)
      }
    }
    if let proposed = reviewDays.proposed, let present = reviewDays.present, proposed > present {
      found.append(
        code.diagnostic(
          .init(GrantSubject.word, "\(grant)"),
          .init(en: "days between reviews", sv: "dagar mellan granskningar", "\(present)"),
          .init(en: "proposed", sv: "föreslaget", "\(proposed)")))
    }
    return found
  }
}
