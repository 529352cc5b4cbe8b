public import AuditViews
public import Diagnostics

/// What the program tells the shell when it ends. Decided here and nowhere else.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  case done = 0
  case refused = 1
  case usage = 2
  case notFound = 3
  case findingsRecorded = 4
  case witnessStale = 10
  case tornTail = 20
  case contradictsWitness = 30
  case corruption = 40
  case badSignature = 50
  case derivedStateDiffers = 60
  case internalError = 70
  case tryAgain = 75
}

extension ExitStatus {
  /// The stable word for programs.
  public var code: String {
    switch self {
    case .done: "done"
    case .refused: "refused"
    case .usage: "usage"
    case .notFound: "not_found"
    case .findingsRecorded: "findings_recorded"
    case .witnessStale: "witness_stale"
    case .tornTail: "torn_tail"
    case .contradictsWitness: "contradicts_witness"
    case .corruption: "corruption"
    case .badSignature: "bad_signature"
    case .derivedStateDiffers: "derived_state_differs"
    case .internalError: "internal_error"
    case .tryAgain: "try_again"
    }
  }

  /// What has happened, in one sentence.
  public var meaning: Localized {
    switch self {
    case .done:
      Localized(
        en: "Done; or the answer is yes; or nothing was due.",
        sv: "Klart, eller svaret är ja, eller inget behövde göras.")
    case .refused:
      Localized(
        en: "Refused by a rule; or the answer is no. The ledger is unchanged.",
        sv: "Avvisat av en regel, eller svaret är nej. Liggaren är oförändrad.")
    case .usage:
      Localized(
        en: "The command line could not be understood. Nothing was done.",
        sv: "Kommandoraden gick inte att förstå. Inget har gjorts.")
    case .notFound:
      Localized(
        en: "What was asked for does not exist in the ledger.",
        sv: "Det som efterfrågades finns inte i liggaren.")
    case .findingsRecorded:
      Localized(
        en: "There are findings that somebody should look at: asked for, or recorded by the jobs.",
        sv:
          "Det finns iakttagelser som någon bör titta på: efterfrågade, eller registrerade av jobben."
      )
    case .witnessStale:
      Localized(
        en: "The log is intact, but the last witnessed checkpoint is too old.",
        sv: "Loggen är hel, men den senast bevittnade kontrollpunkten är för gammal.")
    case .tornTail:
      Localized(
        en: "The last batch of the log is incomplete, as after a power failure.",
        sv: "Loggens sista post är ofullständig, som efter ett strömavbrott.")
    case .contradictsWitness:
      Localized(
        en: "The log contradicts a checkpoint that a witness has signed.",
        sv: "Loggen motsäger en kontrollpunkt som ett vittne har signerat.")
    case .corruption:
      Localized(
        en: "The log is damaged: its content does not match its checkpoints.",
        sv: "Loggen är skadad: innehållet stämmer inte med kontrollpunkterna.")
    case .badSignature:
      Localized(
        en: "A signature in the log does not match what it is said to sign.",
        sv: "En signatur i loggen stämmer inte med det den ska gälla.")
    case .derivedStateDiffers:
      Localized(
        en: "The log is intact, but something derived from it differs and must be rebuilt.",
        sv: "Loggen är hel, men något som härletts ur den avviker och behöver byggas om.")
    case .internalError:
      Localized(
        en: "A fault in the program or the machine; the message says more.",
        sv: "Ett fel i programmet eller datorn; meddelandet säger mer.")
    case .tryAgain:
      Localized(
        en: "Another process has locked the ledger. Try again in a moment.",
        sv: "Liggaren är låst av en annan process. Försök igen om en stund.")
    }
  }

  /// Every exit status with its meaning.
  public static var table: Table {
    Table(
      name: "exit_statuses", title: Localized(en: "Exit statuses", sv: "Slutstatus"),
      columns: [
        .number("status", Localized(en: "Status", sv: "Status")),
        Column(key: "code", title: Localized(en: "Code", sv: "Kod"), isIdentifier: true),
        Column(key: "meaning", title: Localized(en: "Meaning", sv: "Betydelse")),
      ],
      rows: allCases.map { status in
        [.integer(Int(status.rawValue)), .text(status.code), .localized(status.meaning)]
      })
  }
}
