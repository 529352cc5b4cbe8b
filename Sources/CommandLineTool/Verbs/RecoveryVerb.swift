import AccessLedger
import Diagnostics
import EventStore
import Glibc

/// Putting a ledger in order after an interruption.
enum RecoveryVerb {
  static let recover = Verb(
    VerbDeclaration(
      "recover", kind: .tool,
      summary: Localized(
        en: "put in order what an interruption left",
        sv: "ställ i ordning det som ett avbrott lämnat efter sig"),
      discussion: Localized(
        en:
          "Says what is done: bytes behind the last commit go to quarantine, files in the making are removed, and what is derived is written anew. Every command that records does most of it by itself; with --dry-run it is only told. Nothing before the last commit is ever changed: for damage there, see liggare verify. Where the file head is damaged, nobody can say which bytes were confirmed: --rebuild-head makes it anew from the newest checkpoint that the log's own key has signed and its lines bear out, and puts the rest in quarantine. The next command records that as ledger.head-rebuilt. Exit status 30: the log has signed more than its lines hold; 40: there is damage that is not put in order.",
        sv:
          "Säger vad som görs: byte efter den sista bekräftelsen läggs i karantän, påbörjade filer tas bort, och det som är härlett skrivs på nytt. Varje kommando som registrerar gör det mesta av sig självt; med --dry-run berättas det bara. Inget före den sista bekräftelsen ändras någonsin: för skador där, se liggare verify. Där filen head är skadad kan ingen säga vilka byte som bekräftades: --rebuild-head skapar den på nytt ur den senaste kontrollpunkten som loggens egen nyckel har signerat och som raderna styrker, och lägger resten i karantän. Nästa kommando registrerar det som ledger.head-rebuilt. Slutkod 30: loggen har signerat mer än raderna har; 40: det finns skador som inte ställs i ordning."
      ),
      examples: [
        "liggare recover --dry-run", "liggare recover", "liggare recover --rebuild-head --dry-run",
      ],
      options: [
        OptionDeclaration.flag(
          "dry-run",
          help: Localized(
            en: "say what would be done, and do nothing",
            sv: "säg vad som skulle göras, och gör inget")),
        OptionDeclaration.flag(
          "rebuild-head",
          help: Localized(
            en: "make a damaged head anew from a checkpoint",
            sv: "skapa en skadad head på nytt ur en kontrollpunkt")),
        CommonOptions.logKey,
      ])
  ) { session in
    let path = try session.ledgerPath()
    let isDryRun = session.command.flag("dry-run")
    let patience = VerbSession.patience
    var steps: [RecoveryStep] = []
    var warnings: [Diagnostic] = []
    if session.command.flag("rebuild-head") {
      steps = try Ledger.rebuildHead(at: path, isDryRun: isDryRun, patience: patience)
    }
    if !isDryRun {
      let done = try Ledger.recover(
        at: path, logKeyPath: session.logKeyPath, patience: patience, ambient: session.ambient)
      steps += done.steps
      warnings = done.warnings
    } else if steps.isEmpty {
      steps = try Ledger.recoveryPlan(at: path, patience: patience)
    }
    for step in steps { try session.answer(sentence(step)) }
    if steps.isEmpty {
      try session.answer(
        Localized(en: "Everything is in order.", sv: "Allt är i ordning."))
    } else if isDryRun {
      session.tell(
        Localized(
          en: "Nothing was done. This is what would be.",
          sv: "Inget gjordes. Detta är vad som skulle göras."))
    }
    session.tell(warnings)
    return .done
  }

  /// What is done, in one sentence.
  static func sentence(_ step: RecoveryStep) -> Localized {
    switch step {
    case .rebuildHead(let head):
      Localized(
        en:
          "Make head anew from the checkpoint of \(head.size) events, and put the damaged one aside: quarantine/\(head.name)",
        sv:
          "Skapa head på nytt ur kontrollpunkten för \(head.size) händelser, och lägg undan den skadade: quarantine/\(head.name)"
      )
    case .quarantine(let tail):
      Localized(
        en: "Put \(tail.length) bytes behind the last commit aside: quarantine/\(tail.name)",
        sv: "Lägg undan \(tail.length) byte efter den sista bekräftelsen: quarantine/\(tail.name)")
    case .removeDraft(let path):
      Localized(
        en: "Remove a file in the making: \(path)", sv: "Ta bort en påbörjad fil: \(path)")
    case .removeEmpty(let path):
      Localized(en: "Remove an empty segment: \(path)", sv: "Ta bort ett tomt segment: \(path)")
    case .seal(let first):
      Localized(
        en: "Write the manifest of the full segment that begins at \(first)",
        sv: "Skriv manifestet för det fulla segment som börjar på \(first)")
    case .restoreLeaves(let first):
      Localized(
        en: "Write the leaf hashes of the segment that begins at \(first) anew",
        sv: "Skriv lövhasharna för segmentet som börjar på \(first) på nytt")
    case .publish(let size):
      Localized(
        en: "Issue a checkpoint: what is published ends at \(size) events",
        sv: "Utfärda en kontrollpunkt: det publicerade slutar vid \(size) händelser")
    case .setReserveAside:
      Localized(
        en: "Set space for a closing event aside", sv: "Avsätt utrymme för en avslutande händelse")
    }
  }
}
