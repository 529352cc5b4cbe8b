public import AccessModel
public import Diagnostics

/// Where the stakes are high, the need names the duty it comes from. (NED-04)
public enum StatedDuty {
  public static let code = DiagnosticCode(
    "NED-04",
    Localized(
      en: "The duty that the access is for is not stated.",
      sv: "Arbetsuppgiften som behörigheten är till för är inte angiven."),
    remedy: Localized(
      en: "Name the duty with --duty, such as --duty \"Case officer, home care\".",
      sv: "Ange arbetsuppgiften med --duty, till exempel --duty \"Handläggare, hemtjänst\"."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "When the duty is named it is seen when it moves to somebody else, and the access with it.",
      sv:
        "När arbetsuppgiften är angiven syns det när den går över till någon annan, och behörigheten med den."
    ),
    source: Localized(
      en: "guideline: access is granted only by need; ISO 27001 5.15, 8.2",
      sv: "riktlinjen: behörighet tilldelas endast efter behov; ISO 27001 5.15, 8.2"),
    refused: Localized(
      en: "liggare request submit bo.ek S-1/admin --need TEXT",
      sv: "liggare request submit bo.ek S-1/admin --need TEXT"),
    allowed: Localized(
      en: "liggare request submit bo.ek S-1/admin --need TEXT --duty \"Runs the system\"",
      sv: "liggare request submit bo.ek S-1/admin --need TEXT --duty \"Sköter driften\""))

  /// The lowest level at which every need names its duty. Privileged access and care systems always do.
  public static let levelMin = 3

  public static func check(
    hasDuty: Bool, privilege: Privilege, level: Int, sector: Sector?, levelMin: Int = levelMin
  ) -> Diagnostic? {
    guard !hasDuty, privilege == .privileged || level >= levelMin || sector == .care else {
      return nil
    }
    return code.diagnostic(
      .init(en: "level", sv: "nivå", "\(level)"),
      .init(en: "kind", sv: "slag", localized: privilege.word),
      .init(
        en: "sector", sv: "verksamhet",
        localized: sector?.word ?? Localized(verbatim: "–")))
  }
}
