import Diagnostics
import IdentityRegister

/// What closures that cannot throw met while they looked something up.
final class LookupTrouble {
  /// The first thing that makes the answer wrong: an event that cannot be read, a text that was altered.
  private(set) var fault: (any Error)?
  /// The first thing that makes names and texts missing from the answer.
  private var missing: Diagnostic?
  private var isWarned = false

  /// The result, or `nil` after the error was kept.
  ///
  /// What the register of identities has to say takes names away and leaves the answer right; all else is a fault.
  func noting<Result>(_ body: () throws -> Result) -> Result? {
    do {
      return try body()
    } catch {
      if let diagnostic = error as? Diagnostic, Self.registerCodes.contains(diagnostic.code) {
        if missing == nil { missing = diagnostic }
      } else if fault == nil {
        fault = error
      }
      return nil
    }
  }

  /// What to warn of, once.
  func takenWarning() -> Diagnostic? {
    guard let missing, !isWarned else { return nil }
    isWarned = true
    var warning = VerbCodes.withoutNames.diagnostic(
      facts: [
        .init(
          en: "why", sv: "varför",
          localized: Localized(
            en: "\(missing.code): \(missing.statement.english)",
            sv: "\(missing.code): \(missing.statement.swedish)"))
      ] + missing.facts)
    warning.remedy = missing.remedy
    return warning
  }

  private static let registerCodes = Set(IdentityRegister.catalogue.map(\.code))
}
