import AccessModel
import Chronology
import Diagnostics
import Markup
import Transparency

/// An answer as a file writes it, before any of it is understood.
struct StatedDecision {
  var number: Int
  var grant: String
  var seen = ""
  /// A code, or what the outcome is called in one of the languages.
  var outcome = ""
  var reason: String?
  var until: String?
  var scope: String?
  var isBulk = false
  var seconds: Int64?

  /// The most bytes of a reason.
  static let reasonBytesMax = 2_000

  init(number: Int, grant: String) {
    self.number = number
    self.grant = grant
  }

  /// - Throws: `PKT-06`.
  func row() throws(Diagnostic) -> CollectedDecisions.Row {
    guard let id = GrantID(grant) else {
      throw malformed(GrantSubject.word, grant, Localized(verbatim: "G-1"))
    }
    guard let digest = Digest(hexadecimal: Array(seen.utf8)) else {
      throw malformed(
        PacketWords.digest, seen,
        Localized(en: "64 hexadecimal digits", sv: "64 hexadecimala siffror"))
    }
    guard let found = Self.outcomes[outcome.lowercased()] else {
      throw malformed(
        PacketWords.outcome, outcome,
        Localized(
          en: ReviewOutcome.allCases.map(\.word.english).joined(separator: ", "),
          sv: ReviewOutcome.allCases.map(\.word.swedish).joined(separator: ", ")))
    }
    if let until, Day(until) == nil {
      throw malformed(PacketWords.until, until, Localized(verbatim: "2026-12-31"))
    }
    if let seconds, !(0...36_600_000).contains(seconds) {
      throw malformed(
        PacketWords.seconds, "\(seconds)", Localized(verbatim: "0–36600000"))
    }
    if let reason, reason.utf8.count > Self.reasonBytesMax {
      throw malformed(
        PacketWords.reason, String(reason.prefix(40)) + "…",
        Localized(
          en: "at most \(Self.reasonBytesMax) bytes", sv: "högst \(Self.reasonBytesMax) byte"))
    }
    return CollectedDecisions.Row(
      number: number, grant: id, seen: digest, outcome: found, reason: Self.said(reason),
      until: until, scope: Self.said(scope), isBulk: isBulk, seconds: seconds)
  }

  func malformed(_ column: Localized, _ found: String, _ form: Localized) -> Diagnostic {
    PacketCodes.malformedRow.diagnostic(
      .init(en: "column", sv: "kolumn", localized: column),
      .init(en: "found", sv: "påträffat", ShownText.of(String(found.prefix(80)))),
      .init(en: "expected", sv: "väntat", localized: form))
  }

  /// The text on one line and without white space around it; `nil` when nothing is left.
  private static func said(_ text: String?) -> String? {
    guard let text else { return nil }
    let scalars = String.UnicodeScalarView(
      text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return nil }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// The outcomes by their codes and by what they are called.
  private static let outcomes: [String: ReviewOutcome] = {
    var found: [String: ReviewOutcome] = [:]
    for outcome in ReviewOutcome.allCases {
      for name in ["\(outcome.code)", outcome.word.english, outcome.word.swedish] {
        found[name.lowercased()] = outcome
      }
    }
    return found
  }()
}
