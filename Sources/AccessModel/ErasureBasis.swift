public import Diagnostics

/// On what ground what identifies a person is erased.
public enum ErasureBasis: CodedValue {
  case left
  case mistake
  case protection
  case disposal

  public var code: StaticString {
    switch self {
    case .left: "left"
    case .mistake: "mistake"
    case .protection: "protection"
    case .disposal: "disposal"
    }
  }

  public var word: Localized {
    switch self {
    case .left: Localized(en: "no longer affiliated", sv: "inte längre anknuten")
    case .mistake: Localized(en: "registered by mistake", sv: "registrerad av misstag")
    case .protection: Localized(en: "protected identity", sv: "skyddade personuppgifter")
    case .disposal: Localized(en: "disposal decision", sv: "gallringsbeslut")
    }
  }

  public static let codes = CodeTable<ErasureBasis>()
}
