public import Chronology
public import Diagnostics

/// A period begins before it ends. (REQ-03)
public enum OrderedPeriod {
  public static let code = DiagnosticCode(
    "REQ-03",
    Localized(
      en: "The period ends before it begins.",
      sv: "Perioden slutar innan den börjar."),
    remedy: Localized(
      en: "Give a last day that is not before the first: --from, --until.",
      sv: "Ange en sista dag som inte ligger före den första: --from, --until."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A period that ends before it begins is a slip of the pen, and would give no access or, read wrongly, too much.",
      sv:
        "En period som slutar innan den börjar är ett skrivfel, och skulle ge ingen behörighet eller, fel läst, för mycket."
    ),
    source: Localized(
      en: "ISO 27001 5.18",
      sv: "ISO 27001 5.18"),
    refused: Localized(
      en: "liggare request submit bo.ek S-1/read --from 2026-06-01 --until 2026-05-01",
      sv: "liggare request submit bo.ek S-1/read --from 2026-06-01 --until 2026-05-01"),
    allowed: Localized(
      en: "liggare request submit bo.ek S-1/read --from 2026-05-01 --until 2026-06-01",
      sv: "liggare request submit bo.ek S-1/read --from 2026-05-01 --until 2026-06-01"))

  public static func check(from: Instant, until: Instant?) -> Diagnostic? {
    guard let until, until <= from else { return nil }
    return code.diagnostic(
      .init(en: "from", sv: "från", at: from), .init(en: "until", sv: "till", end: until))
  }
}
