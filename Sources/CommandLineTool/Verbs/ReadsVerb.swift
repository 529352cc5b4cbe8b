import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Projections

/// Who has read what the rules call sensitive (INV-56).
enum ReadsVerb {
  static let reads = Verb(
    VerbDeclaration(
      "reads", kind: .reading,
      summary: Localized(
        en: "list who has read what the rules call sensitive",
        sv: "lista vem som har läst det som reglerna kallar känsligt"),
      discussion: Localized(
        en:
          "The rules name the views and questions of which each reading is logged (reading.logged). Each leaves a line in reads.log beside the log: when, who by the key at hand or else by the account, what was asked without names, and how long the log was. The file is for follow-up and is no part of the proof; it may be moved away. Lines that cannot be read are told on standard error.",
        sv:
          "Reglerna anger de vyer och frågor där varje läsning loggas (reading.logged). Varje läsning lämnar en rad i reads.log bredvid loggen: när, vem enligt nyckeln som finns till hands eller annars kontot, vad som frågades utan namn, och hur lång loggen var. Filen är till för uppföljning och ingår inte i beviset; den får flyttas undan. Rader som inte går att läsa anges på standard error."
      ),
      examples: ["liggare reads", "liggare reads --format csv"],
      sharedOptionNames: ["format", "out", "no-header", "profile"])
  ) { session in
    let asked = try QuestionSession(session)
    let entries = try OperationsLog(readsOf: asked.ledger.path).entries()
    let unreadable = entries.count { $0 == nil }
    if unreadable > 0 {
      session.tell(
        Localized(
          en: "Lines that cannot be read: \(unreadable).",
          sv: "Rader som inte går att läsa: \(unreadable)."))
    }
    try asked.answer(table(of: entries.compactMap(\.self), asked.question))
    return .done
  }

  private static func table(of entries: [OperationsEntry], _ question: ViewQuestion) -> Table {
    var table = Table(
      name: "reads",
      title: Localized(en: "Readings that are logged", sv: "Loggade läsningar"),
      columns: [
        Column(key: "time", title: Localized(en: "Time", sv: "Tid")),
        Column.identifier("reader", Localized(en: "Who", sv: "Vem")),
        Column(key: "name", title: Localized(en: "Name", sv: "Namn")),
        Column(key: "question", title: Localized(en: "Question", sv: "Fråga")),
        Column(key: "typed", title: Localized(en: "As typed", sv: "Som skrivet")),
        Column.number("position", Localized(en: "Events then", sv: "Händelser då")),
      ],
      ifEmpty: Localized(en: "No reading has been logged.", sv: "Ingen läsning har loggats."))
    for entry in entries {
      let typed = entry.detail.filter { !["question", "position"].contains($0.name) }
        .map { "\($0.name) \($0.value)" }
      table.append([
        .instant(entry.time), .text(entry.principal),
        .text(orEmpty: PersonID(entry.principal).flatMap(question.names)),
        .text(orEmpty: entry["question"]),
        .text(([entry.verb] + typed).joined(separator: ", ")),
        .integer(orEmpty: entry["position"].flatMap { Int($0) }),
      ])
    }
    return table
  }
}
