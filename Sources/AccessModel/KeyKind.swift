public import Diagnostics

/// Who holds an actor's key.
public enum KeyKind: CodedValue {
  /// A human signs with it.
  case person
  /// A job or an import on a machine signs with it.
  case host

  public var code: StaticString {
    switch self {
    case .person: "person"
    case .host: "host"
    }
  }

  public var word: Localized {
    switch self {
    case .person: Localized(en: "person", sv: "person")
    case .host: Localized(en: "host", sv: "värd")
    }
  }

  public static let codes = CodeTable<KeyKind>()
}
