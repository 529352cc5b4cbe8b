import Chronology
import Markup

/// Writes a workbook: Office Open XML, ECMA-376 part 1, as small as it can be.
///
/// Every text is an inline string and no cell holds a formula, so that nothing somebody chose to be called is ever evaluated.
public enum WorkbookWriter {
  /// One sheet.
  public struct Sheet {
    public var name: String
    /// Whether it is there for the program alone.
    public var isHidden: Bool
    /// The widths of the columns in characters, and whether each is hidden.
    public var columns: [(width: Int, isHidden: Bool)]
    public var rows: [[SheetCell]]
    /// How many columns and rows stay in sight.
    public var frozen: (columns: Int, rows: Int)?
    public var validations: [Validation]
    /// Whether cells can be changed only where their style says so.
    public var isLocked: Bool
    /// Whether the first row is a heading by which the others are filtered.
    public var hasFilter: Bool

    public init(
      name: String, isHidden: Bool = false, columns: [(width: Int, isHidden: Bool)],
      rows: [[SheetCell]], frozen: (columns: Int, rows: Int)? = nil,
      validations: [Validation] = [], isLocked: Bool = true, hasFilter: Bool = false
    ) {
      self.name = name
      self.isHidden = isHidden
      self.columns = columns
      self.rows = rows
      self.frozen = frozen
      self.validations = validations
      self.isLocked = isLocked
      self.hasFilter = hasFilter
    }
  }

  /// What may be filled in.
  public struct Validation {
    /// What a cell may hold.
    public enum Rule {
      case list([String])
      /// A day, not before the one with this number.
      case dayFrom(Int)
    }

    public var cells: String
    public var rule: Rule
    public var title: String
    public var message: String

    public init(cells: String, rule: Rule, title: String, message: String) {
      self.cells = cells
      self.rule = rule
      self.title = title
      self.message = message
    }
  }

  /// The whole file.
  public static func bytes(_ sheets: [Sheet]) -> [UInt8] {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", contentTypes(sheets.count))
    zip.add("_rels/.rels", relations([(officeDocument, "xl/workbook.xml")]))
    zip.add("xl/workbook.xml", workbook(sheets))
    zip.add(
      "xl/_rels/workbook.xml.rels",
      relations(
        sheets.indices.map { (worksheet, "worksheets/sheet\($0 + 1).xml") }
          + [(styles, "styles.xml")]))
    zip.add("xl/styles.xml", WorkbookStyles.bytes)
    for (place, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(place + 1).xml", bytes(of: sheet))
    }
    return zip.bytes()
  }

  private static let officeDocument =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
  private static let worksheet =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
  private static let styles =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  static func document(_ content: (inout MarkupWriter) -> Void) -> [UInt8] {
    var xml = MarkupWriter()
    xml.passage("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    content(&xml)
    return xml.bytes
  }

  private static func contentTypes(_ count: Int) -> [UInt8] {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    return document { xml in
      xml.element(
        "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]
      ) { xml in
        xml.empty(
          "Default",
          [
            "Extension": "rels",
            "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
          ])
        xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
        xml.empty(
          "Override",
          ["PartName": "/xl/workbook.xml", "ContentType": kind + "sheet.main+xml"])
        xml.empty(
          "Override", ["PartName": "/xl/styles.xml", "ContentType": kind + "styles+xml"])
        for number in 1...count {
          xml.empty(
            "Override",
            [
              "PartName": "/xl/worksheets/sheet\(number).xml",
              "ContentType": kind + "worksheet+xml",
            ])
        }
      }
    }
  }

  private static func relations(_ list: [(kind: String, target: String)]) -> [UInt8] {
    document { xml in
      xml.element(
        "Relationships",
        ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]
      ) { xml in
        for (place, relation) in list.enumerated() {
          xml.empty(
            "Relationship",
            ["Id": "rId\(place + 1)", "Type": relation.kind, "Target": relation.target])
        }
      }
    }
  }

  private static func workbook(_ sheets: [Sheet]) -> [UInt8] {
    document { xml in
      xml.element(
        "workbook",
        [
          "xmlns": main,
          "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        ]
      ) { xml in
        xml.element("bookViews") { $0.empty("workbookView", ["activeTab": "0"]) }
        xml.element("sheets") { xml in
          for (place, sheet) in sheets.enumerated() {
            xml.empty(
              "sheet",
              [
                "name": sheet.name, "sheetId": "\(place + 1)",
                "state": sheet.isHidden ? "hidden" : nil, "r:id": "rId\(place + 1)",
              ])
          }
        }
      }
    }
  }

  private static func bytes(of sheet: Sheet) -> [UInt8] {
    document { xml in
      xml.element("worksheet", ["xmlns": main]) { xml in
        xml.element("sheetPr") { $0.empty("pageSetUpPr", ["fitToPage": "1"]) }
        if let frozen = sheet.frozen {
          xml.element("sheetViews") { xml in
            xml.element("sheetView", ["workbookViewId": "0"]) { xml in
              xml.empty(
                "pane",
                [
                  "xSplit": frozen.columns > 0 ? "\(frozen.columns)" : nil,
                  "ySplit": "\(frozen.rows)",
                  "topLeftCell": name(of: frozen.columns) + "\(frozen.rows + 1)",
                  "activePane": frozen.columns > 0 ? "bottomRight" : "bottomLeft",
                  "state": "frozen",
                ])
            }
          }
        }
        xml.element("cols") { xml in
          for (place, column) in sheet.columns.enumerated() {
            xml.empty(
              "col",
              [
                "min": "\(place + 1)", "max": "\(place + 1)", "width": "\(column.width)",
                "customWidth": "1", "hidden": column.isHidden ? "1" : nil,
              ])
          }
        }
        let widths = sheet.columns.map(\.width)
        xml.element("sheetData") { xml in
          for (place, row) in sheet.rows.enumerated() {
            let height = linePoints * lines(of: row, in: widths)
            xml.element(
              "row", ["r": "\(place + 1)", "ht": "\(height)", "customHeight": "1"]
            ) { xml in
              for (column, cell) in row.enumerated() {
                write(cell, at: name(of: column) + "\(place + 1)", to: &xml)
              }
            }
          }
        }
        if sheet.isLocked {
          xml.empty(
            "sheetProtection",
            [
              "sheet": "1", "objects": "1", "scenarios": "1", "formatColumns": "0",
              "formatRows": "0",
            ])
        }
        if sheet.hasFilter, let first = sheet.rows.first, !first.isEmpty {
          let corner = "\(name(of: first.count - 1))\(sheet.rows.count)"
          xml.empty("autoFilter", ["ref": "A1:\(corner)"])
        }
        write(sheet.validations, to: &xml)
        xml.empty(
          "pageSetup",
          [
            "paperSize": "9", "orientation": "landscape", "fitToWidth": "1", "fitToHeight": "0",
          ])
      }
    }
  }

  /// The height of a line, in points.
  private static let linePoints = 15

  /// How many lines the longest cell of a row takes; not every program works that out by itself.
  private static func lines(of row: [SheetCell], in widths: [Int]) -> Int {
    zip(row, widths).map { cell, width in
      guard case .text(let text, _) = cell else { return 1 }
      // Words are not broken: some of each line stays empty.
      return 1 + text.count * 5 / (4 * max(1, width))
    }.max() ?? 1
  }

  private static func write(_ validations: [Validation], to xml: inout MarkupWriter) {
    guard !validations.isEmpty else { return }
    xml.element("dataValidations", ["count": "\(validations.count)"]) { xml in
      for validation in validations {
        let isList: Bool
        let formula: String
        switch validation.rule {
        case .list(let words):
          isList = true
          formula = "\"\(words.joined(separator: ","))\""
        case .dayFrom(let number):
          isList = false
          formula = "\(number)"
        }
        xml.element(
          "dataValidation",
          [
            "type": isList ? "list" : "date",
            "operator": isList ? nil : "greaterThanOrEqual", "allowBlank": "1",
            "showInputMessage": "1", "showErrorMessage": "1", "errorTitle": validation.title,
            "error": validation.message, "promptTitle": validation.title,
            "prompt": validation.message, "sqref": validation.cells,
          ]
        ) { $0.element("formula1", text: formula) }
      }
    }
  }

  private static func write(_ cell: SheetCell, at place: String, to xml: inout MarkupWriter) {
    switch cell {
    case .text(let text, let style):
      xml.element("c", ["r": place, "s": "\(style.rawValue)", "t": "inlineStr"]) { xml in
        xml.element("is") { $0.element("t", ["xml:space": "preserve"], text: text) }
      }
    case .day(let day, let style):
      number("\(SheetDay.number(of: day))", style, at: place, to: &xml)
    case .moment(let local, let style):
      let milliseconds = local.secondOfDay * 1_000 + local.millisecond
      let value = Double(SheetDay.number(of: local.day)) + Double(milliseconds) / 86_400_000
      number("\(value)", style, at: place, to: &xml)
    case .number(let value, let style):
      number("\(value)", style, at: place, to: &xml)
    case .real(let value, let style):
      number("\(value)", style, at: place, to: &xml)
    case .blank(let style):
      xml.empty("c", ["r": place, "s": "\(style.rawValue)"])
    }
  }

  private static func number(
    _ value: String, _ style: SheetStyle, at place: String, to xml: inout MarkupWriter
  ) {
    xml.element("c", ["r": place, "s": "\(style.rawValue)"]) { $0.element("v", text: value) }
  }

  /// The letters of a column, counted from 0.
  public static func name(of column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.insert(UInt8(0x41 + (rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
