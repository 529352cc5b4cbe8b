public import Diagnostics

/// A requirement from outside that an answer serves.
public struct Control: Hashable, Sendable {
  /// Where it stands and which it is: `ISO 27001 5.18`.
  public var clause: Localized
  /// What it asks for, in short.
  public var substance: Localized

  public init(_ clause: Localized, _ substance: Localized) {
    self.clause = clause
    self.substance = substance
  }

  init(_ clause: String, en: String, sv: String) {
    self.init(Localized(verbatim: clause), Localized(en: en, sv: sv))
  }
}

extension Control {
  public static let segregation = Control(
    "ISO 27001 5.3", en: "segregation of duties", sv: "åtskillnad av arbetsuppgifter")
  public static let inventory = Control(
    "ISO 27001 5.9", en: "inventory of systems with their owners",
    sv: "förteckning över system med ägare")
  public static let returns = Control(
    "ISO 27001 5.11", en: "what a leaver had is taken back", sv: "återlämnande när någon slutar")
  public static let classification = Control(
    "ISO 27001 5.12", en: "classification of information", sv: "klassning av information")
  public static let accessGoverned = Control(
    "ISO 27001 5.15", en: "access control by rules", sv: "åtkomststyrning enligt regler")
  public static let identities = Control(
    "ISO 27001 5.16", en: "identities through their whole life", sv: "identitetshantering")
  public static let accessRights = Control(
    "ISO 27001 5.18", en: "access rights are provided, reviewed, changed and removed by rule",
    sv: "åtkomsträttigheter tilldelas, granskas, ändras och tas bort enligt regler")
  public static let incidentResponse = Control(
    "ISO 27001 5.26", en: "incidents are responded to by rule",
    sv: "incidenter hanteras enligt regler")
  public static let privileged = Control(
    "ISO 27001 8.2", en: "privileged access rights are restricted and managed",
    sv: "privilegierade åtkomsträttigheter begränsas och hanteras")
  public static let logging = Control(
    "ISO 27001 8.15", en: "logs are produced, kept and analysed",
    sv: "loggar skapas, bevaras och analyseras")
  public static let accountManagers = Control(
    "NIST AC-2 b", en: "account managers are assigned", sv: "ansvariga för konton är utsedda")
  public static let authorisedUsers = Control(
    "NIST AC-2 d", en: "authorised users and their access are specified",
    sv: "behöriga användare och deras åtkomst är angivna")
  public static let approvals = Control(
    "NIST AC-2 e", en: "requests are approved by defined roles",
    sv: "begäranden godkänns av utpekade roller")
  public static let lifeCycle = Control(
    "NIST AC-2 f", en: "accounts are created, changed and removed by rule",
    sv: "konton skapas, ändras och tas bort enligt regler")
  public static let terminations = Control(
    "NIST AC-2 l", en: "accounts follow terminations and transfers",
    sv: "konton följer den som slutar eller byter arbete")
  public static let retention = Control(
    "NIST AU-11", en: "records are kept as long as decided",
    sv: "uppgifter bevaras så länge som beslutats")
  public static let protectedRecords = Control(
    "ISO 27001 5.33", en: "records are protected from loss and destruction",
    sv: "dokumenterad information skyddas mot förlust och förstöring")
  public static let auditReduction = Control(
    "NIST AU-7", en: "records are searched without being altered",
    sv: "sökning i uppgifterna utan att de ändras")
  public static let nonRepudiation = Control(
    "NIST AU-10", en: "evidence of who did what", sv: "bevis för vem som gjorde vad")
  public static let incidents = Control(
    "ISO 27001 5.24–5.28",
    en: "incidents are reported, assessed, handled, learnt from, and evidence kept",
    sv: "incidenter rapporteras, bedöms, hanteras, lär av, och bevis bevaras")
  public static let notices = Control(
    "NIS2 23, GDPR 33–34", en: "significant incidents and breaches are notified in time",
    sv: "betydande incidenter och personuppgiftsincidenter anmäls i tid")
  public static let personnelExit = Control(
    "NIST PS-4", en: "access ends when employment ends",
    sv: "åtkomst upphör när anställningen gör det")

  private static let guideline = Localized(en: "guideline", sv: "riktlinje")
  public static let documentedDecisions = Control(
    guideline,
    Localized(
      en: "decisions on access are documented", sv: "beslut om åtkomst och behörighet dokumenteras")
  )
  public static let formalGrants = Control(
    guideline,
    Localized(
      en: "access is granted formally and only by need",
      sv: "åtkomst och behörighet tilldelas formellt och endast efter behov"))
  public static let allSystems = Control(
    guideline,
    Localized(
      en: "the rules apply to every system, whoever owns it",
      sv: "reglerna gäller för alla system oavsett ägare"))
  public static let stewards = Control(
    guideline,
    Localized(
      en: "every system has a steward and a deputy",
      sv: "varje system har en systemförvaltare med ersättare"))
  public static let reportedIncidents = Control(
    guideline,
    Localized(
      en: "every incident is reported and followed up against established rules",
      sv: "alla incidenter rapporteras och följs upp mot fastställda regler"))
  static let serviceLevels = Control(
    guideline,
    Localized(
      en: "service levels are agreed and followed up",
      sv: "servicenivåer är överenskomna och följs upp"))
  static let costAndBenefit = Control(
    guideline,
    Localized(
      en: "management can weigh cost and benefit", sv: "ledningen kan väga kostnad mot nytta"))
  static let plannedFollowUp = Control(
    guideline,
    Localized(
      en: "follow-up is part of planning and reporting",
      sv: "uppföljningen är en del av planering och rapportering"))
  static let logProtection = Control(
    "NIST AU-9", en: "what happens to the log itself is seen",
    sv: "det som händer med själva loggen syns")
  static let trained = Control(
    "ISO 27001 6.3", en: "people are trained for what they may do",
    sv: "de som har åtkomst är utbildade för den")
  static let accessOfDataSubject = Control(
    Localized(en: "GDPR 15", sv: "dataskyddsförordningen 15"),
    Localized(
      en: "whom personal data is about is told what there is",
      sv: "den som uppgifter gäller får veta vilka de är"))
  public static let followUp = Control(
    guideline,
    Localized(
      en: "access is followed up regularly", sv: "åtkomst och behörighet följs upp regelbundet"))
}
