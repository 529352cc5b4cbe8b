import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Notices
import Projections

/// The duties that a question lets through, as a calendar.
struct DutyCalendarAnswer {
  private let question: ViewQuestion
  private let ledger: Ledger
  private let horizon: Instant

  init(_ question: ViewQuestion, _ ledger: Ledger, until horizon: Instant) {
    self.question = question
    self.ledger = ledger
    self.horizon = horizon
  }

  func file(_ language: Language) -> CalendarFile {
    DutyCalendar.file(
      of: question.duties(until: horizon),
      origin: question.register.origin?.text ?? ledger.log.origin,
      DutyPhrasing(
        question.register, at: question.asOf, in: question.zone, language, names: question.names))
  }
}
