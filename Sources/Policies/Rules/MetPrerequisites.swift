public import AccessModel
public import Chronology
public import Diagnostics

/// Who is granted an entitlement has the position and the courses that it asks for. (INV-15)
public enum MetPrerequisites {
  public static let code = DiagnosticCode(
    "INV-15",
    Localized(
      en: "The person lacks what the entitlement asks for.",
      sv: "Personen saknar det som behörigheten kräver."),
    remedy: Localized(
      en:
        "Record the course when it is completed, or the position when it is taken up; then decide again.",
      sv:
        "Registrera utbildningen när den är genomförd, eller befattningen när den tillträtts; besluta sedan igen."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Who has not learnt to use a power safely must not be given it.",
      sv: "Den som inte har lärt sig använda en befogenhet säkert ska inte få den."),
    source: Localized(
      en: "guideline: staff are sufficiently trained; ISO 27001 6.3",
      sv: "riktlinjen: personalen har tillräcklig utbildning; ISO 27001 6.3"),
    refused: Localized(
      en: "a grant to somebody whose course has lapsed",
      sv: "en tilldelning till någon vars utbildning har förfallit"),
    allowed: Localized(
      en: "the same after the course is taken again",
      sv: "detsamma efter att utbildningen gjorts om"))

  /// - Parameter lapsed: the courses that no longer count, each with the first moment it did not.
  public static func check(
    person: PersonID, entitlement: EntitlementID, missingPosition: PositionCode?,
    missingCourses: [CourseCode], lapsed: [(course: CourseCode, since: Instant)]
  ) -> Diagnostic? {
    var facts: [Diagnostic.Fact] = []
    if let missingPosition {
      facts.append(.init(PositionSubject.word, "\(missingPosition)"))
    }
    for course in missingCourses { facts.append(.init(CourseSubject.word, "\(course)")) }
    for (course, since) in lapsed {
      facts.append(.init(CourseSubject.word, "\(course)"))
      facts.append(.init(en: "not valid since", sv: "gäller inte sedan", at: since))
    }
    guard !facts.isEmpty else { return nil }
    return code.diagnostic(
      facts: [
        .init(PersonSubject.word, persons: ["\(person)"]),
        .init(EntitlementSubject.word, "\(entitlement)"),
      ] + facts)
  }
}
