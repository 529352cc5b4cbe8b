public import AccessModel
public import Diagnostics

/// What becomes of access from an earlier post that nobody has confirmed in time.
public enum TransferEffect: CodedValue {
  case end
  case flag

  public var code: StaticString {
    switch self {
    case .end: "end"
    case .flag: "flag"
    }
  }

  public var word: Localized {
    switch self {
    case .end: Localized(en: "it ends", sv: "den upphör")
    case .flag: Localized(en: "it is flagged", sv: "den flaggas")
    }
  }

  public static let codes = CodeTable<TransferEffect>()
}
