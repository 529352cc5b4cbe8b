import Diagnostics
import Markup

/// Reads the cells of a workbook, as whichever program wrote it last wrote them.
struct WorkbookReader {
  /// What stands in a cell that is read.
  struct Cell {
    var text: String
    var isNumber = false
    var hasFormula = false
    /// Whether it shows an error, or true or false.
    var isOther = false
  }

  /// The cells of a sheet that hold something, by row from 1 and column from 0.
  typealias Rows = [Int: [Int: Cell]]

  /// The last row and the number of columns that are looked at.
  static let rowsMax = 5_000
  static let columnsMax = 64
  static let sheetsMax = 16
  static let sharedTextsMax = 200_000

  /// Whether days are counted from 1904.
  private(set) var is1904 = false
  /// Every sheet, in its order.
  private(set) var sheets: [Rows] = []

  /// - Throws: `PKT-02`.
  init(_ file: [UInt8]) throws(Diagnostic) {
    let zip = try ZipReader(file)
    let book = try Self.document("xl/workbook.xml", in: zip)
    let targets = try Self.targets(Self.document("xl/_rels/workbook.xml.rels", in: zip))
    var reader = try XMLReader(book, title: "xl/workbook.xml")
    var names: [String] = []
    while let part = try reader.next() {
      guard case .begin(let name, let attributes) = part else { continue }
      if name == "workbookPr" {
        is1904 = attributes.contains {
          $0.name == "date1904" && ($0.value == "1" || $0.value == "true")
        }
      }
      // The identifier of the relation has a prefix, that of the sheet is another word.
      guard name == "sheet", let id = attributes.first(where: { $0.name == "id" })?.value,
        let target = targets[id]
      else { continue }
      names.append(target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target)
    }
    guard !names.isEmpty, names.count <= Self.sheetsMax else {
      throw ZipReader.malformed(Localized(verbatim: "xl/workbook.xml"))
    }
    let shared = try Self.sharedTexts(in: zip)
    for name in names {
      sheets.append(
        try Self.rows(of: Self.document(name, in: zip), title: name, shared: shared))
    }
  }

  private static func document(
    _ name: String, in zip: ZipReader
  ) throws(Diagnostic) -> [UInt8] {
    guard let bytes = try zip.bytes(of: name) else {
      throw ZipReader.malformed(Localized(verbatim: ShownText.of(String(name.prefix(60)))))
    }
    return bytes
  }

  private static func targets(_ bytes: [UInt8]) throws(Diagnostic) -> [String: String] {
    var reader = try XMLReader(bytes, title: "xl/_rels/workbook.xml.rels")
    var found: [String: String] = [:]
    while let part = try reader.next() {
      guard case .begin("Relationship", let attributes) = part,
        let id = attributes.first(where: { $0.name == "Id" })?.value,
        let target = attributes.first(where: { $0.name == "Target" })?.value
      else { continue }
      found[id] = target
    }
    return found
  }

  private static func sharedTexts(in zip: ZipReader) throws(Diagnostic) -> [String] {
    let name = "xl/sharedStrings.xml"
    guard let bytes = try zip.bytes(of: name) else { return [] }
    var reader = try XMLReader(bytes, title: name)
    var texts: [String] = []
    while let part = try reader.next() {
      guard case .begin("si", _) = part else { continue }
      guard texts.count < sharedTextsMax else {
        throw ZipReader.malformed(Localized(verbatim: name))
      }
      texts.append(try reader.textOfElement())
    }
    return texts
  }

  private static func rows(
    of bytes: [UInt8], title: String, shared: [String]
  ) throws(Diagnostic) -> Rows {
    var reader = try XMLReader(bytes, title: title)
    var rows: Rows = [:]
    var row = 0
    var column = -1
    while let part = try reader.next() {
      guard case .begin(let name, let attributes) = part else { continue }
      let reference = attributes.first { $0.name == "r" }?.value
      if name == "row" {
        let stated = reference.flatMap { Int($0) } ?? (row < Int.max ? row + 1 : row)
        row = stated
        column = -1
      } else if name == "c" {
        column = reference.flatMap(self.column) ?? (column + 1)
        let kind = attributes.first { $0.name == "t" }?.value ?? "n"
        guard let cell = try cell(kind, shared: shared, &reader) else { continue }
        guard row > 0, row <= rowsMax else { throw ZipReader.malformed(Localized(verbatim: title)) }
        if (0..<columnsMax).contains(column) { rows[row, default: [:]][column] = cell }
      }
    }
    return rows
  }

  /// The cell that was opened, up to its end; `nil` when it holds nothing.
  private static func cell(
    _ kind: String, shared: [String], _ reader: inout XMLReader
  ) throws(Diagnostic) -> Cell? {
    var text = ""
    var hasFormula = false
    loop: while let part = try reader.next() {
      switch part {
      case .begin("v", _), .begin("is", _): text += try reader.textOfElement()
      case .begin("f", _):
        _ = try reader.textOfElement()
        hasFormula = true
      case .begin: _ = try reader.textOfElement()
      case .text: break
      case .end: break loop
      }
    }
    if kind == "s", !text.isEmpty {
      guard let number = Int(text), shared.indices.contains(number) else {
        throw ZipReader.malformed(Localized(en: "a shared text", sv: "en delad text"))
      }
      text = shared[number]
    }
    guard !text.isEmpty || hasFormula else { return nil }
    return Cell(
      text: text, isNumber: kind == "n", hasFormula: hasFormula,
      isOther: kind == "e" || kind == "b")
  }

  /// The column of a reference such as `AB12`, from 0; `nil` when it is none.
  private static func column(_ reference: String) -> Int? {
    var number = 0
    for byte in reference.utf8.prefix(4) {
      guard 0x41...0x5A ~= byte else { break }
      number = number * 26 + Int(byte - 0x40)
    }
    return number > 0 ? number - 1 : nil
  }
}
