import Diagnostics

extension PolicyKey {
  /// What a document may set about telling those who must act, in the order in which documents are printed.
  ///
  /// The more days, the stricter; two that are equal are one.
  static let reminder: [PolicyKey] = [
    .number(
      "reminder", "first", \.reminders.first, 0...250, isMoreStricter: true,
      Localized(
        en: "how many office days before its last day somebody is first told what they must do",
        sv: "hur många arbetsdagar före sista dagen någon först får veta vad de ska göra")),
    .number(
      "reminder", "second", \.reminders.second, 0...250, isMoreStricter: true,
      Localized(
        en: "how many office days before its last day they are told again",
        sv: "hur många arbetsdagar före sista dagen de påminns")),
    .number(
      "reminder", "last", \.reminders.last, 0...250, isMoreStricter: true,
      Localized(
        en: "how many office days before its last day they are told for the last time",
        sv: "hur många arbetsdagar före sista dagen de påminns sista gången")),
  ]
}
