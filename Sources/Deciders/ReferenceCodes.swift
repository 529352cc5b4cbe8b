import AccessModel
public import Diagnostics

/// Refusals of commands that name what is not there, or name anew what is.
public enum ReferenceCodes {
  public static let unknown = DiagnosticCode(
    "REF-01",
    Localized(
      en: "The ledger knows nothing by this identifier.",
      sv: "Liggaren känner inte till något med denna beteckning."),
    remedy: Localized(
      en:
        "Check the spelling; the list commands show what there is: liggare system list, liggare person list.",
      sv:
        "Kontrollera stavningen; listkommandona visar vad som finns: liggare system list, liggare person list."
    ))

  public static let taken = DiagnosticCode(
    "REF-02",
    Localized(
      en: "The identifier is in use already.",
      sv: "Beteckningen används redan."),
    remedy: Localized(
      en: "Choose another identifier, or leave it out to be given the next free one.",
      sv: "Välj en annan beteckning, eller utelämna den för att få nästa lediga."))

  public static let malformed = DiagnosticCode(
    "REF-03",
    Localized(
      en: "The text is not one that can be recorded.",
      sv: "Texten kan inte registreras."),
    remedy: Localized(
      en:
        "Give 1 to 400 bytes of text (8,000 for free text) with no control characters and no space at either end.",
      sv:
        "Ange 1 till 400 byte text (8 000 för fritext) utan styrtecken och utan blanksteg i ändarna."
    ))

  public static let order = DiagnosticCode(
    "REF-04",
    Localized(
      en: "The step cannot be taken now.",
      sv: "Steget kan inte tas nu."),
    remedy: Localized(
      en: "The facts say where it stands; take the step that comes before.",
      sv: "Uppgifterna säger var det står; ta steget som kommer före."))

  public static let days = DiagnosticCode(
    "REF-05",
    Localized(
      en: "The number of days is out of range.",
      sv: "Antalet dagar är inte rimligt."),
    remedy: Localized(
      en: "Give a whole number of days from 1 to 36,600.",
      sv: "Ange ett helt antal dagar från 1 till 36 600."))

  public static let range = DiagnosticCode(
    "REF-14",
    Localized(
      en: "The number is out of range.", sv: "Talet ligger utanför det tillåtna."),
    remedy: Localized(
      en: "Give a whole number within the range that the facts say.",
      sv: "Ange ett helt tal inom det som uppgifterna säger."))

  public static let catalogue = [
    unknown, taken, malformed, order, days, noReason, scope, decidingRole, foreignRequest,
    foreignAccount, lastDay, laterEnd, carriedOut, range,
  ]

  /// Refuses a level outside 0 to 4.
  static func check(level: Int64) throws(Rejection) {
    guard !(0...4).contains(level) else { return }
    throw Rejection(
      range.diagnostic(
        .init(en: "level", sv: "nivå", "\(level)"),
        .init(en: "allowed", sv: "tillåtet", "0–4")))
  }

  /// Refuses a change that changes nothing.
  static func nothingChanged(_ thing: String) -> Rejection {
    order(
      thing, state: Localized(en: "nothing is said to change", sv: "inget sägs ändras"),
      needed: Localized(
        en: "at least one option that says what changes",
        sv: "minst en flagga som säger vad som ändras"))
  }

  static func unexplained(_ thing: String) -> Rejection {
    Rejection(noReason.diagnostic(.init(en: "what", sv: "vad", thing)))
  }

  static func unknown<Subject: IdentifierSubject>(_ id: Identifier<Subject>) -> Rejection {
    Rejection(unknown.diagnostic(.init(Subject.word, "\(id)")))
  }

  static func unknown(_ entitlement: EntitlementID) -> Rejection {
    Rejection(unknown.diagnostic(.init(EntitlementSubject.word, "\(entitlement)")))
  }

  static func taken<Subject: IdentifierSubject>(_ id: Identifier<Subject>) -> Rejection {
    Rejection(taken.diagnostic(.init(Subject.word, "\(id)")))
  }

  /// Refuses a number of days that no rule could mean.
  static func check(days count: Int64?) throws(Rejection) {
    guard let count, !(1...36_600).contains(count) else { return }
    throw Rejection(days.diagnostic(.init(en: "days", sv: "dagar", "\(count)")))
  }

  static func order(_ thing: String, state: Localized, needed: Localized) -> Rejection {
    Rejection(
      order.diagnostic(
        .init(en: "what", sv: "vad", thing), .init(en: "state", sv: "läge", localized: state),
        .init(en: "needed", sv: "krävs", localized: needed)))
  }
}
