import AccessLedger
import AuditViews
import Diagnostics
import EventStore

/// What an auditor takes along: everything for one thing, to be checked elsewhere.
enum EvidenceVerbs {
  static let grant = verb(
    .grant,
    summary: Localized(
      en: "gather all evidence for a grant", sv: "samla allt underlag för en tilldelning"),
    id: Localized(en: "the grant", sv: "tilldelningen"),
    example: "liggare evidence grant G-1 --out G-1.evidence")

  static let decision = verb(
    .decision,
    summary: Localized(
      en: "gather all evidence for a decision", sv: "samla allt underlag för ett beslut"),
    id: Localized(
      en:
        "the request, the grant, the delegation or the exception that was decided on; or the position or the identifier of the event",
      sv:
        "begäran, tilldelningen, delegationen eller undantaget som beslutades; eller händelsens position eller beteckning"
    ),
    example: "liggare evidence decision R-1 --out R-1.tar")

  static let review = verb(
    .review,
    summary: Localized(
      en: "gather all evidence for one item of a review",
      sv: "samla allt underlag för en punkt i en granskning"),
    id: Localized(
      en: "the position or the identifier of its event",
      sv: "händelsens position eller beteckning"),
    example: "liggare evidence review 57 --out review-57.tar")

  private static func verb(
    _ kind: EvidenceSubject.Kind, summary: Localized, id: Localized, example: String
  ) -> Verb {
    Verb(
      VerbDeclaration(
        "evidence", kind.rawValue, kind: .tool, summary: summary,
        discussion: Localized(
          en:
            "Writes a folder, or with a name in .tar one file, that can be checked without the ledger and without this program: the lines of the log with the whole of each command, a proof for each against the newest checkpoint, who signed and whose the keys are, what the decisions rest on, and the free texts. Its README has the commands; liggare verify --evidence runs the same checks. Persons are named by their identifiers alone, but the free texts are in clear: read them before you hand the bundle over.",
          sv:
            "Skriver en mapp, eller med ett namn på .tar en fil, som kan kontrolleras utan liggaren och utan detta program: loggens rader med varje kommando i sin helhet, ett bevis för var och en mot den senaste kontrollpunkten, vem som signerade och vems nycklarna är, vad besluten vilar på, och fritexterna. Dess README har kommandona; liggare verify --evidence gör samma kontroller. Personer anges bara med sina beteckningar, men fritexterna är i klartext: läs dem innan du lämnar ut underlaget."
        ),
        examples: [example],
        positionals: [PositionalDeclaration("id", .text, help: id)],
        options: [
          OptionDeclaration(
            "out", .file,
            help: Localized(
              en: "the folder, or the file whose name ends in .tar; must not exist",
              sv: "mappen, eller filen vars namn slutar på .tar; får inte finnas"),
            isRequired: true)
        ], sharedOptionNames: ["ledger", "lang"])
    ) { session in
      let ledger = try session.openLedger(.reading)
      let subject = try ledger.evidenceSubject(kind, session.command.required("id"))
      try session.noteReading(of: "evidence", in: ledger)
      let bundle = try ledger.evidence(for: subject)
      try bundle.write(to: session.command.required("out"))
      let verification = try bundle.verify()
      let counts = verification.counts
      try session.answer(
        Localized(
          en:
            "\(subject.text): \(counts.lines) lines, \(counts.signatures) signatures, \(counts.texts) texts, \(counts.withheld) withheld.",
          sv:
            "\(subject.text): \(counts.lines) rader, \(counts.signatures) signaturer, \(counts.texts) texter, \(counts.withheld) undanhållna."
        ))
      for finding in verification.findings { session.tell(finding) }
      return ExitStatus(verification.verdict)
    }
  }

  static let all = [grant, decision, review]
}

extension VerbSession {
  /// Tells a finding that is not the answer.
  func tell(_ finding: Diagnostic) {
    tell(Localized(en: finding.text(in: .english), sv: finding.text(in: .swedish)))
  }
}

extension ExitStatus {
  init(_ verdict: EvidenceVerification.Verdict) {
    self =
      switch verdict {
      case .intact: .done
      case .notWitnessed: .witnessStale
      case .badSignature: .badSignature
      case .corruption: .corruption
      case .contradiction: .contradictsWitness
      }
  }
}
