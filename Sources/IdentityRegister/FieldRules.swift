internal import Diagnostics

/// The bounds of every value that enters the register, so that whatever is read back can be shown.
enum FieldRules {
  /// The most characters (Unicode scalars) of a name, a login, an address, a title or a ground.
  static let charactersMax = 200
  static let textBytesMax = 8_000
  static let digestBytes = 32

  static func check(_ identity: Identity) throws(Diagnostic) {
    try checkPerson(identity.person)
    try checkLine(identity.name, field: Localized(en: "name", sv: "namn"))
    let optional: [(String?, Localized)] = [
      (identity.userName, Localized(en: "user name", sv: "användarnamn")),
      (identity.employeeNumber, Localized(en: "employee number", sv: "anställningsnummer")),
      (identity.email, Localized(en: "e-mail", sv: "e-post")),
      (identity.title, Localized(en: "title", sv: "titel")),
    ]
    for (value, field) in optional {
      if let value { try checkLine(value, field: field) }
    }
  }

  static func check(_ account: AccountName) throws(Diagnostic) {
    try checkPerson(account.system)
    try checkPerson(account.account)
    try checkLine(account.name, field: Localized(en: "account name", sv: "kontonamn"))
    if let subject = account.subject { try checkPerson(subject) }
  }

  static func check(_ text: OpenText) throws(Diagnostic) {
    let bytes = Localized(en: "must be 32 bytes", sv: "ska vara 32 byte")
    guard text.commitment.count == digestBytes else {
      throw refusal(Localized(en: "commitment", sv: "åtagande"), bytes)
    }
    guard text.salt.count == digestBytes else {
      throw refusal(Localized(verbatim: "salt"), bytes)
    }
    guard text.event.utf8.count == 32,
      text.event.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else {
      throw refusal(
        Localized(en: "event", sv: "händelse"),
        Localized(
          en: "must be 32 hexadecimal digits in lower case",
          sv: "ska vara 32 hexadecimala siffror med små bokstäver"))
    }
    guard (1...64).contains(text.field.utf8.count),
      text.field.utf8.allSatisfy({ byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || byte == 45 || byte == 46 || byte == 95
      })
    else {
      throw refusal(
        Localized(en: "field", sv: "fält"),
        Localized(
          en: "must be 1 to 64 letters, digits, full stops, hyphens or low lines",
          sv: "ska vara 1–64 bokstäver, siffror, punkter, bindestreck eller understreck"))
    }
    try check(freeText: text.text)
    if let subject = text.subject { try checkPerson(subject) }
  }

  /// At most 8,000 bytes; of the control characters only tab and line breaks.
  static func check(freeText text: String) throws(Diagnostic) {
    guard text.utf8.count <= textBytesMax else {
      throw refusal(
        Localized(verbatim: "text"),
        Localized(
          en: "\(text.utf8.count) bytes; at most 8,000",
          sv: "\(text.utf8.count) byte; högst 8 000"))
    }
    guard text.unicodeScalars.allSatisfy({ !isUnprintable($0) || isLayout($0) }) else {
      throw refusal(
        Localized(verbatim: "text"),
        Localized(
          en: "holds a control character other than tab and line break",
          sv: "innehåller ett annat styrtecken än tabb och radbrytning"))
    }
  }

  /// A person id: 1 to 32 visible ASCII characters.
  static func checkPerson(_ person: String) throws(Diagnostic) {
    guard (1...32).contains(person.utf8.count),
      person.utf8.allSatisfy({ (33...126).contains($0) })
    else {
      throw refusal(
        Localized(en: "person", sv: "person"),
        Localized(
          en: "the id must be 1 to 32 visible ASCII characters",
          sv: "id:t ska vara 1–32 synliga ASCII-tecken"))
    }
  }

  /// One line of 1 to 200 characters, with something to see on it.
  static func checkLine(_ value: String, field: Localized) throws(Diagnostic) {
    // A character may be any number of scalars, so that scalars are what is counted.
    let count = value.unicodeScalars.count
    guard count <= charactersMax else {
      throw refusal(
        field,
        Localized(en: "\(count) characters; at most 200", sv: "\(count) tecken; högst 200"))
    }
    guard value.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw refusal(field, Localized(en: "is empty", sv: "är tomt"))
    }
    guard value.unicodeScalars.allSatisfy({ !isUnprintable($0) }) else {
      throw refusal(
        field, Localized(en: "holds a control character", sv: "innehåller ett styrtecken"))
    }
  }

  /// Control characters, line and paragraph separators, and the marks that turn the reading direction,
  /// with which a name could be shown as another.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func isLayout(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  /// The value itself is personal data and is not repeated.
  static func refusal(_ field: Localized, _ why: Localized) -> Diagnostic {
    var refusal = IdentityRegister.unacceptableField.diagnostic()
    refusal.statement = Localized(
      en: "The identity register does not accept the value for \(field.english): \(why.english).",
      sv: "Identitetsregistret godtar inte värdet för \(field.swedish): \(why.swedish).")
    return refusal
  }
}
