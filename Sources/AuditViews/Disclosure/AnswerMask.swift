public import AccessModel
public import Chronology
import Diagnostics
import Events
import Policies
public import Projections

/// Masks an answer for whoever it is made for, between the answer and its format, and counts what it masked.
///
/// What is not said to be open is masked: a text under a key that nobody has classified never gets through. Persons get pseudonyms
/// that are the same all through one answer and tell nothing outside it; rows are put in the order of what is left to see.
public struct AnswerMask {
  public let profile: DisclosureProfile
  /// How many fields were masked or replaced.
  public private(set) var maskedCount = 0
  /// The provisions that fields were masked under.
  public private(set) var provisions: Set<String> = []

  private let terms: DisclosureTerms
  private let masked: Set<FactKind>
  private let persons: Rows<PersonSubject, PersonRow>
  /// The provisions by what is marked: the identifier of a person, a system or an incident, or the position of an event.
  private var marks: [String: String] = [:]
  private var markedPositions: [Int: String] = [:]
  /// What makes the pseudonyms of one answer unlike those of another.
  private let token: (String) -> String
  private var pseudonyms: [String: String] = [:]

  /// - Parameters:
  ///   - moment: whose markings and rules count: now, whatever moment the answer is about.
  ///   - token: a text that is the same for the same identifier in this answer, and unlike in any other.
  public init(
    for profile: DisclosureProfile, _ register: Register, at moment: Instant,
    token: @escaping (String) -> String
  ) {
    self.profile = profile
    self.token = token
    terms = register.disclosureTerms(at: moment)
    masked = terms.masks(profile)
    persons = register.persons
    for row in register.secrecyInForce(at: moment) {
      for target in row.marking.targets {
        let provision = row.marking.provision.text
        if case .event(let position) = target {
          markedPositions[Int(position)] = provision
        } else {
          marks[target.text] = provision
        }
      }
    }
  }

  /// A table as the profile may see it. Its title is that of the question alone, and remarks are left out: both may hold names.
  public mutating func masked(_ table: Table) -> Table {
    let before = maskedCount
    var rows = table.rows.map { masked($0, table.columns) }
    if maskedCount > before { sort(&rows, table.columns) }
    return Table(
      name: table.name, title: title(of: table.name), columns: table.columns, rows: rows)
  }

  /// A card as the profile may see it.
  public mutating func masked(_ card: Card) -> Card {
    let columns = card.fields.map { Column(key: $0.key, title: $0.label) }
    let cells = masked(card.fields.map(\.cell), columns)
    var shown = Card(
      name: card.name, title: title(of: card.name),
      fields: zip(card.fields, cells).map { Card.Field($0.key, $0.label, $1) })
    for section in card.sections {
      let before = maskedCount
      var rows = section.rows.map { masked($0, section.columns) }
      if maskedCount > before { sort(&rows, section.columns) }
      shown.sections.append(
        Table(name: section.name, title: section.title, columns: section.columns, rows: rows))
    }
    return shown
  }

  /// A row as the profile may see it, with a cell for each column.
  public mutating func masked(_ row: [Cell], _ columns: [Column]) -> [Cell] {
    let marking = marking(of: row, columns)
    return zip(row, columns).map { cell, column in
      let kind = column.fact
      if let marking, kind.map(Self.isMarked) ?? true, cell != .empty {
        return mask(under: marking)
      }
      return masked(cell, kind)
    }
  }

  /// What a marking of secrecy masks of a row that it is about.
  private static func isMarked(_ kind: FactKind) -> Bool {
    switch kind {
    case .name, .account, .text, .incident: true
    case .open, .person, .security: false
    }
  }

  private mutating func masked(_ cell: Cell, _ kind: FactKind?) -> Cell {
    guard let kind else {
      // Nobody has said what it is: a number or a day tells of nobody.
      switch cell {
      case .text, .identifier, .localized, .list, .word, .flag:
        return profile == .public ? mask(under: .text) : cell
      case .integer, .real, .instant, .bound, .day, .empty: return cell
      }
    }
    if cell == .empty { return cell }
    switch kind {
    case .open: return masked.contains(.person) ? replacingPersons(in: cell) : cell
    case .person:
      guard masked.contains(.person) else { return cell }
      return onlyPersons(in: cell)
    case .name, .account, .text, .incident, .security:
      guard masked.contains(kind) else { return cell }
      return mask(under: kind)
    }
  }

  private mutating func mask(under kind: FactKind) -> Cell {
    mask(under: terms[provisionOf: kind].word.english)
  }

  private mutating func mask(under provision: String) -> Cell {
    maskedCount += 1
    provisions.insert(provision)
    return .word(
      code: "[masked: \(provision)]",
      Localized(en: "[masked: \(provision)]", sv: "[maskat: \(provision)]"))
  }

  // MARK: Persons

  /// A cell of identifiers: persons by pseudonym, other identifiers as they are, and any other text masked.
  private mutating func onlyPersons(in cell: Cell) -> Cell {
    switch cell {
    case .identifier(let id): return onlyPersons(in: .text(id.description))
    case .text(let text):
      return Self.isIdentifier(text) ? replacingPersons(in: cell) : mask(under: .person)
    case .list(let texts):
      return texts.allSatisfy(Self.isIdentifier)
        ? replacingPersons(in: cell) : mask(under: .person)
    case .localized: return mask(under: .person)
    case .word, .integer, .real, .instant, .bound, .day, .flag, .empty: return cell
    }
  }

  private mutating func replacingPersons(in cell: Cell) -> Cell {
    var isReplaced = false
    func replaced(_ text: String, _ mask: inout AnswerMask) -> String {
      guard text.contains("P-") else { return text }
      let new = mask.replacingPersons(in: text)
      if new != text { isReplaced = true }
      return new
    }
    let new: Cell
    switch cell {
    case .text(let text): new = .text(replaced(text, &self))
    case .identifier(let id): new = .text(replaced(id.description, &self))
    case .list(let texts): new = .list(texts.map { replaced($0, &self) }.sorted())
    case .localized(let text):
      new = .localized(
        Localized(en: replaced(text.english, &self), sv: replaced(text.swedish, &self)))
    case .word, .integer, .real, .instant, .bound, .day, .flag, .empty: return cell
    }
    guard isReplaced else { return cell }
    maskedCount += 1
    provisions.insert(terms[provisionOf: .person].word.english)
    return new
  }

  private mutating func replacingPersons(in text: String) -> String {
    var output = ""
    var token = ""
    func isPart(_ character: Character) -> Bool {
      character.isASCII
        && (character.isLetter || character.isNumber || "._-".contains(character))
    }
    func flush(_ mask: inout AnswerMask) {
      output += mask.pseudonym(of: token) ?? token
      token = ""
    }
    for character in text {
      if isPart(character) {
        token.append(character)
      } else {
        flush(&self)
        output.append(character)
      }
    }
    flush(&self)
    return output
  }

  /// What a person is called in this answer; `nil` for what is no person.
  private mutating func pseudonym(of token: String) -> String? {
    guard token.hasPrefix("P-") else { return nil }
    if let known = pseudonyms[token] { return known }
    guard let person = PersonID(token), persons.contains(person) else { return nil }
    let made = "person-" + self.token(token)
    pseudonyms[token] = made
    return made
  }

  /// Whether a text is an identifier of the ledger, alone or with words of its own kind, such as `person/P-1`: never a name.
  private static func isIdentifier(_ text: String) -> Bool {
    if !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) { return true }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.contains(where: isPlainIdentifier)
      && parts.allSatisfy { part in
        isPlainIdentifier(part)
          || part.allSatisfy {
            $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-" || $0 == ".")
          }
      }
  }

  /// `P-1`: one to three capitals, a hyphen and a number.
  private static func isPlainIdentifier(_ text: Substring) -> Bool {
    guard let dash = text.firstIndex(of: "-") else { return false }
    let (kind, number) = (text[..<dash], text[text.index(after: dash)...])
    return (1...3).contains(kind.count) && kind.allSatisfy { $0.isASCII && $0.isUppercase }
      && !number.isEmpty
      && number.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase || "._-".contains($0)) }
  }

  // MARK: Markings

  /// The provision that a row is marked under: what it names, or where it stands in the log.
  private func marking(of row: [Cell], _ columns: [Column]) -> String? {
    guard !marks.isEmpty || !markedPositions.isEmpty else { return nil }
    for (cell, column) in zip(row, columns) {
      if case .integer(let number) = cell, column.key == "position",
        let found = markedPositions[number]
      {
        return found
      }
      let texts: [String]
      switch cell {
      case .text(let text): texts = [text]
      case .identifier(let id): texts = [id.description]
      case .localized(let text): texts = [text.english]
      case .list(let list): texts = list
      case .word, .integer, .real, .instant, .bound, .day, .flag, .empty: texts = []
      }
      guard !marks.isEmpty else { continue }
      for text in texts where text.contains("-") {
        for token in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
          if let found = marks[String(token)] { return found }
        }
      }
    }
    return nil
  }

  // MARK: Order and titles

  /// Puts the rows in the order of what is left to see, so that nothing masked shows in their order.
  private func sort(_ rows: inout [[Cell]], _ columns: [Column]) {
    let visible = columns.indices.filter { columns[$0].fact == .open }
    let others = columns.indices.filter { columns[$0].fact != .open }
    rows = rows.map { row in ((visible + others).map { row[$0].order }, row) }
      .sorted { Self.comes($0.0, before: $1.0) }.map(\.1)
  }

  private static func comes(_ one: [CellOrder], before other: [CellOrder]) -> Bool {
    for (left, right) in zip(one, other) where left != right { return left < right }
    return false
  }

  private func title(of name: String) -> Localized {
    let view = ViewCatalogue.views.first { $0.tableName == name || $0.name == name }
    return view?.title ?? Localized(verbatim: name)
  }
}

/// Where a cell stands among those of its column.
private struct CellOrder: Comparable {
  var number: Double
  var text: String

  static func < (one: CellOrder, other: CellOrder) -> Bool {
    (one.number, one.text) < (other.number, other.text)
  }
}

extension Cell {
  fileprivate var order: CellOrder {
    switch self {
    case .text(let text): CellOrder(number: 0, text: text)
    case .identifier(let id): CellOrder(number: 0, text: id.description)
    case .localized(let text): CellOrder(number: 0, text: text.english)
    case .word(let code, _): CellOrder(number: 0, text: code)
    case .integer(let number): CellOrder(number: Double(number), text: "")
    case .real(let number): CellOrder(number: number, text: "")
    case .instant(let moment), .bound(let moment, _):
      CellOrder(number: Double(moment.milliseconds), text: "")
    case .day(let day): CellOrder(number: 0, text: "\(day)")
    case .flag(let flag): CellOrder(number: flag ? 1 : 0, text: "")
    case .empty: CellOrder(number: -.infinity, text: "")
    case .list(let texts): CellOrder(number: 0, text: texts.joined(separator: " "))
    }
  }
}
