public import Diagnostics

extension Language {
  /// The language to speak: what `--lang` says, else what the environment says, else English.
  ///
  /// The arguments are read before they are parsed, because a complaint about them needs a language
  /// too. The environment is asked in the order of POSIX: the first of `LC_ALL`, `LC_MESSAGES` and
  /// `LANG` that is set and not empty decides; a name such as `sv_SE.UTF-8` is Swedish.
  public static func selected(arguments: [String], environment: [String: String]) -> Language {
    var words = arguments.prefix { $0 != "--" }[...]
    while let word = words.popFirst() {
      if word == "--lang", let value = words.first, let language = Language(rawValue: value) {
        return language
      }
      if word.hasPrefix("--lang="), let language = Language(rawValue: String(word.dropFirst(7))) {
        return language
      }
    }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let locale = environment[name], !locale.isEmpty {
        return isSwedish(locale) ? .swedish : .english
      }
    }
    return .english
  }

  private static func isSwedish(_ locale: String) -> Bool {
    let parts = locale.lowercased().split(maxSplits: 1) { "_-.@".contains($0) }
    return parts.first == "sv"
  }
}
