public import Diagnostics

extension IdentityRegister {
  /// Refuses what ``put(_:)`` would refuse of an identity's values, beforehand.
  ///
  /// - Throws: `IDR-12`.
  public static func check(_ identity: Identity) throws(Diagnostic) {
    try FieldRules.check(identity)
  }

  /// Refuses a free text that ``put(_:)`` would refuse, beforehand.
  ///
  /// - Throws: `IDR-12`.
  public static func check(freeText text: String) throws(Diagnostic) {
    try FieldRules.check(freeText: text)
  }
}
