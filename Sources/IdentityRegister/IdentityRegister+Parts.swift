internal import Chronology
public import Diagnostics

extension IdentityRegister {
  /// Hands out the lines of a part, each without its line feed, in the order in which things were kept.
  ///
  /// Other processes cannot write while `body` runs.
  public func forEachLine(
    of part: RegisterPart, _ body: ([UInt8]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let members = part.columns.map { "'\($0.name)', \($0.expression)" }.joined(separator: ", ")
    try connection.each(
      "SELECT json_object(\(members)) FROM \(part.table) ORDER BY number"
    ) { (row) throws(Diagnostic) in try body(row.withText(0) { Array($0) }) }
  }

  /// Takes the lines of a part into an empty register, in one transaction.
  ///
  /// - Throws: `IDR-12` for a line that is not of the form, with its number from 1; then none is taken.
  public func take(_ part: RegisterPart, _ lines: [ArraySlice<UInt8>]) throws(Diagnostic) {
    try requireWriting()
    let values = part.columns.map { "json_extract(?1, '$.\($0.name)')" }.joined(separator: ", ")
    try connection.transaction { () throws(Diagnostic) in
      for (place, line) in lines.enumerated() {
        guard let text = String(validating: line, as: UTF8.self),
          try connection.integer("SELECT json_valid(?1)", [.text(text)]) == 1
        else { throw Self.malformed(part, line: place + 1) }
        var fields: [String?] = []
        try connection.each("SELECT \(values)", [.text(text)]) { (row) throws(Diagnostic) in
          fields = part.columns.indices.map { row.optionalText(Int32($0)) }
        }
        guard try insert(fields, of: part) else { throw Self.malformed(part, line: place + 1) }
      }
    }
  }

  private static func malformed(_ part: RegisterPart, line: Int) -> Diagnostic {
    FieldRules.refusal(
      Localized(en: "line \(line) of \(part.rawValue)", sv: "rad \(line) i \(part.rawValue)"),
      Localized(en: "is not of the form", sv: "har inte formen"))
  }

  /// Inserts a row by its columns; `false` when they are not of the form.
  private func insert(_ fields: [String?], of part: RegisterPart) throws(Diagnostic) -> Bool {
    switch part {
    case .identities:
      guard let person = fields[0], let name = fields[1], let mark = fields[6] else { return false }
      let identity = Identity(
        person: person, name: name, userName: fields[2], employeeNumber: fields[3],
        email: fields[4], title: fields[5], isProtected: mark == "1")
      try FieldRules.check(identity)
      return try write(identity) == nil
    case .texts: return try insertText(fields)
    case .accounts: return try insertAccount(fields)
    case .erasures:
      guard let person = fields[0], let at = fields[1].flatMap({ Instant($0) }),
        let basis = fields[2]
      else { return false }
      try connection.run(
        "INSERT INTO erasure (person, at, basis, is_clean) VALUES (?1, ?2, ?3, 1)",
        [.text(person), .integer(at.milliseconds), .text(basis)])
    case .disposals:
      guard let at = fields[1].flatMap({ Instant($0) }), let decision = fields[2] else {
        return false
      }
      try connection.run(
        "INSERT INTO disposal (position, at, decision, is_clean) VALUES (?1, ?2, ?3, 1)",
        [
          fields[0].flatMap(Int64.init).map { .integer($0) } ?? .null,
          .integer(at.milliseconds), .text(decision),
        ])
    }
    return true
  }

  private func insertText(_ fields: [String?]) throws(Diagnostic) -> Bool {
    guard let commitment = Self.bytes(ofDigits: fields[0]), commitment.count == 32,
      let event = fields[1], let field = fields[2]
    else { return false }
    let salt = Self.bytes(ofDigits: fields[3])
    let erased = fields[7].flatMap { Instant($0) }
    // A text is there with its salt, or gone with a ground.
    guard (salt != nil) == (fields[4] != nil), (salt == nil) == (erased != nil),
      (erased == nil) == (fields[8] == nil)
    else { return false }
    if let salt, let text = fields[4] {
      try FieldRules.check(
        OpenText(
          commitment: commitment, event: event, field: field, salt: salt, text: text,
          subject: fields[5]))
    }
    try connection.run(
      """
      INSERT INTO text
        (commitment, event, field, salt, text, subject, is_locked, erased_at, basis, likeness)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """,
      [
        .blob(commitment), .text(event), .text(field), salt.map { .blob($0) } ?? .null,
        .optional(fields[4]), .optional(fields[5]), .integer(fields[6] == "1" ? 1 : 0),
        erased.map { .integer($0.milliseconds) } ?? .null, .optional(fields[8]),
        fields[4].flatMap { LikenessMark.mark(of: $0, in: field) }.map { .integer($0) } ?? .null,
      ])
    return true
  }

  private func insertAccount(_ fields: [String?]) throws(Diagnostic) -> Bool {
    guard let account = fields[0], let system = fields[1] else { return false }
    if let name = fields[2] {
      let name = AccountName(system: system, account: account, name: name, subject: fields[3])
      try FieldRules.check(name)
      return try write(name) == nil
    }
    try connection.run(
      "INSERT INTO account (system, account, subject) VALUES (?1, ?2, ?3)",
      [.text(system), .text(account), .optional(fields[3])])
    return true
  }

  private static func bytes(ofDigits text: String?) -> [UInt8]? {
    guard let text, text.utf8.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var digits = text.utf8.makeIterator()
    while let high = digits.next(), let low = digits.next() {
      guard let byte = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    return bytes
  }
}
