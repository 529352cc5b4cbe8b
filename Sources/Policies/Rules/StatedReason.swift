public import Diagnostics

/// A change of what is registered says why. (SYS-10)
public enum StatedReason {
  public static let code = DiagnosticCode(
    "SYS-10",
    Localized(
      en: "The change needs a reason.", sv: "Ändringen behöver ett skäl."),
    remedy: Localized(en: "Say why with --reason.", sv: "Ange varför med --reason."))

  public static func check(of thing: String, hasReason: Bool) -> Diagnostic? {
    guard !hasReason else { return nil }
    return code.diagnostic(.init(en: "what", sv: "vad", thing))
  }
}
