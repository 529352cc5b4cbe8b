import AccessModel
import Chronology
import Diagnostics
import Policies

/// Somebody who decided more reviews in a few minutes than anybody can look at. (ST-22)
enum ST22ReviewsRushed: RegisterStaleCheck {
  static let rule = StaleRule.reviewsRushed
  static let code = DiagnosticCode(
    "ST-22",
    Localized(
      en: "More reviews were decided in a few minutes than anybody can look at.",
      sv: "Fler granskningar beslutades på några minuter än någon hinner se på."),
    remedy: Localized(
      en:
        "Have the grants reviewed again by somebody else; liggare log --type review --person PERSON lists them.",
      sv:
        "Låt någon annan granska tilldelningarna på nytt; liggare log --type review --person PERSON listar dem."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "A review that nobody made is worse than none: it looks like one.",
      sv: "En granskning som ingen gjort är sämre än ingen: den ser ut som en."),
    source: Localized(
      en: "guideline: access is followed up regularly; ISO 27001 5.18",
      sv: "riktlinjen: behörigheter följs upp regelbundet; ISO 27001 5.18"),
    refused: Localized(
      en: "60 reviews by one person within three minutes",
      sv: "60 granskningar av en person inom tre minuter"),
    allowed: Localized(
      en: "60 in an afternoon", sv: "60 under en eftermiddag"))

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    let rules = inquiry.rules(for: nil).stale
    let span = Int64(rules.rushedMinutes) * 60_000
    return inquiry.reviewTimes.sorted { $0.key < $1.key }.compactMap { reviewer, times in
      let times = times.sorted()
      guard times.count > rules.rushedReviewsMax,
        let rushed = (rules.rushedReviewsMax..<times.count).first(where: { place in
          times[place].milliseconds - times[place - rules.rushedReviewsMax].milliseconds < span
        })
      else { return nil }
      let begin = times[rushed - rules.rushedReviewsMax]
      let count = times.count {
        $0 >= begin && $0.milliseconds - begin.milliseconds < span
      }
      return StaleFinding(
        rule: rule, about: .person(reviewer), person: reviewer, since: times[rushed],
        evidence: StaleFact.list(
          (.count, "\(count)"), (.minutes, "\(rules.rushedMinutes)"), (.since, "\(begin)")))
    }
  }
}
