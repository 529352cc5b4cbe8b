public import Diagnostics

/// How it was made sure that somebody said what is recorded for them.
public enum StatementCheck: CodedValue {
  case inPerson
  case signedMail
  case callBack
  case signedPaper

  public var code: StaticString {
    switch self {
    case .inPerson: "in-person"
    case .signedMail: "signed-mail"
    case .callBack: "call-back"
    case .signedPaper: "signed-paper"
    }
  }

  public var word: Localized {
    switch self {
    case .inPerson: Localized(en: "in person", sv: "personligen")
    case .signedMail: Localized(en: "by signed e-mail", sv: "genom signerad e-post")
    case .callBack: Localized(en: "by calling back", sv: "genom motringning")
    case .signedPaper: Localized(en: "by a signed paper", sv: "genom undertecknat papper")
    }
  }

  public static let codes = CodeTable<StatementCheck>()
}
