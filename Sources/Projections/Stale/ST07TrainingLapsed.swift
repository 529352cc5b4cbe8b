import AccessModel
import Diagnostics
import Policies

/// Access that asks for a course which its holder has no more. (ST-07)
enum ST07TrainingLapsed: GrantStaleCheck {
  static let rule = StaleRule.trainingLapsed
  static let code = DiagnosticCode(
    "ST-07",
    Localized(
      en: "A training that the access asks for no longer counts.",
      sv: "En utbildning som åtkomsten kräver räknas inte längre."),
    remedy: Localized(
      en:
        "Record the renewed training: liggare person train PERSON COURSE --completed DAY. Or end the access: liggare grant revoke GRANT.",
      sv:
        "Registrera den förnyade utbildningen: liggare person train PERSON KURS --completed DAG. Eller avsluta åtkomsten: liggare grant revoke TILLDELNING."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "What was learnt is forgotten, and rules change.",
      sv: "Det inlärda glöms, och regler ändras."),
    source: Localized(
      en: "guideline: users are trained; ISO 27001 6.3",
      sv: "riktlinjen: användare är utbildade; ISO 27001 6.3"),
    refused: Localized(
      en: "access in effect, whose course was valid until yesterday",
      sv: "gällande behörighet, vars kurs var giltig till i går"),
    allowed: Localized(
      en: "one whose course is valid until tomorrow", sv: "en vars kurs är giltig till i morgon"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard held.state.givesAccess, let person = held.person, !person.trainings.isEmpty else {
      return nil
    }
    let lapses = held.entitlement.coursesRequired(at: inquiry.moment).compactMap { course in
      person.lapse(of: course, at: inquiry.moment).map { (course: course, since: $0) }
    }
    guard let since = lapses.map(\.since).min() else { return nil }
    return held.finding(
      rule, since: since, evidence: lapses.compactMap { StaleFact(.course, "\($0.course)") })
  }
}
