import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Projections

/// Who could reach something in a window of time.
enum ExposureVerb {
  static let exposure = Verb(
    VerbDeclaration(
      "exposure", kind: .reading,
      summary: Localized(
        en: "tell who could reach systems or entitlements in a window of time",
        sv: "visa vilka som kunde nå system eller behörigheter under ett tidsfönster"),
      discussion: Localized(
        en:
          "Everybody with something in the system then: by a grant in effect, by one that was suspended or over and not yet removed, by access that nobody had decided, by emergency access, as one of several who share an account, or through an account without any grant. Each row tells when, who decided and when it was last confirmed by a review; emergency access and power over the system come first. Beside it stands what was known at the end of the window: --then asks for another moment, and --known-at limits what is known now. A day means all of it.",
        sv:
          "Alla som då hade något i systemet: genom en gällande tilldelning, en som var spärrad eller upphörd och ännu inte borttagen, åtkomst som ingen beslutat, nödåtkomst, som en av flera som delar ett konto, eller genom ett konto utan tilldelning. Varje rad anger när, vem som beslutade och när den senast bekräftades av en granskning; nödåtkomst och makt över systemet kommer först. Bredvid står vad som var känt vid tidsfönstrets slut: --then frågar om en annan tidpunkt, och --known-at begränsar vad som är känt nu. En dag betyder hela dagen."
      ),
      examples: [
        "liggare exposure --system S-1 --from 2026-03-01 --until 2026-03-09",
        "liggare exposure --entitlement S-1/admin --from 2026-03-01T22:00 --until 2026-03-02T06:00",
        "liggare exposure --system S-1 --from 2026-03-01 --until 2026-03-09 --accounts --format csv",
      ],
      options: [
        OptionDeclaration(
          "system", .system,
          help: Localized(
            en: "a system, with all in it; may be repeated",
            sv: "ett system, med allt i det; kan upprepas"), isRepeatable: true),
        OptionDeclaration(
          "entitlement", .entitlement,
          help: Localized(
            en: "an entitlement; may be repeated", sv: "en behörighet; kan upprepas"),
          isRepeatable: true),
        OptionDeclaration(
          "from", .moment,
          help: Localized(
            en: "the first moment of the window", sv: "tidsfönstrets första tidpunkt"),
          isRequired: true),
        OptionDeclaration(
          "until", .moment,
          help: Localized(
            en: "the end of the window (a day means its end)",
            sv: "tidsfönstrets slut (en dag betyder dess slut)"), isRequired: true),
        Options.then, Options.accounts,
      ],
      sharedOptionNames: ["format", "out", "no-header", "known-at", "original", "profile"])
  ) { session in
    let asked = try QuestionSession(session)
    try answer(question(session, asked), in: asked)
    return .done
  }

  enum Options {
    static let then = OptionDeclaration(
      "then", .moment,
      help: Localized(
        en: "what was known at this moment stands beside it; else the end of the window",
        sv: "det som var känt vid denna tidpunkt ställs bredvid; annars tidsfönstrets slut"))
    static let accounts = OptionDeclaration.flag(
      "accounts",
      help: Localized(
        en: "the accounts to check in the systems' own logs instead",
        sv: "i stället de konton som ska kontrolleras i systemens egna loggar"))
  }

  /// Answers who could reach what is asked about, or through which accounts.
  ///
  /// - Parameter notes: what stands under the list, made of it; not asked for where the accounts are.
  static func answer(
    _ question: ExposureQuestion, in asked: QuestionSession,
    notes: ([Reach]) throws -> [Localized] = { _ in [] }
  ) throws {
    let session = asked.session
    if session.command.flag("accounts") {
      return try asked.answer(ExposedAccounts.table(question, asked.question))
    }
    let thenAt =
      try session.lastMoment("then", in: asked.zone)
      ?? question.window.upperBound.advanced(byMilliseconds: -1)
    let now = asked.question.register.exposure(question)
    var table = Exposure.table(
      question, asked.question, now: now, then: try asked.ledger.register(knownAt: thenAt),
      thenAt: thenAt)
    table.notes += try notes(now)
    try asked.answer(table)
  }

  /// The systems and entitlements that are named.
  static func targets(
    _ session: VerbSession, _ register: Register
  ) throws -> (Set<SystemID>, Set<EntitlementID>) {
    let systems = try session.command.strings("system").map { text in
      guard let system = SystemID(text), register.systems.contains(system) else {
        throw QuestionVerbs.noSystem(text, register)
      }
      return system
    }
    let entitlements = try session.command.strings("entitlement").map {
      try QuestionVerbs.entitlement($0, session, register)
    }
    return (Set(systems), Set(entitlements))
  }

  private static func question(
    _ session: VerbSession, _ asked: QuestionSession
  ) throws -> ExposureQuestion {
    let (systems, entitlements) = try targets(session, asked.question.register)
    guard !systems.isEmpty || !entitlements.isEmpty else {
      throw UsageError(
        UsageError.missingRequired, [.init(en: "option", sv: "flagga", "--system or --entitlement")]
      )
    }
    // The grammar has seen to it that both are there.
    let from = try session.moment("from", in: asked.zone, dayMeans: .start) ?? .earliest
    let until = try session.moment("until", in: asked.zone, dayMeans: .end) ?? .latest
    return ExposureQuestion(
      systems: systems, entitlements: entitlements, window: try window(from, until, session))
  }

  /// The window between two moments; refused when the second is not after the first.
  static func window(
    _ from: Instant, _ until: Instant, _ session: VerbSession
  ) throws -> Range<Instant> {
    guard from < until else {
      throw session.malformed(
        "until", session.command.string("until") ?? "\(until)",
        Localized(en: "a moment after --from", sv: "en tidpunkt efter --from"))
    }
    return from..<until
  }
}
