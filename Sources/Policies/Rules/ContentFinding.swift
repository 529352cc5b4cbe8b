public import Diagnostics

/// A place in a text that looks like personal data in clear.
public struct ContentFinding: Hashable, Sendable {
  /// What the place looks like.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// A Swedish national identity number (*personnummer*).
    case identityNumber
    /// A Swedish coordination number (*samordningsnummer*): the day is 60 more.
    case coordinationNumber
    case email
    case phone

    /// What the kind is called in a refusal.
    public var name: Localized {
      switch self {
      case .identityNumber: Localized(en: "national identity number", sv: "personnummer")
      case .coordinationNumber: Localized(en: "coordination number", sv: "samordningsnummer")
      case .email: Localized(en: "e-mail address", sv: "e-postadress")
      case .phone: Localized(en: "phone number", sv: "telefonnummer")
      }
    }
  }

  public var kind: Kind
  /// Where it is, as offsets into the text's UTF-8 bytes.
  public var range: Range<Int>
  /// The first two characters and a star for each of the others, at most 24: the data is never repeated.
  public var maskedExcerpt: String
}
