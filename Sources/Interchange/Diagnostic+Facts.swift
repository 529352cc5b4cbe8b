import Diagnostics

/// The facts that readers of foreign formats give with what they refuse.
extension Diagnostic.Fact {
  static func line(_ number: Int) -> Diagnostic.Fact {
    Diagnostic.Fact(en: "line", sv: "rad", "\(number)")
  }

  static func field(_ name: String) -> Diagnostic.Fact {
    Diagnostic.Fact(en: "field", sv: "fält", name)
  }

  static func found(_ text: String) -> Diagnostic.Fact {
    Diagnostic.Fact(en: "found", sv: "påträffat", text)
  }

  static func expected(_ text: String) -> Diagnostic.Fact {
    Diagnostic.Fact(en: "expected", sv: "väntat", text)
  }
}
