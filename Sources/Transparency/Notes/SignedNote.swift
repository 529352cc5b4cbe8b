public import Diagnostics

/// A text and the signatures under it (C2SP signed-note).
public struct SignedNote: Hashable, Sendable {
  /// The longest note that is read, in bytes.
  public static let bytesMax = 65_536
  /// The most signatures that are read.
  public static let signaturesMax = 64

  /// What is signed: lines of UTF-8, the last with its LF.
  public var text: [UInt8]
  public var signatures: [NoteSignature]

  public init(text: [UInt8], signatures: [NoteSignature]) {
    self.text = text
    self.signatures = signatures
  }

  /// Reads a note.
  ///
  /// - Throws: `NOTE-01` when the bytes are no note in its one form.
  public init(_ bytes: some Collection<UInt8>) throws(Diagnostic) {
    guard bytes.count <= Self.bytesMax, let note = Self(reading: Array(bytes)) else {
      throw NoteCodes.unreadableNote.diagnostic()
    }
    self = note
  }

  private init?(reading bytes: [UInt8]) {
    guard bytes.last == 0x0A, bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }),
      String(validating: bytes, as: UTF8.self) != nil
    else { return nil }
    // The signatures come after the last empty line.
    var place = bytes.count - 1
    while place > 0, !(bytes[place] == 0x0A && bytes[place - 1] == 0x0A) { place -= 1 }
    guard place > 1, place + 1 < bytes.count else { return nil }
    text = Array(bytes[..<place])
    let lines = bytes[(place + 1)..<(bytes.count - 1)].split(
      separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count <= Self.signaturesMax else { return nil }
    signatures = []
    for line in lines {
      guard let signature = NoteSignature(line: line) else { return nil }
      signatures.append(signature)
    }
  }

  /// The note as a file holds it.
  public var bytes: [UInt8] { text + [0x0A] + signatures.flatMap(\.line) }

  /// The one signature that says it is by this key.
  ///
  /// - Throws: `NOTE-07` when there is none, or there are several.
  func signature(claiming key: NoteVerifierKey) throws(Diagnostic) -> NoteSignature {
    let claimed = signatures.filter { $0.claims(key) }
    guard let signature = claimed.first, claimed.count == 1 else {
      throw NoteCodes.notSigned.diagnostic(
        .init(en: "key", sv: "nyckel", key.text),
        .init(en: "signatures under its name", sv: "signaturer i dess namn", "\(claimed.count)"))
    }
    return signature
  }
}
