import AccessModel
import AuditViews
import Diagnostics

/// An answer that was masked, with what was masked of it: in JSON as `meta` beside the rows, else told apart.
enum DisclosedAnswer {
  static func bytes(
    _ table: Table, _ mask: AnswerMask, _ format: OutputFormat, _ options: RenderingOptions
  ) -> [UInt8] {
    let body = TableRenderer(format, options).bytes(table)
    guard format == .json else { return body }
    return Array("{\"meta\": \(meta(mask)),\n\"rows\": ".utf8) + body + Array("}\n".utf8)
  }

  static func bytes(
    _ card: Card, _ mask: AnswerMask, _ format: OutputFormat, _ options: RenderingOptions
  ) -> [UInt8] {
    let body = CardRenderer(format, options).bytes(card)
    guard format == .json || format == .jsonl else { return body }
    // The object goes on after its first member.
    return Array("{\"meta\": \(meta(mask)), ".utf8) + body.dropFirst()
  }

  private static func meta(_ mask: AnswerMask) -> String {
    let provisions = mask.provisions.sorted().map {
      "\"\($0.filter { $0 != "\"" && $0 != "\\" })\""
    }
    return
      "{\"profile\": \"\(mask.profile.code)\", \"masked\": \(mask.maskedCount), \"provisions\": [\(provisions.joined(separator: ", "))]}"
  }

  /// What is told beside the answer.
  static func remark(_ mask: AnswerMask) -> Localized {
    let under = mask.provisions.sorted().joined(separator: ", ")
    let tail = under.isEmpty ? "" : " (\(under))"
    return Localized(
      en: "Masked fields: \(mask.maskedCount)\(tail). The answer is \(mask.profile.word.english).",
      sv: "Maskerade fält: \(mask.maskedCount)\(tail). Svaret är \(mask.profile.word.swedish).")
  }
}
