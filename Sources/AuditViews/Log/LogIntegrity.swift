import AccessModel
public import Diagnostics
public import EventSourcing
public import Events

/// What happened to the log itself, and not to what it is about.
public enum LogIntegrity: EventView {
  public static let description = ViewDescription(
    "log-integrity",
    title: Localized(en: "What happened to the log", sv: "Vad som hänt med loggen"),
    question: Localized(
      en:
        "What happened to the log itself: put aside, restored, corrected, disposed of, its keys, its clock?",
      sv:
        "Vad har hänt med själva loggen: undanlagt, återställt, rättat, gallrat, dess nycklar, dess klocka?"
    ),
    controls: [.logging, .logProtection, .protectedRecords],
    columns: [
      .position, .recorded, Column(key: "what", title: Localized(en: "What", sv: "Vad")),
      .effective,
      Column(key: "summary", title: Localized(en: "What happened", sv: "Vad som hände")),
      EventLog.principal, .name, .role,
      Column(key: "case", title: Localized(en: "Case", sv: "Ärende"), isIdentifier: true),
    ], key: ["position"], filters: [.from, .until], form: .events,
    remark: Localized(
      en:
        "That nothing else happened is for liggare verify to say: this view tells what the log says of itself. --from and --until are of the time of record.",
      sv:
        "Att inget annat har hänt är det liggare verify som säger: den här vyn visar vad loggen säger om sig själv. --from och --until gäller när det registrerades."
    ))

  public static func row(
    for recorded: borrowing Recorded<AccessEvent>, _ question: ViewQuestion
  ) -> [Cell]? {
    guard recorded.recorded <= question.asOf, question.filter.admits(recorded.recorded),
      case .ledger(let event) = recorded.event, let what = what(event)
    else { return nil }
    let principal = recorded.actor.principal
    return [
      .integer(Int(clamping: recorded.position)), .instant(recorded.recorded), what,
      .instant(recorded.effective),
      .localized(
        EventLine.summary(recorded.event, question.phrasing, register: question.register)),
      .id(principal), question.nameCell(principal),
      recorded.actor.role.map { .word($0) } ?? .empty,
      .text(orEmpty: recorded.caseNumber.map { "\($0)" }),
    ]
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(
      en: "Nothing has happened to the log itself.", sv: "Inget har hänt med själva loggen.")
  }

  /// `nil` for what the log says of something else.
  private static func what(_ event: LedgerEvent) -> Cell? {
    switch event {
    case .opened: .word(code: "opened", Localized(en: "opened", sv: "öppnad"))
    case .tailQuarantined:
      .word(code: "tail-put-aside", Localized(en: "an end put aside", sv: "avslutning undanlagd"))
    case .clockStepped:
      .word(code: "clock-stepped", Localized(en: "the clock stepped", sv: "klockan ställdes om"))
    case .eventCorrected: .word(code: "corrected", Localized(en: "corrected", sv: "rättat"))
    case .logKeyReplaced:
      .word(code: "key-replaced", Localized(en: "key replaced", sv: "nyckel bytt"))
    case .logKeyRetired:
      .word(code: "key-retired", Localized(en: "key retired", sv: "nyckel avvecklad"))
    case .restored: .word(code: "restored", Localized(en: "restored", sv: "återställd"))
    case .headRebuilt:
      .word(code: "head-rebuilt", Localized(en: "head made anew", sv: "logghuvud återskapat"))
    case .recordsDisposed: .word(code: "disposed", Localized(en: "disposed of", sv: "gallrat"))
    case .secrecyMarked, .recordDisclosed, .disclosureDenied, .disposalDecided, .holdSet,
      .holdLifted:
      nil
    }
  }
}
