import Markup

/// How the cells of the workbook look and which of them may be changed; the formats are those of `SheetStyle`, in its order.
enum WorkbookStyles {
  static var bytes: [UInt8] {
    WorkbookWriter.document { xml in
      xml.element("styleSheet", ["xmlns": WorkbookWriter.main]) { xml in
        xml.element("numFmts", ["count": "2"]) {
          $0.empty("numFmt", ["numFmtId": "164", "formatCode": "yyyy\\-mm\\-dd"])
          $0.empty("numFmt", ["numFmtId": "165", "formatCode": "yyyy\\-mm\\-dd\\ hh:mm:ss"])
        }
        xml.element("fonts", ["count": "2"]) { xml in
          font(&xml, isBold: false)
          font(&xml, isBold: true)
        }
        xml.element("fills", ["count": "4"]) { xml in
          xml.element("fill") { $0.empty("patternFill", ["patternType": "none"]) }
          xml.element("fill") { $0.empty("patternFill", ["patternType": "gray125"]) }
          fill(&xml, "FFE6ECF3")
          fill(&xml, "FFFFF9E5")
        }
        xml.element("borders", ["count": "2"]) { xml in
          border(&xml, nil)
          border(&xml, "thin")
        }
        xml.element("cellStyleXfs", ["count": "1"]) {
          $0.empty("xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"])
        }
        xml.element("cellXfs", ["count": "9"]) { xml in
          format(&xml)
          format(&xml, font: 1, fill: 2, border: 1)
          format(&xml, number: 49, isQuoted: true)
          format(&xml, number: 164)
          format(&xml)
          format(&xml, number: 49, fill: 3, border: 1, isLocked: false)
          format(&xml, number: 164, fill: 3, border: 1, isLocked: false)
          format(&xml, number: 49, font: 1, isQuoted: true)
          format(&xml, number: 165)
        }
      }
    }
  }

  private static func font(_ xml: inout MarkupWriter, isBold: Bool) {
    xml.element("font") { xml in
      if isBold { xml.empty("b") }
      xml.empty("sz", ["val": "11"])
      xml.empty("name", ["val": "Calibri"])
    }
  }

  private static func fill(_ xml: inout MarkupWriter, _ colour: String) {
    xml.element("fill") { xml in
      xml.element("patternFill", ["patternType": "solid"]) { xml in
        xml.empty("fgColor", ["rgb": colour])
        xml.empty("bgColor", ["indexed": "64"])
      }
    }
  }

  private static func border(_ xml: inout MarkupWriter, _ style: String?) {
    xml.element("border") { xml in
      xml.empty("left", ["style": style])
      xml.empty("right", ["style": style])
      xml.empty("top", ["style": style])
      xml.empty("bottom", ["style": style])
      xml.empty("diagonal")
    }
  }

  private static func format(
    _ xml: inout MarkupWriter, number: Int = 0, font: Int = 0, fill: Int = 0, border: Int = 0,
    isLocked: Bool = true, isQuoted: Bool = false
  ) {
    xml.element(
      "xf",
      [
        "numFmtId": "\(number)", "fontId": "\(font)", "fillId": "\(fill)",
        "borderId": "\(border)", "xfId": "0", "quotePrefix": isQuoted ? "1" : nil,
        "applyNumberFormat": "1", "applyFont": "1", "applyFill": "1", "applyBorder": "1",
        "applyAlignment": "1", "applyProtection": "1",
      ]
    ) { xml in
      xml.empty("alignment", ["horizontal": "left", "vertical": "top", "wrapText": "1"])
      xml.empty("protection", ["locked": isLocked ? "1" : "0"])
    }
  }
}
