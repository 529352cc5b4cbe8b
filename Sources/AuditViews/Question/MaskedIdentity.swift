public import Diagnostics

/// Why the name of a person is not shown.
public enum MaskedIdentity: Hashable, Sendable {
  /// It was erased.
  case erased
  /// The identity is protected: whoever knows the name finds the person, and nobody learns the name here.
  case protected

  var code: String {
    switch self {
    case .erased: "erased"
    case .protected: "protected"
    }
  }

  public var word: Localized {
    switch self {
    case .erased: Localized(en: "(erased)", sv: "(raderad)")
    case .protected: Localized(en: "(protected)", sv: "(skyddad)")
    }
  }
}

extension MaskedIdentity? {
  /// The name as a table shows it: itself, or why it is not told.
  func cell(for name: String?) -> Cell {
    if let name { return .text(name) }
    guard let self else { return .empty }
    return .word(code: self.code, self.word)
  }
}
