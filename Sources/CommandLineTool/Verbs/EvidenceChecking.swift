import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import Transparency

/// Checking a bundle of evidence on a machine that has no ledger.
enum EvidenceChecking {
  static let options = [
    OptionDeclaration(
      "evidence", .file,
      help: Localized(
        en: "check a bundle of evidence, a folder or a file, in the place of a ledger",
        sv: "kontrollera ett bevisunderlag, en mapp eller en fil, i stället för en liggare")),
    OptionDeclaration(
      "policy", .file,
      help: Localized(
        en:
          "with --evidence: the keys of the log and of the witnesses that you trust (C2SP tlog-policy), in the place of the bundle's own",
        sv:
          "med --evidence: nycklarna för loggen och vittnena som du litar på (C2SP tlog-policy), i stället för underlagets egna"
      )),
    OptionDeclaration(
      "ca", .file,
      help: Localized(
        en:
          "with --evidence: the certificates that a time stamp must lead to, in the place of the bundle's own",
        sv:
          "med --evidence: certifikaten som en tidsstämpel ska leda till, i stället för underlagets egna"
      )),
  ]

  /// Refuses options that speak of a ledger beside a bundle, and those of a bundle without one.
  static func check(_ session: VerbSession) throws {
    let command = session.command
    let hasBundle = command.string("evidence") != nil
    let others =
      hasBundle
      ? ["rules", "derived"].filter { command.flag($0) }
        + ["ledger"].filter { command.string($0) != nil }
      : ["policy", "ca"].filter { command.string($0) != nil }
    guard let other = others.first else { return }
    let missing = Localized(en: "needs", sv: "kräver")
    let excluded = Localized(en: "does not go with", sv: "går inte ihop med")
    throw UsageError(
      UsageError.conflictingOptions,
      [
        .init(en: "option", sv: "flagga", "--\(other)"),
        .init(hasBundle ? excluded : missing, "--evidence"),
      ])
  }

  static func verify(_ session: VerbSession, _ path: String) throws -> ExitStatus {
    let policy = try session.command.string("policy").map {
      try WitnessPolicy(try WholeFile.read($0, bytesMax: WitnessPolicy.bytesMax))
    }
    let authorities = try session.command.string("ca").map {
      try WholeFile.read($0, bytesMax: Timestamp.bytesMax)
    }
    let verification: EvidenceVerification
    do throws(Diagnostic) {
      verification = try EvidenceBundle(at: path).verify(policy: policy, authorities: authorities)
    } catch {
      let isDamaged = error.code == EvidenceCodes.noBundle.code
      throw VerbFailure(isDamaged ? .corruption : .refused, error)
    }
    do { try session.answer(table(of: verification), in: .utc) } catch is ReaderLeft {}
    for finding in verification.findings.prefix(20) { session.tell(finding) }
    tellWitnesses(verification, session)
    if verification.usesOwnPolicy {
      session.tell(
        Localized(
          en:
            "The keys of the log and the witnesses were taken from the bundle itself: it holds together or not, but whose it is only keys show that you have from elsewhere (--policy).",
          sv:
            "Loggens och vittnenas nycklar togs ur underlaget självt: det hänger ihop eller inte, men vems det är visar bara nycklar som du har från annat håll (--policy)."
        ))
    }
    return ExitStatus(verification.verdict)
  }

  private static func tellWitnesses(
    _ verification: EvidenceVerification, _ session: VerbSession
  ) {
    for sighting in verification.sightings {
      let seen = sighting.seen.text(in: .utc)
      session.tell(
        Localized(
          en: "Cosigned by \(sighting.witness) on \(seen) (UTC).",
          sv: "Medsignerat av \(sighting.witness) \(seen) (UTC)."))
    }
    guard let stamp = verification.stamp else { return }
    let made = stamp.made.text(in: .utc)
    session.tell(
      Localized(
        en:
          "Time stamp: the log had \(stamp.size) events, with these lines among them, on \(made) (UTC)\(verification.usesOwnAuthorities ? ", by certificates from the bundle itself" : "").",
        sv:
          "Tidsstämpel: loggen hade \(stamp.size) händelser, med dessa rader bland dem, \(made) (UTC)\(verification.usesOwnAuthorities ? ", enligt certifikat ur underlaget självt" : "")."
      ))
  }

  private static func table(of verification: EvidenceVerification) -> Table {
    var table = Table(
      name: "evidence", title: Localized(en: "Evidence", sv: "Underlag"),
      columns: [
        Column(key: "verdict", title: Localized(en: "verdict", sv: "utfall")),
        Column.identifier("origin", Localized(en: "log", sv: "logg")),
        Column.identifier("subject", Localized(en: "about", sv: "om")),
        Column.number("lines", Localized(en: "lines", sv: "rader")),
        Column.number("proofs", Localized(en: "good proofs", sv: "giltiga bevis")),
        Column.number("signatures", Localized(en: "good signatures", sv: "giltiga signaturer")),
        Column.number("texts", Localized(en: "texts", sv: "texter")),
        Column.number("withheld", Localized(en: "withheld", sv: "undanhållna")),
        Column.number("witnesses", Localized(en: "witnesses", sv: "vittnen")),
        Column.number("size", Localized(en: "events in the log", sv: "händelser i loggen")),
        Column.number("findings", Localized(en: "findings", sv: "anmärkningar")),
      ])
    let counts = verification.counts
    table.append([
      .word(code: verification.verdict.code, verification.verdict.word),
      .text(verification.origin), .text(verification.subject.text), .integer(counts.lines),
      .integer(counts.proofs), .integer(counts.signatures), .integer(counts.texts),
      .integer(counts.withheld), .integer(verification.sightings.count),
      .integer(Int(clamping: verification.head?.size ?? 0)),
      .integer(verification.findings.count),
    ])
    return table
  }
}

extension EvidenceVerification.Verdict {
  var code: String {
    switch self {
    case .intact: "intact"
    case .notWitnessed: "not_witnessed"
    case .badSignature: "bad_signature"
    case .corruption: "corruption"
    case .contradiction: "contradiction"
    }
  }

  var word: Localized {
    switch self {
    case .intact: Localized(en: "intact", sv: "hel")
    case .notWitnessed: Localized(en: "witnesses missing", sv: "vittnen saknas")
    case .badSignature: Localized(en: "bad signature", sv: "felaktig signatur")
    case .corruption: Localized(en: "corruption", sv: "skadad")
    case .contradiction: Localized(en: "contradiction", sv: "motsägelse")
    }
  }
}
