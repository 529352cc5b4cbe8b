public import Diagnostics

/// What the register can be found to lack, by code, for `liggare explain`.
public enum FindingCatalogue {
  static let unowned = DiagnosticCode(
    "FND-01",
    Localized(
      en: "Nobody answers for the system as its owner.",
      sv: "Ingen ansvarar för systemet som ägare."),
    remedy: Localized(
      en:
        "Name an owning body with liggare system change --owner, and somebody to act for it with liggare role assign owner.",
      sv:
        "Ange ett ägande organ med liggare system change --owner, och någon som handlar för det med liggare role assign owner."
    ))
  static let unclassified = DiagnosticCode(
    "FND-02", Localized(en: "The system is not classified.", sv: "Systemet är inte klassat."),
    remedy: Localized(
      en: "Classify it with liggare system classify.", sv: "Klassa det med liggare system classify."
    ))
  static let stewardVacant = DiagnosticCode(
    "FND-03", Localized(en: "The system has no steward.", sv: "Systemet saknar systemförvaltare."),
    remedy: Localized(
      en: "Appoint one with liggare role assign steward.",
      sv: "Utse en med liggare role assign steward."))
  static let deputyVacant = DiagnosticCode(
    "FND-04",
    Localized(en: "The steward has no deputy.", sv: "Systemförvaltaren saknar ersättare."),
    remedy: Localized(
      en: "Appoint one with liggare role assign deputy.",
      sv: "Utse en med liggare role assign deputy."))
  static let deputyIsSteward = DiagnosticCode(
    "FND-05",
    Localized(
      en: "The steward is their own deputy.", sv: "Systemförvaltaren är sin egen ersättare."),
    remedy: Localized(
      en: "End one of the two roles with liggare role end, and appoint another person.",
      sv: "Avsluta en av rollerna med liggare role end, och utse en annan person."))
  static let classTooOld = DiagnosticCode(
    "FND-06",
    Localized(en: "The classification must be made again.", sv: "Klassningen måste göras om."),
    remedy: Localized(
      en: "Classify the system again with liggare system classify.",
      sv: "Klassa systemet igen med liggare system classify."))
  static let unanalysed = DiagnosticCode(
    "FND-07",
    Localized(
      en: "The system needs a needs-and-risk analysis and has none.",
      sv: "Systemet kräver en behovs- och riskanalys och har ingen."),
    remedy: Localized(
      en: "Record it with liggare system risk --kind needs-and-risk.",
      sv: "Registrera den med liggare system risk --kind needs-and-risk."))
  static let withoutRegister = DiagnosticCode(
    "FND-08",
    Localized(
      en: "The system is in use, and nothing in it can be granted.",
      sv: "Systemet används, och inget i det kan tilldelas."),
    remedy: Localized(
      en: "Define what it gives with liggare entitlement define.",
      sv: "Definiera vad det ger med liggare entitlement define."))
  static let policyOverdue = DiagnosticCode(
    "FND-09",
    Localized(
      en: "The rules should have been looked at again.", sv: "Regelverket skulle ha setts över."),
    remedy: Localized(
      en: "Adopt a new version of the document.", sv: "Anta en ny version av dokumentet."))
  static let keyOfAbsent = DiagnosticCode(
    "FND-10",
    Localized(
      en: "A key may sign for somebody who does not work here.",
      sv: "En nyckel får signera för någon som inte arbetar här."),
    remedy: Localized(
      en: "Revoke it with liggare key revoke.", sv: "Återkalla den med liggare key revoke."))
  static let roleOfAbsent = DiagnosticCode(
    "FND-11",
    Localized(
      en: "A role is held by somebody who does not work here.",
      sv: "En roll innehas av någon som inte arbetar här."),
    remedy: Localized(
      en: "End it with liggare role end, and assign it to another person.",
      sv: "Avsluta den med liggare role end, och tilldela den en annan person."))
  static let closedUnitInUse = DiagnosticCode(
    "FND-12",
    Localized(
      en: "The unit is closed, and something is left in it.",
      sv: "Enheten är avslutad, och något finns kvar i den."),
    remedy: Localized(en: "Move or end what is left.", sv: "Flytta eller avsluta det som är kvar."))
  static let undescribed = DiagnosticCode(
    "FND-13",
    Localized(
      en: "The entitlement is not described in plain words.",
      sv: "Behörigheten är inte beskriven i klartext."),
    remedy: Localized(
      en: "Describe it with liggare entitlement change --description.",
      sv: "Beskriv den med liggare entitlement change --description."))
  static let unansweredAccount = DiagnosticCode(
    "FND-14",
    Localized(
      en: "The account lacks what its kind must have.",
      sv: "Kontot saknar det som dess slag kräver."),
    remedy: Localized(
      en: "Say what is missing with liggare account describe.",
      sv: "Ange det som saknas med liggare account describe."))
  static let ownerLeft = DiagnosticCode(
    "FND-15",
    Localized(
      en: "Who answers for the account does not work here.",
      sv: "Den som ansvarar för kontot arbetar inte här."),
    remedy: Localized(
      en: "Name another owner with liggare account describe.",
      sv: "Ange en annan ansvarig med liggare account describe."))
  static let rotationDue = DiagnosticCode(
    "FND-16",
    Localized(
      en: "The account's secret should have been changed.", sv: "Kontots hemlighet skulle ha bytts."
    ),
    remedy: Localized(
      en: "Change it, and record that with liggare account rotate.",
      sv: "Byt den, och registrera det med liggare account rotate."))
  static let emergencyOverdue = DiagnosticCode(
    "FND-17",
    Localized(
      en: "The emergency access has not been followed up in time.",
      sv: "Nödåtkomsten är inte uppföljd i tid."),
    remedy: Localized(
      en: "Follow it up, and record what was found.",
      sv: "Följ upp den, och registrera vad som framkom."))
  static let unreported = DiagnosticCode(
    "FND-18",
    Localized(
      en: "The delegated decision has not been reported in time.",
      sv: "Delegationsbeslutet är inte anmält i tid."),
    remedy: Localized(
      en: "Report it to the body that delegated.", sv: "Anmäl det till organet som delegerat."))
  static let separationBroken = DiagnosticCode(
    "FND-19",
    Localized(
      en: "Segregation of duties is broken.", sv: "Åtskillnaden av arbetsuppgifter är bruten."),
    remedy: Localized(
      en: "End one of the grants, or have an exception decided: liggare separation except.",
      sv: "Avsluta en av tilldelningarna, eller låt besluta om undantag: liggare separation except."
    ))
  static let exceptionEnded = DiagnosticCode(
    "FND-20",
    Localized(
      en: "An exception has ended, and what it allowed goes on.",
      sv: "Ett undantag har upphört, och det som det tillät fortsätter."),
    remedy: Localized(
      en: "End one of the grants, or have a new exception decided: liggare separation except.",
      sv:
        "Avsluta en av tilldelningarna, eller låt besluta om ett nytt undantag: liggare separation except."
    ))
  static let widened = DiagnosticCode(
    "FND-21",
    Localized(
      en: "The entitlement gives more than when the grant was last looked at.",
      sv: "Behörigheten ger mer än när tilldelningen senast granskades."),
    remedy: Localized(
      en: "Review the grant, and record what came of it.",
      sv: "Granska tilldelningen, och registrera utfallet."))
  static let prerequisitesLacking = DiagnosticCode(
    "FND-22",
    Localized(
      en: "The holder lacks what the entitlement asks for.",
      sv: "Innehavaren saknar det som behörigheten kräver."),
    remedy: Localized(
      en:
        "Have the course completed or the position recorded, or end the grant with liggare grant revoke.",
      sv:
        "Låt genomföra utbildningen eller registrera befattningen, eller avsluta tilldelningen med liggare grant revoke."
    ))
  static let heldAfterEnd = DiagnosticCode(
    "FND-23",
    Localized(
      en: "What is phased out or retired is still held.",
      sv: "Det som är under avveckling eller avvecklat innehas fortfarande."),
    remedy: Localized(
      en: "Grant what takes its place, and end the old grant with liggare grant revoke.",
      sv: "Tilldela det som ersätter, och avsluta den gamla tilldelningen med liggare grant revoke."
    ))

  static let flagsOpen = DiagnosticCode(
    "FND-24",
    Localized(
      en: "Flags on stale access wait for an answer.",
      sv: "Flaggor om inaktuell åtkomst väntar på svar."),
    remedy: Localized(
      en: "Put right what they tell of, or answer them: liggare stale list.",
      sv: "Åtgärda det som de gäller, eller besvara dem: liggare stale list."))

  public static let codes: [DiagnosticCode] = [
    unowned, unclassified, stewardVacant, deputyVacant, deputyIsSteward, classTooOld, unanalysed,
    withoutRegister, policyOverdue, keyOfAbsent, roleOfAbsent, closedUnitInUse, undescribed,
    unansweredAccount, ownerLeft, rotationDue, emergencyOverdue, unreported, separationBroken,
    exceptionEnded, widened, prerequisitesLacking, heldAfterEnd, flagsOpen,
  ]
}
