public import Diagnostics

/// A restoration says in which case it was decided and why. (RES-01)
public enum DecidedRestoration {
  public static let code = DiagnosticCode(
    "RES-01",
    Localized(
      en: "A restoration says in which case it was decided, and why.",
      sv: "En återställning anger i vilket ärende den beslutades, och varför."),
    remedy: Localized(
      en: "Give both: --case NUMBER --reason TEXT.",
      sv: "Ange båda: --case NUMMER --reason TEXT."))

  public static let ground = Ground(
    protects: Localized(
      en: "Whoever goes on from a backup decides that what came after it is given up.",
      sv: "Den som fortsätter från en säkerhetskopia beslutar att det som kom efter den ges upp."),
    source: Localized(
      en: "ISO 27001 8.13: backups are restored by a documented procedure",
      sv: "ISO 27001 8.13: säkerhetskopior återställs enligt en dokumenterad rutin"),
    refused: Localized(
      en: "liggare restore backup ledger --decided-by anna.berg",
      sv: "liggare restore kopia liggare --decided-by anna.berg"),
    allowed: Localized(
      en: "the same with --case \"IT 2026/7\" --reason \"The disk broke\"",
      sv: "samma sak med --case \"IT 2026/7\" --reason \"Disken gick sönder\""))

  public static func check(hasCase: Bool, hasReason: Bool) -> Diagnostic? {
    hasCase && hasReason ? nil : code.diagnostic()
  }
}
