import AccessModel
import Diagnostics
import Policies

/// The refusal to change access whose account nobody is known to own.
enum ChangesNobodysGrant {
  static func diagnostic(_ grant: GrantID) -> Diagnostic {
    ChangesPresentGrant.violation(
      grant: grant,
      why: Localized(en: "nobody is known to own it", sv: "ingen är känd som innehavare"))
  }
}
