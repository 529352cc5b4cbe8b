import AccessModel
public import Diagnostics
import Events
import Projections

/// The decisions on disposal, and under each what was disposed of on it.
public enum Disposals: RegisterView {
  public static let description = ViewDescription(
    "disposals",
    title: Localized(en: "Disposal of records", sv: "Gallring"),
    question: Localized(
      en: "Which records may be disposed of on which decision, and which were, by whom and when?",
      sv:
        "Vilka uppgifter får gallras enligt vilket beslut, och vilka har gallrats, av vem och när?"
    ),
    controls: [.retention, .protectedRecords, .nonRepudiation],
    columns: [
      .identifier("disposal", Localized(en: "Decision", sv: "Beslut")),
      Column(key: "matter", title: Localized(en: "What", sv: "Vad")),
      Column(key: "case", title: Localized(en: "Case", sv: "Ärende")), .body,
      Column(key: "retention", title: Localized(en: "Records", sv: "Uppgifter")),
      .number("keep_months", Localized(en: "Kept, months", sv: "Bevaras, månader")), .system,
      Column(key: "ended_before", title: Localized(en: "Ended before", sv: "Upphört före")),
      .from,
      .identifier("carried_out_by", Localized(en: "Carried out by", sv: "Verkställd av")),
      .identifier("approved_by", Localized(en: "Approved by", sv: "Godkänd av")),
      Column(key: "grants", title: Localized(en: "Grants", sv: "Tilldelningar")),
      Column(key: "requests", title: Localized(en: "Requests", sv: "Begäranden")),
      .number("texts", Localized(en: "Texts", sv: "Texter")),
      .identifier("receipt", Localized(en: "Receipt", sv: "Kvitto")), .position,
    ], key: ["disposal"],
    filters: [.system],
    remark: Localized(
      en:
        "The events themselves stay in the log: liggare log --grant G-1 shows type, time and position of each, and its line still has the commitment to the text that is gone.",
      sv:
        "Händelserna själva står kvar i loggen: liggare log --grant G-1 visar typ, tid och plats för var och en, och raden har kvar sitt åtagande om texten som är borta."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    let asOf = question.asOf
    var rows: [[Cell]] = []
    for decision in register.disposals where decision.fact.effective <= asOf {
      let decided = decision.decided
      guard
        question.filter.isOfAnySystem || decided.system == nil
          || question.filter.admits(decided.system)
      else { continue }
      rows.append([
        .id(decided.disposal),
        .word(code: "decision", Localized(en: "decision", sv: "beslut")),
        .text(orEmpty: decision.caseNumber.map { "\($0)" }), .id(decided.body),
        .word(decided.retention), .integer(Int(clamping: decided.keepMonths)),
        .id(decided.system), .end(orEmpty: decided.endedBefore), .bound(decided.from, .start),
        .empty, .empty, .empty, .empty, .empty, .empty,
        .integer(Int(clamping: decision.fact.position)),
      ])
      rows += register.disposedRecords.filter {
        $0.disposed.disposal == decided.disposal && $0.fact.effective <= asOf
      }.map(carriedOut)
    }
    // What rests on a decision that was voided since, or never recorded, is told too.
    rows += register.disposedRecords.filter {
      register.disposal($0.disposed.disposal) == nil && $0.fact.effective <= asOf
    }.map(carriedOut)
    return rows
  }

  private static func carriedOut(_ row: DisposedRow) -> [Cell] {
    let disposed = row.disposed
    return [
      .id(disposed.disposal),
      .word(code: "carried-out", Localized(en: "carried out", sv: "verkställd")),
      .empty, .empty, .empty, .empty, .empty, .empty, .bound(row.fact.recorded, .start),
      .id(row.by), .id(disposed.approver), .list(disposed.grants.map { "\($0)" }),
      .list(disposed.requests.map { "\($0)" }), .integer(Int(clamping: disposed.count)),
      .text("\(disposed.receipt)"), .integer(Int(clamping: row.fact.position)),
    ]
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(
      en: "No decision on disposal is recorded.", sv: "Inget gallringsbeslut är registrerat.")
  }
}
