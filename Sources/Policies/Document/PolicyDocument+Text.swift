public import AccessModel
import Diagnostics

extension PolicyDocument {
  /// The bytes of a file as the text that the log keeps, or every reason why they are none.
  public static func text(of bytes: [UInt8]) throws(PolicyFaults) -> DocumentText {
    func fault(_ why: Localized, line: Int? = nil) -> PolicyFaults {
      var facts = [Diagnostic.Fact(en: "why", sv: "varför", localized: why)]
      if let line { facts.insert(.init(en: "line", sv: "rad", "\(line)"), at: 0) }
      return PolicyFaults([PolicyDocumentCodes.notText.diagnostic(facts: facts)])
    }
    guard !bytes.isEmpty else { throw fault(Localized(en: "it is empty", sv: "den är tom")) }
    guard bytes.count <= DocumentText.bytesMax else {
      throw fault(Localized(en: "it has \(bytes.count) bytes", sv: "den har \(bytes.count) byte"))
    }
    var lines: [String] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let text = String(validating: line, as: UTF8.self) else {
        throw fault(Localized(en: "it is not UTF-8", sv: "den är inte UTF-8"), line: number)
      }
      for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09:
          throw fault(Localized(en: "it has a tab", sv: "den har en tabb"), line: number)
        case 0x0D:
          throw fault(
            Localized(en: "it has a carriage return", sv: "den har en vagnretur"), line: number)
        case ..<0x20, 0x7F...0x9F, 0xFEFF:
          throw fault(
            Localized(en: "it has a control character", sv: "den har ett styrtecken"), line: number)
        case _: break
        }
      }
      lines.append(text)
    }
    guard lines.last == "" else {
      throw fault(
        Localized(en: "the last line is not ended", sv: "sista raden är inte avslutad"),
        line: number)
    }
    guard let document = DocumentText(lines: lines.dropLast()) else {
      throw fault(Localized(en: "it is no text", sv: "den är ingen text"))
    }
    return document
  }
}
