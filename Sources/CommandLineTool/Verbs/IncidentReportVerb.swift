import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Glibc
import IdentityRegister
import Projections

/// Reporting an incident: one command, or one line of standard input, and nothing it says is a reason to refuse it.
enum IncidentReportVerb {
  static let report = Verb(
    VerbDeclaration(
      "incident", "report", kind: .writing,
      summary: Localized(
        en: "report that something went wrong", sv: "rapportera att något har gått fel"),
      discussion: Localized(
        en:
          "Anybody with a key may, and nothing that is said is refused: a system or a person that the register does not know is kept as text and told as a warning. The text lies in the identity register, not in the log. With “-” it is read from standard input, up to 8,000 bytes. With --protected the reporter's name lies in the identity register alone and is shown to whoever leads the incident and to the information-security coordinator; with --anonymous no reporter is named. The key that signs is always in the log.",
        sv:
          "Vem som helst med en nyckel får, och inget som sägs nekas: ett system eller en person som registret inte känner till behålls som text och anges som en varning. Texten ligger i identitetsregistret, inte i loggen. Med ”-” läses den från standard input, upp till 8 000 byte. Med --protected ligger rapportörens namn endast i identitetsregistret och visas för den som leder incidenten och för informationssäkerhetssamordnaren; med --anonymous nämns ingen rapportör. Nyckeln som signerar finns alltid i loggen."
      ),
      examples: [
        "liggare incident report \"A letter went to the wrong person\" --personal-data yes",
        "liggare incident report \"Strange logins at night\" --system S-1 --severity 3 --by bo.ek",
        "echo \"The laptop is gone\" | liggare incident report - --protected \"Nils Ek\"",
      ],
      positionals: [
        PositionalDeclaration(
          "text", .text,
          help: Localized(
            en: "what happened; “-” reads it from standard input",
            sv: "vad som hände; ”-” läser det från standard input"))
      ],
      options: [
        OptionDeclaration(
          "system", .system,
          help: Localized(
            en: "a system it is about, by identifier or name",
            sv: "ett system den gäller, med beteckning eller namn"), isRepeatable: true),
        OptionDeclaration(
          "entitlement", .entitlement,
          help: Localized(en: "an entitlement it is about", sv: "en behörighet den gäller"),
          isRepeatable: true),
        OptionDeclaration(
          "grant", .grant,
          help: Localized(en: "a grant it is about", sv: "en tilldelning den gäller"),
          isRepeatable: true),
        OptionDeclaration(
          "personal-data", CommonOptions.choices(AnswerSoFar.self),
          help: Localized(
            en: "whether personal data is concerned; unknown when left out",
            sv: "om personuppgifter berörs; unknown om det utelämnas")),
        OptionDeclaration(
          "severity", .number(1...4),
          help: Localized(
            en: "how bad it seems, 1 to 4, where 4 is critical",
            sv: "hur allvarligt det verkar, 1 till 4, där 4 är kritiskt")),
        OptionDeclaration(
          "noticed", .moment,
          help: Localized(
            en: "when it was noticed; now when left out",
            sv: "när det upptäcktes; nu om det utelämnas")),
        OptionDeclaration(
          "by", .person,
          help: Localized(
            en: "who reports; whoever the key signs for when left out",
            sv: "vem som rapporterar; den som nyckeln signerar för om det utelämnas")),
        OptionDeclaration(
          "protected", .text,
          help: Localized(
            en: "who reports, kept out of the log",
            sv: "vem som rapporterar, utanför loggen")),
        OptionDeclaration.flag(
          "anonymous",
          help: Localized(en: "nobody is named", sv: "ingen nämns")),
      ], sharedOptionNames: ["key", "dry-run", "log-key", "yes", "case"])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let key = try session.signingKey()
    var warnings: [Diagnostic] = []
    let report = try wish(session, ledger, zone, &warnings)
    var incident = IncidentID(number: 1)
    let recording = Recording(
      caseNumber: try session.caseNumber(), isDryRun: session.command.flag("dry-run")
    ) { ledger in
      incident = IncidentID(number: ledger.register.incidents.nextNumber)
      var report = report
      report.incident = incident
      return [.init(.incident(.report(report)))]
    }
    let receipt = try ledger.record(recording, signedBy: key)
    session.tell(warnings)
    if recording.isDryRun { return try session.showDry(receipt.events) }
    session.tell(receipt.warnings)
    try session.answer(VerbSession.summary(of: receipt, ["\(incident)"]))
    return VerbSession.status(after: receipt.warnings)
  }

  /// What was typed, with everything that the register does not know as text.
  private static func wish(
    _ session: VerbSession, _ ledger: Ledger, _ zone: TimeZoneRules,
    _ warnings: inout [Diagnostic]
  ) throws -> ReportIncident {
    let command = session.command
    let register = ledger.register
    let now = session.ambient.now()
    let noticed = try session.moment("noticed", in: zone, dayMeans: .start) ?? now
    if now < noticed {
      warnings.append(
        VerbCodes.reportedFuture.diagnostic(.init(en: "noticed", sv: "upptäckt", at: noticed)))
    }
    var report = ReportIncident(
      incident: IncidentID(number: 1), what: try text(session, &warnings), noticed: noticed)
    report.personalData = try session.coded("personal-data", AnswerSoFar.self) ?? .unknown
    report.severity = command.integer("severity").map(Int64.init)
    var elsewhere: [String] = []
    for text in command.strings("system") {
      if let system = system(text, register, at: now) {
        report.systems.append(system)
      } else {
        elsewhere.append(text)
      }
    }
    for text in command.strings("entitlement") {
      if let right = EntitlementID(text),
        register.systems[right.system]?.entitlement(right.name) != nil
      {
        report.entitlements.append(right)
      } else {
        elsewhere.append(text)
      }
    }
    for text in command.strings("grant") {
      if let grant = GrantID(text), register.grants.contains(grant) {
        report.grants.append(grant)
      } else {
        elsewhere.append(text)
      }
    }
    if !elsewhere.isEmpty {
      report.elsewhere = elsewhere.joined(separator: "\n")
      warnings.append(
        VerbCodes.reportedUnknown.diagnostic(
          facts: elsewhere.map { .init(en: "kept as text", sv: "behålls som text", $0) }))
    }
    try setReporter(of: &report, session, ledger, &warnings)
    return report
  }

  private static func setReporter(
    of report: inout ReportIncident, _ session: VerbSession, _ ledger: Ledger,
    _ warnings: inout [Diagnostic]
  ) throws {
    let command = session.command
    if let name = command.string("protected") {
      report.protectedReporter = name
      warnings.append(VerbCodes.keyIsNamed.diagnostic())
      return
    }
    if command.flag("anonymous") {
      warnings.append(VerbCodes.keyIsNamed.diagnostic())
      return
    }
    guard let name = command.string("by") else {
      report.reporter = try session.actor(in: ledger)
      return
    }
    do {
      report.reporter = try session.person(name, in: ledger)
    } catch let failure as VerbFailure where failure.status == .notFound {
      report.protectedReporter = name
      warnings.append(
        VerbCodes.reportedUnknown.diagnostic(
          .init(en: "kept as text", sv: "behålls som text", name)))
    }
  }

  /// A system by its identifier, or by what it alone is called.
  private static func system(
    _ text: String, _ register: Register, at moment: Instant
  ) -> SystemID? {
    if let id = SystemID(text), register.systems.contains(id) { return id }
    let called = register.systems.rows.filter {
      $0.details(at: moment).name.text.lowercased() == text.lowercased()
    }
    return called.count == 1 ? called.first?.id : nil
  }

  /// The most bytes of a report; what comes after is told and not kept.
  private static let bytesMax = 8_000

  private static func text(
    _ session: VerbSession, _ warnings: inout [Diagnostic]
  ) throws -> String {
    let typed = session.command.required("text")
    var bytes = Array(typed.utf8)
    if typed == "-" { bytes = try standardInput() }
    var text = String(decoding: bytes.prefix(bytesMax), as: UTF8.self)
    while let last = text.last, last.isNewline || last == " " { text.removeLast() }
    guard !text.isEmpty else {
      throw UsageError(
        UsageError.missingRequired,
        [
          .init(
            en: "needed", sv: "krävs",
            localized: Localized(en: "what happened", sv: "vad som hände"))
        ])
    }
    if bytes.count > bytesMax {
      warnings.append(
        VerbCodes.reportedInPart.diagnostic(
          .init(en: "bytes kept", sv: "byte som behölls", "\(bytesMax)")))
    }
    return text
  }

  /// What stands on standard input, and no more than one byte above what is kept.
  private static func standardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while bytes.count <= bytesMax {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw VerbFailure(
          .internalError,
          WholeFile.unreadable.diagnostic(
            .init(en: "file", sv: "fil", "-"),
            .init(en: "why", sv: "varför", String(cString: strerror(errno)))))
      }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}

extension VerbCodes {
  static let reportedUnknown = DiagnosticCode(
    "CLI-65",
    Localized(
      en: "The register does not know this; the report is recorded all the same, with it as text.",
      sv: "Registret känner inte till detta; rapporten registreras ändå, med det som text."),
    remedy: Localized(
      en: "Nothing needs to be done; liggare incident link says later what it was about.",
      sv: "Inget behöver göras; liggare incident link anger senare vad det gällde."))

  static let reportedFuture = DiagnosticCode(
    "CLI-66",
    Localized(
      en: "It was noticed at a moment that is yet to come; now is recorded in its place.",
      sv: "Den upptäcktes vid en tidpunkt i framtiden; nu registreras i stället."),
    remedy: Localized(
      en:
        "If the moment was mistyped, correct the report: liggare event correct POSITION --field noticed.",
      sv:
        "Om tidpunkten var felskriven, rätta rapporten: liggare event correct POSITION --field noticed."
    ))

  static let reportedInPart = DiagnosticCode(
    "CLI-67",
    Localized(
      en: "The text is longer than is kept.", sv: "Texten är längre än vad som behålls."),
    remedy: Localized(
      en:
        "The beginning is recorded; add the rest with liggare incident act INCIDENT evidence TEXT.",
      sv: "Början är registrerad; lägg till resten med liggare incident act INCIDENT evidence TEXT."
    ))

  static let keyIsNamed = DiagnosticCode(
    "CLI-68",
    Localized(
      en: "The reporter is not in the log, but whose key signed is.",
      sv: "Rapportören finns inte i loggen, men det gör den vars nyckel signerade."),
    remedy: Localized(
      en:
        "A reporter who is to stay unknown lets somebody else record the report, such as the helpdesk.",
      sv:
        "En rapportör som ska vara okänd låter någon annan registrera rapporten, till exempel kundstödet."
    ))

  static let incidents = [
    reportedUnknown, reportedFuture, reportedInPart, keyIsNamed, IncidentExposureVerbs.nothingNamed,
  ]
}
