import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// What becomes of a grant between its beginning and its end.
enum GrantLifeVerbs {
  static let suspend = Verb(
    VerbDeclaration(
      "grant", "suspend", kind: .writing,
      summary: Localized(
        en: "take a grant's effect away for a time", sv: "spärra en tilldelning tills vidare"),
      discussion: Localized(
        en:
          "Suspending protects, and needs no decision. The grant's end does not move; several suspensions may overlap. An absence that suspends access does so without this command.",
        sv:
          "Att spärra är ett skydd och kräver inget beslut. Tilldelningens slut flyttas inte; flera spärrar kan överlappa. En frånvaro som spärrar behörighet gör det utan detta kommando."
      ),
      examples: [
        "liggare grant suspend G-1 --cause incident --reason \"The account is under investigation\""
      ],
      positionals: [GrantVerbs.Options.grant],
      options: [
        GrantVerbs.Options.by,
        OptionDeclaration(
          "cause", CommonOptions.choices(SuspensionCause.self),
          help: Localized(en: "why", sv: "varför"), isRequired: true),
        OptionDeclaration(
          "until", .moment,
          help: Localized(
            en: "the last day of the suspension; until it is lifted when left out",
            sv: "spärrens sista dag; tills den hävs om det utelämnas")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let grant = try session.identifier("grant", GrantID.self),
      let cause = try session.coded("cause", SuspensionCause.self)
    else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let until = try session.moment("until", in: zone, dayMeans: .end)
    return try session.record(in: ledger, zone: zone, named: { ["\(grant)"] }) { _ in
      [.init(.grant(.suspend(SuspendGrant(grant: grant, by: by, cause: cause, until: until))))]
    }
  }

  static let resume = Verb(
    VerbDeclaration(
      "grant", "resume", kind: .writing,
      summary: Localized(
        en: "lift the suspensions of a grant", sv: "häv spärren för en tilldelning"),
      discussion: Localized(
        en:
          "The cause must be cleared, and the one who resumes is the person's manager or the system's steward, deputy or owner, never the holder. Recorded by somebody else, it needs --case.",
        sv:
          "Orsaken ska vara undanröjd, och den som häver är personens chef eller systemets förvaltare, ersättare eller ägare, aldrig innehavaren. Registreras det av någon annan krävs --case."
      ),
      examples: ["liggare grant resume G-1 --reason \"The investigation is closed\""],
      positionals: [GrantVerbs.Options.grant], options: [GrantVerbs.Options.by])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let grant = try session.identifier("grant", GrantID.self) else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    return try session.record(in: ledger, zone: zone, named: { ["\(grant)"] }) { _ in
      [.init(.grant(.resume(ResumeGrant(grant: grant, by: by))))]
    }
  }

  static let narrow = Verb(
    VerbDeclaration(
      "grant", "narrow", kind: .writing,
      summary: Localized(
        en: "make a grant cover less, end earlier, or be reviewed more often",
        sv: "begränsa en tilldelning: mindre, kortare, eller oftare granskad"),
      discussion: Localized(
        en:
          "Less access needs no approval, and holds from the moment on. More of anything is a request: liggare request change.",
        sv:
          "Mindre behörighet kräver inget beslut, och gäller från tidpunkten. Mer av något är en begäran: liggare request change."
      ),
      examples: [
        "liggare grant narrow G-1 --until 2026-06-30",
        "liggare grant narrow G-1 --scope north --review-days 90",
      ],
      positionals: [GrantVerbs.Options.grant],
      options: [
        GrantVerbs.Options.by,
        OptionDeclaration(
          "scope", .text,
          help: Localized(
            en: "the part of the system it is limited to",
            sv: "den del av systemet den begränsas till")),
        OptionDeclaration("until", .moment, help: OrganisationVerbs.Options.until),
        OptionDeclaration(
          "review-days", .number(1...3_660),
          help: Localized(
            en: "how often it is reviewed, in days", sv: "hur ofta den granskas, i dagar")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let grant = try session.identifier("grant", GrantID.self) else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let narrowing = NarrowGrant(
      grant: grant, by: by, scope: try session.identifier("scope", ScopeName.self),
      until: try session.moment("until", in: zone, dayMeans: .end),
      reviewDays: session.command.integer("review-days").map(Int64.init))
    return try session.record(in: ledger, zone: zone, named: { ["\(grant)"] }) { _ in
      [.init(.grant(.narrow(narrowing)))]
    }
  }

  /// The most ends that one command notes: a batch holds no more events than 4,096.
  static let notedMax = 4_000

  static let noteExpired = Verb(
    VerbDeclaration(
      "grant", "note-expired", kind: .writing,
      summary: Localized(
        en: "record which grants have ended by themselves",
        sv: "registrera vilka tilldelningar som upphört av sig själva"),
      discussion: Localized(
        en:
          "For a scheduled job, with a key of its own. A grant ends when its time has come whether this is run or not; running it again records nothing.",
        sv:
          "För ett schemalagt jobb, med egen nyckel. En tilldelning upphör när tiden är inne vare sig detta körs eller inte; en ny körning registrerar inget."
      ),
      examples: ["liggare grant note-expired"])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let moment =
      try session.moment("effective", in: zone, dayMeans: .start) ?? session.ambient.now()
    var noted = Array(ledger.register.unnotedExpiries(at: moment).prefix(notedMax))
    guard !noted.isEmpty else {
      // The key must be one that may ask.
      _ = try session.actor(in: ledger)
      try session.answer(
        Localized(
          en: "No grant has ended unnoted.", sv: "Ingen tilldelning har upphört utan att noteras."))
      return .done
    }
    return try session.record(
      in: ledger, zone: zone,
      named: {
        noted.count <= 10
          ? noted.map { "\($0)" } : ["\(noted[0]) … \(noted[noted.count - 1]) (\(noted.count))"]
      }
    ) { ledger in
      noted = Array(ledger.register.unnotedExpiries(at: moment).prefix(notedMax))
      return noted.map { .init(.grant(.noteExpiry(NoteExpiry(grant: $0)))) }
    }
  }

  static let all = [suspend, resume, narrow, noteExpired]
}
