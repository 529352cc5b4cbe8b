/// A defect that was put in: where it is to be found, by which code, and why it is one.
struct Answer {
  /// The view that lists it.
  var view: String
  /// The rule or the finding; empty where the view has no codes.
  var code: String
  /// What the view says it is about: an identifier, or the position of an event.
  var about: String
  var why: String

  /// As one line of JSON.
  var line: String {
    "{\"view\":\"\(view)\",\"code\":\"\(code)\",\"about\":\"\(about)\",\"why\":\"\(why)\"}\n"
  }
}
