import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Glibc
import Projections
import Transparency

/// Giving out of the register on request, or not, and what was given out.
enum DisclosureVerbs {
  static let taken = DiagnosticCode(
    "CLI-82",
    Localized(
      en: "There is a file of that name already.", sv: "Det finns redan en fil med det namnet."),
    remedy: Localized(
      en: "Give another name with --out: what was given out before is not written over.",
      sv: "Ange ett annat namn med --out: det som lämnats ut tidigare skrivs inte över."))

  static let unplaced = DiagnosticCode(
    "CLI-83",
    Localized(
      en: "It is recorded that the file is given out, but it could not get its name.",
      sv: "Det är registrerat att filen lämnas ut, men den kunde inte få sitt namn."),
    remedy: Localized(
      en: "Do not give the command again. The whole file stands under the name told: rename it.",
      sv: "Ge inte kommandot igen. Hela filen finns under namnet som anges: byt namn på den."))

  static let unknown = DiagnosticCode(
    "CLI-84",
    Localized(
      en: "Nothing was given out, or refused, at that position of the log or on that request.",
      sv: "Inget lämnades ut, eller nekades, på den platsen i loggen eller på den begäran."),
    remedy: Localized(
      en: "liggare disclosure list shows the positions.",
      sv: "liggare disclosure list visar platserna."))

  static let catalogue = [taken, unplaced, unknown]

  static let give = Verb(
    VerbDeclaration(
      "disclosure", "give", kind: .writing,
      summary: Localized(
        en: "make a file of an answer for somebody who asked, and record it",
        sv: "gör en fil av ett svar åt någon som begärt det, och registrera det"),
      discussion: Localized(
        en:
          "The view is answered for the profile, what it may not show is masked, and the file is written under a name of its own; then it is recorded which answer was given out, from how long a log, with how many fields masked, on whose decision and why, with the SHA-256 of the file; then the file gets its name. If the program is stopped on the way, there is no file of that name that the log does not tell of. Who asked is not recorded, only what sort of recipient it is. Only a registrar decides.",
        sv:
          "Vyn besvaras för profilen, det som den inte får visa maskeras, och filen skrivs under ett eget namn; sedan registreras vilket svar som lämnats ut, ur hur lång logg, med hur många maskerade fält, på vems beslut och varför, med filens SHA-256; sedan får filen sitt namn. Om programmet stoppas på vägen finns ingen fil med det namnet som loggen inte berättar om. Vem som frågat registreras inte, bara vilket slags mottagare det är. Bara en registrator beslutar."
      ),
      examples: [
        "liggare disclosure give active-grants --profile public --request \"KS 2026/44\" --recipient media --decided-by rut.dal --ground \"Open by the Freedom of the Press Act\" --out grants.csv",
        "liggare disclosure give who --system S-1 --profile auditor --request \"KS 2026/51\" --recipient auditor --decided-by rut.dal --ground \"Audit of the year\" --out who.json --format json",
      ],
      positionals: [
        PositionalDeclaration(
          "view",
          .choice(
            ViewCatalogue.registerViews.map { .init($0.description.name, $0.description.title) }),
          help: Localized(en: "which view", sv: "vilken vy"))
      ],
      options: [
        OptionDeclaration(
          "profile", CommonOptions.choices(DisclosureProfile.self),
          help: Localized(en: "for whom the file is made", sv: "för vem filen görs"),
          isRequired: true),
        Options.request, Options.recipient, Options.decider, Options.ground,
        OptionDeclaration(
          "out", .file,
          help: Localized(
            en: "the file, which must not be there", sv: "filen, som inte får finnas"),
          isRequired: true),
        OptionDeclaration(
          "format", .choice(OutputFormat.allCases.map { .init($0.rawValue, $0.meaning) }),
          help: Localized(en: "the form of the file", sv: "filens form")),
        OptionDeclaration(
          "as-of", .moment,
          help: Localized(
            en: "what held at this moment (a day means its end); else now",
            sv: "vad som gällde vid denna tidpunkt (en dag betyder dess slut); annars nu")),
        OptionDeclaration(
          "known-at", .moment,
          help: Localized(
            en: "only what had been recorded by this moment (a day means its end)",
            sv: "bara det som var registrerat vid denna tidpunkt (en dag betyder dess slut)")),
      ] + ViewVerbs.Options.filters)
  ) { session in
    let name = session.command.required("view")
    guard let view = ViewCatalogue.registerView(named: name) else { return .usage }
    try ViewVerbs.refuseUnheeded(name, session)
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let out = session.command.required("out")
    guard access(out, F_OK) != 0 else {
      throw VerbFailure(.refused, taken.diagnostic(.init(en: "file", sv: "fil", out)))
    }
    let asked = try QuestionSession(session, in: ledger) {
      try ViewVerbs.Options.filter(session, $0)
    }
    let (bytes, maskedCount) = try asked.file(of: view)
    let size = asked.question.register.position
    let give = GiveDisclosure(
      request: session.command.required("request"), view: name, filter: filter(asked),
      asOf: asked.question.asOf, knownAt: asked.question.knownAt, size: Int64(clamping: size),
      root: try ledger.root(ofSize: size),
      profile: try session.coded("profile", DisclosureProfile.self) ?? .public,
      maskedCount: Int64(maskedCount),
      recipient: try session.coded("recipient", RecipientKind.self) ?? .anybody,
      decider: try session.person(session.command.required("decided-by"), in: ledger),
      ground: session.command.required("ground"), digest: SHA256.digest(of: bytes))
    func recorded() throws -> ExitStatus {
      try session.record(in: ledger, zone: zone, isGrave: true, named: { [out] }) { _ in
        [.init(.disclosure(.give(give)))]
      }
    }
    guard !session.command.flag("dry-run") else { return try recorded() }
    let draft = "\(out).\(getpid())"
    unlink(draft)
    let status: ExitStatus
    do {
      try NewFile.write(bytes, to: draft, mode: 0o600)
      status = try recorded()
    } catch let failure as VerbFailure
      where failure.diagnostics.contains(where: { $0.code == VerbCodes.recordedUntold.code })
    {
      // What is recorded stands, also where nobody could be told.
      try place(draft, out)
      throw failure
    } catch {
      unlink(draft)
      throw error
    }
    try place(draft, out)
    return status
  }

  /// Gives the file its name, in the place of none.
  private static func place(_ draft: String, _ out: String) throws {
    guard link(draft, out) == 0 else {
      let reason = errno
      throw VerbFailure(
        .refused,
        unplaced.diagnostic(
          .init(en: "file", sv: "fil", draft),
          .init(en: "why", sv: "varför", String(cString: strerror(reason)))))
    }
    unlink(draft)
  }

  /// What the answer is limited to, persons by identifier; `nil` when to nothing.
  private static func filter(_ asked: QuestionSession) -> String? {
    let parts = ViewVerbs.Options.filters.compactMap { option -> String? in
      guard let text = asked.session.command.string(option.name) else { return nil }
      // A name does not belong in the log.
      let person = asked.question.filter.persons.first.map { "\($0)" }
      return "\(option.name)=\(option.name == "person" ? person ?? "" : text)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  static let deny = Verb(
    VerbDeclaration(
      "disclosure", "deny", kind: .writing,
      summary: Localized(
        en: "record that what was asked for is not given out",
        sv: "registrera att det som begärts inte lämnas ut"),
      discussion: Localized(
        en:
          "Whoever asked may want a decision in writing and can appeal; this records that it was made, by whom, under which provision and why.",
        sv:
          "Den som frågat kan vilja ha ett skriftligt beslut och kan överklaga; detta registrerar att det fattats, av vem, enligt vilken bestämmelse och varför."
      ),
      examples: [
        "liggare disclosure deny --request \"KS 2026/45\" --recipient anybody --provision \"OSL 18:8\" --decided-by rut.dal --ground \"Shows how the systems are protected\""
      ],
      options: [
        Options.request, Options.recipient, Options.decider, Options.ground,
        OptionDeclaration(
          "provision", .text,
          help: Localized(en: "the provision of law", sv: "lagrummet"), isRequired: true),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let deny = DenyDisclosure(
      request: session.command.required("request"),
      recipient: try session.coded("recipient", RecipientKind.self) ?? .anybody,
      provision: session.command.required("provision"),
      decider: try session.person(session.command.required("decided-by"), in: ledger),
      ground: session.command.required("ground"))
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { [] }) { _ in
      [.init(.disclosure(.deny(deny)))]
    }
  }

  static let list = Verb(
    VerbDeclaration(
      "disclosure", "list", kind: .reading,
      summary: Localized(
        en: "list what was given out, and what was not",
        sv: "lista det som lämnats ut, och det som inte lämnats ut"),
      examples: ["liggare disclosure list", "liggare disclosure list --format csv"])
  ) { session in
    let asked = try QuestionSession(session)
    try asked.answer(Disclosures.self)
    return .done
  }

  static let show = Verb(
    VerbDeclaration(
      "disclosure", "show", kind: .reading,
      summary: Localized(
        en: "show one thing that was given out, or was not",
        sv: "visa något som lämnats ut, eller inte"),
      examples: ["liggare disclosure show 214", "liggare disclosure show \"KS 2026/44\""],
      positionals: [
        PositionalDeclaration(
          "request", .text,
          help: Localized(
            en: "its position in the log, or the reference of the request: of several the last",
            sv: "dess plats i loggen, eller begärans beteckning: av flera den sista"))
      ])
  ) { session in
    let asked = try QuestionSession(session)
    let text = session.command.required("request")
    guard let card = Disclosures.card(of: text, asked.question) else {
      throw VerbFailure(
        .notFound,
        unknown.diagnostic(.init(en: "position or request", sv: "plats eller begäran", text)))
    }
    try asked.answer(card)
    return .done
  }

  static let all = [give, deny, list, show]

  private enum Options {
    static let request = OptionDeclaration(
      "request", .text,
      help: Localized(
        en: "the request, by its reference, without the name of whoever asked",
        sv: "begäran, med dess beteckning och utan namn på den som frågat"), isRequired: true)
    static let recipient = OptionDeclaration(
      "recipient", CommonOptions.choices(RecipientKind.self),
      help: Localized(en: "what sort of recipient asked", sv: "vilket slags mottagare som frågat"),
      isRequired: true)
    static let decider = OptionDeclaration(
      "decided-by", .person,
      help: Localized(en: "the registrar who decided", sv: "registratorn som beslutat"),
      isRequired: true)
    static let ground = OptionDeclaration(
      "ground", .text, help: Localized(en: "why", sv: "varför"), isRequired: true)
  }
}
