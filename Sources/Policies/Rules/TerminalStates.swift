public import Chronology
public import Diagnostics

/// What is over is over: it is never revived. (INV-22)
public enum TerminalStates {
  public static let code = DiagnosticCode(
    "INV-22",
    Localized(
      en: "This is already over, and what is over is never revived.",
      sv: "Detta är redan avslutat, och det som är avslutat återupplivas aldrig."),
    remedy: Localized(
      en: "If it is still needed, begin anew: with a new request, a new role or a new key.",
      sv: "Om det fortfarande behövs: börja om, med en ny begäran, en ny roll eller en ny nyckel."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "What has ended would otherwise come back with no new need and no new decision, and nobody would see it.",
      sv:
        "Det som har upphört skulle annars kunna komma tillbaka utan nytt behov och nytt beslut, utan att någon märkte det."
    ),
    source: Localized(
      en: "guideline: decisions on access are documented; ISO 27001 5.18, 5.33",
      sv: "riktlinjen: beslut om behörighet dokumenteras; ISO 27001 5.18, 5.33"),
    refused: Localized(
      en: "liggare grant provision G-1, after G-1 was revoked",
      sv: "liggare grant provision G-1, när G-1 är återkallad"),
    allowed: Localized(
      en: "liggare request submit bo.ek S-1/read",
      sv: "liggare request submit bo.ek S-1/read"))

  /// What can be over. Each is said, and begun anew, in its own way.
  public enum Matter: CaseIterable, Sendable {
    case decidedRequest
    case withdrawnRequest
    case lapsedRequest
    case grant
    case noted
    case followUp
    case removal
    case role
    case affiliation
    case key
    case system
    case delegation
  }

  public static func violation(
    of matter: Matter, _ thing: String, state: Localized, at moment: Instant
  ) -> Diagnostic {
    var violation = code.diagnostic(
      .init(en: "what", sv: "vad", thing),
      .init(en: "state", sv: "läge", localized: state),
      .init(en: "since", sv: "sedan", at: moment))
    violation.statement = matter.statement
    violation.remedy = matter.remedy
    return violation
  }
}

extension TerminalStates.Matter {
  var statement: Localized {
    switch self {
    case .decidedRequest:
      Localized(
        en: "The request is decided already; a request is decided once.",
        sv: "Begäran är redan avgjord; en begäran avgörs en gång.")
    case .withdrawnRequest:
      Localized(
        en: "The request was withdrawn and can no longer be dealt with.",
        sv: "Begäran är återtagen och kan inte längre handläggas.")
    case .lapsedRequest:
      Localized(
        en: "The request has lapsed: nobody decided it in time.",
        sv: "Begäran har förfallit: ingen beslutade den i tid.")
    case .noted:
      Localized(
        en: "It is noted already that the grant has ended.",
        sv: "Det är redan noterat att tilldelningen har upphört.")
    case .followUp:
      Localized(
        en: "The emergency access is followed up already.",
        sv: "Nödåtkomsten är redan uppföljd.")
    case .grant:
      Localized(
        en: "The grant is over already, and what is over is never revived.",
        sv: "Tilldelningen har redan upphört och kan inte få verkan igen.")
    case .removal:
      Localized(
        en: "The access is confirmed as removed already.",
        sv: "Behörigheten är redan bekräftad som borttagen.")
    case .role: Localized(en: "The role has ended already.", sv: "Rollen har redan upphört.")
    case .affiliation:
      Localized(
        en: "The employment or assignment has ended already.",
        sv: "Anställningen eller uppdraget har redan upphört.")
    case .key:
      Localized(
        en: "The key is revoked already; a revoked key never signs again.",
        sv: "Nyckeln är redan återkallad; en återkallad nyckel kan aldrig signera igen.")
    case .system:
      Localized(
        en: "The system is archived and is not taken into use again.",
        sv: "Systemet är arkiverat och tas inte i bruk igen.")
    case .delegation:
      Localized(
        en: "The delegation holds no more already.", sv: "Delegationen gäller redan inte längre.")
    }
  }

  var remedy: Localized {
    switch self {
    case .decidedRequest, .withdrawnRequest, .lapsedRequest:
      Localized(
        en: "If the access is needed, make a new request: liggare request submit.",
        sv: "Om behörigheten behövs: gör en ny begäran med liggare request submit.")
    case .grant:
      Localized(
        en:
          "Confirm that the access is removed: liggare grant confirm GRANT. If it is needed again, make a new request: liggare request submit.",
        sv:
          "Bekräfta att behörigheten är borttagen: liggare grant confirm TILLDELNING. Om den behövs igen: gör en ny begäran med liggare request submit."
      )
    case .removal, .noted, .followUp:
      Localized(en: "Nothing needs to be done.", sv: "Inget behöver göras.")
    case .role:
      Localized(
        en: "Nothing needs to be done. To give the role anew: liggare role assign.",
        sv: "Inget behöver göras. För att tilldela rollen på nytt: liggare role assign.")
    case .affiliation:
      Localized(
        en:
          "Nothing needs to be done. If the person is back: liggare person affiliate PERSON --unit UNIT.",
        sv:
          "Inget behöver göras. Om personen är tillbaka: liggare person affiliate PERSON --unit ENHET."
      )
    case .key:
      Localized(
        en: "Nothing needs to be done. To let another key sign: liggare key enroll.",
        sv: "Inget behöver göras. För att låta en annan nyckel signera: liggare key enroll.")
    case .system:
      Localized(
        en: "If the organisation uses it again, register it anew: liggare system register.",
        sv: "Om systemet ska användas igen: registrera det på nytt med liggare system register.")
    case .delegation:
      Localized(
        en: "Nothing needs to be done. To delegate anew: liggare delegation grant.",
        sv: "Inget behöver göras. För att delegera på nytt: liggare delegation grant.")
    }
  }
}
