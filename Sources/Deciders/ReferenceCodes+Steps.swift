public import Diagnostics

/// Refusals of steps that do not fit what they are about.
extension ReferenceCodes {
  public static let noReason = DiagnosticCode(
    "REF-06",
    Localized(
      en: "A denial, a revocation and a suspension say why.",
      sv: "Ett avslag, en återkallelse och en spärr ska motiveras."),
    remedy: Localized(
      en: "Give the reason in a sentence: --reason TEXT.",
      sv: "Ange skälet i en mening: --reason TEXT."))

  public static let scope = DiagnosticCode(
    "REF-07",
    Localized(
      en: "The role is about something else than what was named.",
      sv: "Rollen gäller något annat än det som har angetts."),
    remedy: Localized(
      en:
        "Name what the role is for: owner, steward and deputy are for a system (--system), a manager is for a unit (--unit), and the others for one of them or neither.",
      sv:
        "Ange vad rollen gäller: systemägare, systemförvaltare och ersättare gäller ett system (--system), en chef en enhet (--unit), och övriga ett av dem eller inget."
    ))

  public static let decidingRole = DiagnosticCode(
    "REF-08",
    Localized(
      en: "This role does not decide on entitlements.",
      sv: "Den här rollen beslutar inte om behörigheter."),
    remedy: Localized(
      en: "Name a role that does: --decided-by owner, steward, manager or head.",
      sv: "Ange en roll som gör det: --decided-by owner, steward, manager eller head."))

  public static let foreignRequest = DiagnosticCode(
    "REF-09",
    Localized(
      en: "A request is withdrawn by whoever made it, or by the person it is about.",
      sv: "En begäran återtas av den som har gjort den eller av den person som den gäller."),
    remedy: Localized(
      en:
        "Let one of them withdraw it with their own key. If it is not to be granted, deny it: liggare grant deny REQUEST --ground GROUND --reason TEXT.",
      sv:
        "Låt någon av dem återta den med sin egen nyckel. Om den inte ska beviljas: avslå den med liggare grant deny BEGÄRAN --ground GRUND --reason TEXT."
    ))

  public static let foreignAccount = DiagnosticCode(
    "REF-10",
    Localized(
      en: "The account is not one that can give this access.",
      sv: "Kontot kan inte ge denna behörighet."),
    remedy: Localized(
      en:
        "Name an account of the same person in the same system; liggare view accounts shows them.",
      sv:
        "Ange ett konto som tillhör samma person och finns i samma system; liggare view accounts visar dem."
    ))

  public static let lastDay = DiagnosticCode(
    "REF-11",
    Localized(
      en: "The last day is over before the effective time.",
      sv: "Den sista dagen är slut före den tidpunkt som angetts."),
    remedy: Localized(
      en: "Give the last day alone; what ends, ends when that day does. Leave out --effective.",
      sv:
        "Ange bara den sista dagen; det som upphör gör det när dagen är slut. Utelämna --effective."
    ))

  public static let laterEnd = DiagnosticCode(
    "REF-12",
    Localized(
      en: "An end is planned already, and it is no later than this.",
      sv: "Ett slut är redan planerat, och det ligger inte senare än detta."),
    remedy: Localized(
      en:
        "Nothing needs to be done to let it end as planned. It can be ended sooner; what is to last longer begins anew: liggare person move, liggare role assign, liggare request submit.",
      sv:
        "Inget behöver göras för att det ska upphöra som planerat. Det kan avslutas tidigare; det som ska gälla längre börjar om på nytt: liggare person move, liggare role assign, liggare request submit."
    ))

  public static let carriedOut = DiagnosticCode(
    "REF-13",
    Localized(
      en: "The decision is carried out already.",
      sv: "Beslutet är redan verkställt."),
    remedy: Localized(
      en: "Nothing needs to be done; liggare grant show GRANT tells more.",
      sv: "Inget behöver göras; liggare grant show TILLDELNING visar mer."))
}
