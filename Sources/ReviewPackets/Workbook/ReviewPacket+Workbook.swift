import AccessModel
import Chronology
public import Diagnostics
import Transparency
import Workbooks

extension ReviewPacket {
  /// The packet as a workbook with the same items: a row for each, locked except for what is answered.
  ///
  /// A second sheet says how it is filled in; a third, hidden one, says which packet it is.
  public func workbook(in language: Language) -> [UInt8] {
    PacketWorkbook(packet: self, language: language).bytes()
  }
}

/// The workbook of a packet.
struct PacketWorkbook {
  let packet: ReviewPacket
  let language: Language

  /// The columns of the first sheet.
  enum Column: Int, CaseIterable {
    // What is answered stands beside what it is answered on, and the rest after it.
    case person, entitlement, system, description, hints, outcome, reason, until, scope, change,
      previous, lastUse, peers, unit, privilege, level, heldScope, since, lastDay, grant, digest

    var heading: Localized {
      switch self {
      case .person: PacketWords.person
      case .entitlement: PacketWords.entitlement
      case .system: PacketWords.system
      case .description: PacketWords.description
      case .unit: PacketWords.unit
      case .privilege: PacketWords.privilege
      case .level: PacketWords.level
      case .heldScope: PacketWords.heldScope
      case .since: PacketWords.since
      case .lastDay: PacketWords.lastDay
      case .lastUse: PacketWords.lastUse
      case .peers: PacketWords.peers
      case .hints: PacketWords.hints
      case .change: PacketWords.change
      case .previous: PacketWords.previous
      case .outcome: PacketWords.outcome
      case .reason: PacketWords.reason
      case .until: PacketWords.until
      case .scope: PacketWords.scope
      case .grant: PacketWords.grant
      case .digest: PacketWords.digest
      }
    }

    /// In characters.
    var width: Int {
      switch self {
      case .level: 8
      case .privilege, .since, .lastDay, .until, .grant, .heldScope: 13
      case .lastUse, .peers, .change, .previous, .unit, .outcome, .system: 18
      case .person, .entitlement, .scope: 24
      case .description, .hints: 30
      case .reason: 40
      case .digest: 66
      }
    }
  }

  /// The first cell of the sheet that says which packet it is.
  static let mark = "liggare-review-packet"

  private func word(_ text: Localized) -> String { text.text(in: language) }

  func bytes() -> [UInt8] {
    WorkbookWriter.bytes([
      WorkbookWriter.Sheet(
        name: word(PageWords.items),
        columns: Column.allCases.map { ($0.width, $0 == .digest) },
        rows: [Column.allCases.map { .text(word($0.heading), .heading) }]
          + packet.items.map { item in Column.allCases.map { cell(item, $0) } },
        frozen: (2, 1), validations: validations),
      WorkbookWriter.Sheet(
        name: word(Localized(en: "Explanations", sv: "Förklaringar")),
        columns: [(34, false), (90, false)], rows: explanations),
      WorkbookWriter.Sheet(
        name: "packet", isHidden: true, columns: [(30, false), (70, false)],
        rows: [
          (Self.mark, "1"), ("origin", packet.origin), ("review", "\(packet.review)"),
          ("reviewer", "\(packet.reviewer)"), ("position", "\(packet.position)"),
        ].map { [.text($0.0, .text), .text($0.1, .text)] }),
    ])
  }

  private func cell(_ item: ReviewPacket.Item, _ column: Column) -> SheetCell {
    func day(_ day: Day?, _ instead: Localized) -> SheetCell {
      day.map { .day($0, .date) } ?? .text(word(instead), .text)
    }
    return switch column {
    case .person: .text(word(item.holder), .text)
    case .entitlement: .text(item.entitlementName, .text)
    case .system: .text("\(item.systemName) (\(item.system))", .text)
    case .description: .text(item.description, .text)
    case .unit: .text(item.units.isEmpty ? word(PacketWords.nowhere) : item.units, .text)
    case .privilege:
      .text(word(item.privilege.word), item.privilege == .privileged ? .emphasis : .text)
    case .level: .number(item.level, .number)
    case .heldScope: .text(item.scope.map { "\($0)" } ?? "", .text)
    case .since: .day(item.since, .date)
    case .lastDay: day(item.lastDay, PacketWords.noEnd)
    case .lastUse: day(item.lastUse, PacketWords.noUse(item))
    case .peers: .text(word(PacketWords.peers(item)), .text)
    case .hints: .text(item.hints.map(word).joined(separator: "; "), .emphasis)
    case .change: .text(word(item.change), item.isChanged ? .emphasis : .text)
    case .previous: .text(word(PacketWords.previous(item)), .text)
    case .outcome, .reason, .scope: .blank(.answer)
    case .until: .blank(.answerDay)
    case .grant: .text("\(item.grant)", .text)
    case .digest: .text(item.seen.hexadecimal, .text)
    }
  }

  private var validations: [WorkbookWriter.Validation] {
    func cells(_ column: Column) -> String {
      let name = WorkbookWriter.name(of: column.rawValue)
      return "\(name)2:\(name)\(packet.items.count + 1)"
    }
    return [
      WorkbookWriter.Validation(
        cells: cells(.outcome), rule: .list(ReviewOutcome.allCases.map { word($0.word) }),
        title: word(PacketWords.outcome),
        message: word(
          Localized(
            en: "Choose one of the list, or leave it empty.",
            sv: "Välj ett ur listan, eller lämna tomt."))),
      WorkbookWriter.Validation(
        cells: cells(.until), rule: .dayFrom(SheetDay.number(of: packet.shownOn)),
        title: word(PacketWords.until),
        message: word(
          Localized(
            en: "A day such as 2026-12-31, where it is kept until a day or reduced.",
            sv: "En dag som 2026-12-31, om den behålls till en dag eller minskas."))),
    ]
  }

  private var explanations: [[SheetCell]] {
    func row(_ name: String, _ text: String) -> [SheetCell] {
      [.text(name, .emphasis), .text(text, .text)]
    }
    return [
      row(word(PageWords.about), word(PacketWords.title(packet))),
      row(word(PageWords.reviewer), "\(packet.reviewerName) (\(packet.reviewer))"),
      row(word(PageWords.organisation), packet.organisation),
      [.text(word(PageWords.answerBy), .emphasis), .day(packet.lastDay, .date)],
      row(word(PageWords.shown), word(PacketWords.shown(packet))),
      row("", word(PacketWords.silence(packet))),
      row(
        word(PageWords.how),
        word(
          Localized(
            en:
              "On the first sheet, choose an outcome in each yellow cell under “Outcome”, say why where it is asked for, and send the workbook back to whoever sent it to you. Rows that you leave empty can be answered later. Everything else is locked.",
            sv:
              "Välj på det första bladet ett utfall i varje gul cell under ”Utfall”, motivera där det begärs, och skicka tillbaka arbetsboken till den som skickade den till dig. Rader som du lämnar tomma kan besvaras senare. Allt annat är låst."
          ))),
    ]
      + ReviewOutcome.allCases.map { row(word($0.word), word(PacketWords.meaning(of: $0))) }
      + [
        row(
          word(PacketWords.reason),
          word(
            Localized(
              en:
                "Needed for every outcome but keep, and for keep where something speaks against it.",
              sv: "Krävs för alla utfall utom behåll, och för behåll när något talar emot."))),
        row(word(PacketWords.lastUse), word(PacketWords.unknownUse)),
        row(
          "",
          word(
            Localized(
              en:
                "The workbook holds personal data. Keep it where only you can read it, and delete it when you have sent it back.",
              sv:
                "Arbetsboken innehåller personuppgifter. Förvara den där bara du kan läsa den, och radera den när du har skickat tillbaka den."
            ))),
      ]
  }
}
