import AccessModel
import Diagnostics
import Policies

/// A document of rules.
enum PolicyDocumentParser: FuzzedParser {
  static let name = "policy-document"
  private static let events = ["grant.revoked", "policy.adopted", "unit.registered"]

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    guard let document = try read(bytes) else { return false }
    for comments in [nil, Language.english, .swedish] {
      let text = document.text(comments: comments)
      // With comments a full document may be longer than one may be.
      guard text.utf8.count <= DocumentText.bytesMax else { continue }
      try require(
        try read(Array(text.utf8)) == document, "a document that is written reads the same")
    }
    return true
  }

  private static func read(_ bytes: [UInt8]) throws(Violation) -> PolicyDocument? {
    do throws(PolicyFaults) {
      return try PolicyDocument(reading: PolicyDocument.text(of: bytes), events: events)
    } catch {
      try require(!error.faults.isEmpty, "a refusal has a reason")
      for fault in error.faults {
        try require(!fault.text(in: .swedish).isEmpty, "a reason can be told")
      }
      return nil
    }
  }
}
