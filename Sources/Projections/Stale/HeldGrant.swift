import AccessModel
import Chronology
import Policies

/// A grant that had begun at the moment of an inquiry, with where it stands and the rules that hold for it.
struct HeldGrant: Sendable {
  var row: GrantRow
  var state: GrantState
  /// The rules in force for it at the moment.
  var rules: AccessPolicy
  var person: PersonRow?
  var system: SystemRow
  var entitlement: EntitlementRow

  /// Whether it works, or would but for a suspension.
  var isWorking: Bool { state == .inEffect || state == .suspended }
}
