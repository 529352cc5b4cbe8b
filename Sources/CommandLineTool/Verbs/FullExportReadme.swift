import IdentityRegister

/// The page that begins a full export.
enum FullExportReadme {
  static func text(hasIdentities: Bool) -> String {
    let parts = RegisterPart.allCases.map { part in
      "* `identities/\(part.rawValue).ndjson`: \(part.meaning)"
    }.joined(separator: "\n")
    let identities =
      hasIdentities
      ? """
      ## identities

      Names and texts, one object of JSON on each line, in the order in which they were kept. They are personal data, and stand in no
      event: an event has the identifier of a person and the commitment of a text. Who was erased, and what was disposed of, is not in them.

      \(parts)
      """
      : """
      ## No identities

      Names and texts were left out. Persons are known by their identifiers, and texts by their commitments.
      """
    return """
      # A full export of a ledger of access

      `sha256sum -c SHA256SUMS` tells whether each file is as it was given out. `manifest.json` tells the name of the log, how many events it has, the root
      of their tree, the newest checkpoint when there was one of this size, and of each file its bytes, lines and SHA-256. The list itself is held by the digest that was told when
      the export was made.

      ## log

      The log's own bytes. `segments/*.ndjson` has one event on each line, an object of JSON: `event` is what was signed, and
      `documentation/events.json` tells the fields of its `data`, by its `type` and version. Lines stand in the order of record; each is a leaf of a
      Merkle tree (RFC 6962), and each command is signed with an SSH key that a `key.enrolled` event made known. `liggare verify --ledger log`
      checks all of it, and so do `sha256sum`, `openssl` and `ssh-keygen`.

      \(identities)

      ## beside

      What lies beside the log and proves nothing: refused commands, who read what, and who was told.

      ## documentation

      * `events.json`: every type of event: what became true, who may record it, what it does not say, and its fields.
      * `code-lists.json`: every family of codes that a field is written with, in English and Swedish.
      * `glossary.json`: what things and columns are called in both languages.
      * `views.json`: the questions that the program answers of the events, and the columns of each answer.
      * `codes.json`: the codes that it refuses and finds by.

      """
  }
}
