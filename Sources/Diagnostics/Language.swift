/// A language the program speaks.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case swedish = "sv"
}

/// One text in every language the program speaks.
public struct Localized: Hashable, Sendable {
  public var english: String
  public var swedish: String

  public init(en english: String, sv swedish: String) {
    self.english = english
    self.swedish = swedish
  }

  /// The same text in both: names, ids, numbers.
  public init(verbatim text: String) {
    self.init(en: text, sv: text)
  }

  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .swedish: swedish
    }
  }
}
