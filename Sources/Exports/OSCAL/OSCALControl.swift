public import AuditViews
import Diagnostics

/// How OSCAL's catalogue of NIST SP 800-53 calls a control that a view answers for.
public enum OSCALControl {
  /// `ac-2` for `NIST AC-2 d`, and `ac-2.3` for `NIST AC-2 (3)`; `nil` for a control of another catalogue.
  public static func id(of control: Control) -> String? {
    let words = control.clause.english.split(separator: " ")
    guard words.first == "NIST", words.count > 1 else { return nil }
    let base = words[1].lowercased()
    guard words.count > 2, words[2].hasPrefix("("), words[2].hasSuffix(")") else { return base }
    return base + "." + words[2].dropFirst().dropLast()
  }
}
