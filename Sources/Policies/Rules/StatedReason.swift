public import Diagnostics

/// A change of what is registered says why. (SYS-10)
public enum StatedReason {
  public static let code = DiagnosticCode(
    "SYS-10",
    Localized(
      en: "The change needs a reason.", sv: "Ändringen behöver ett skäl."),
    remedy: Localized(en: "Say why with --reason.", sv: "Ange varför med --reason."))

  public static let ground = Ground(
    protects: Localized(
      en: "Who reads the register in ten years must see why it changed.",
      sv: "Den som läser registret om tio år måste se varför det ändrades."),
    source: Localized(
      en: "guideline: decisions are documented; ISO 27001 8.15",
      sv: "riktlinjen: beslut dokumenteras; ISO 27001 8.15"),
    refused: Localized(
      en: "liggare system change S-1 --owner U-4",
      sv: "liggare system change S-1 --owner U-4 utan skäl"),
    allowed: Localized(en: "the same with --reason", sv: "detsamma med --reason"))

  public static func check(of thing: String, hasReason: Bool) -> Diagnostic? {
    guard !hasReason else { return nil }
    return code.diagnostic(.init(en: "what", sv: "vad", thing))
  }
}
