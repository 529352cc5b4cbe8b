import AccessModel
import CanonicalJSON

extension EntitlementConditions {
  /// Visits the fields that say it, among those of an event.
  mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.optional(
      "validityDaysMax", &validityDaysMax,
      "The longest time a grant may run, in days, when shorter than the rules say.")
    try visitor.optional(
      "reviewDays", &reviewDays,
      "The longest time between reviews, in days, when shorter than the rules say.")
    try visitor.optional("level", &level, "The level of its own, 0 to 4, when above the system's.")
    try visitor.optional(
      "matter", &matter,
      "The group of matters in delegation orders; when there is one, it is decided on delegation and not in a role."
    )
    try visitor.optional("position", &position, "The position its holder must have.")
    try visitor.field(
      "courses", &courses,
      "The courses its holder must have completed, all of them; of a change, empty for as before.")
    try visitor.optional("emergency", &emergency, "Whether it may be activated in an emergency.")
    try visitor.optional(
      "yearlyCost", &yearlyCost, "What one holder costs in a year, in whole kronor.")
  }
}
