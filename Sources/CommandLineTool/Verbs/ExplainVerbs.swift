import AccessLedger
import AuditViews
import Chronology
import Deciders
import Diagnostics
import EventStore
import IdentityRegister
import Interchange
import Policies
import Projections
import ReadModel
import ReviewPackets
import Transparency
import Witnessing

/// What a code means, and what helps the shell.
enum ExplainVerbs {
  static let explain = Verb(
    VerbDeclaration(
      "explain", kind: .tool,
      summary: Localized(
        en: "tell what a code means and what to do", sv: "förklara en kod och vad du kan göra"),
      discussion: Localized(
        en:
          "Codes stand first in every refusal: INV-04, LOG-14. “exit” lists the exit statuses; nothing lists all codes.",
        sv:
          "Koder står först i varje avvisning: INV-04, LOG-14. ”exit” listar slutkoderna; utan kod listas alla."
      ),
      examples: ["liggare explain INV-02", "liggare explain exit"],
      positionals: [
        PositionalDeclaration(
          "code", .text, help: Localized(en: "the code, or “exit”", sv: "koden, eller ”exit”"),
          isOptional: true)
      ])
  ) { session in
    guard let written = session.command.string("code") else {
      var table = Table(
        name: "codes", title: Localized(en: "Codes", sv: "Koder"),
        columns: [
          Column.identifier("code", Localized(en: "code", sv: "kod")),
          Column(key: "meaning", title: Localized(en: "meaning", sv: "betydelse")),
        ])
      for code in catalogue { table.append([.text(code.code), .localized(code.statement)]) }
      try session.answer(table, in: .utc)
      return .done
    }
    if written == "exit" {
      try session.answer(ExitStatus.table, in: .utc)
      return .done
    }
    guard let code = catalogue.first(where: { $0.code == written.uppercased() }) else {
      throw VerbFailure(
        .notFound, VerbCodes.unknownCode.diagnostic(.init(en: "code", sv: "kod", written)))
    }
    let diagnostic = code.diagnostic()
    let ground = RuleCatalogue.ground(of: code.code) ?? StaleCatalogue.ground(of: code.code)
    func text(_ language: Language) -> String {
      [diagnostic.text(in: language), ground?.text(in: language)].compactMap(\.self)
        .joined(separator: "\n")
    }
    try session.answer(Localized(en: text(.english), sv: text(.swedish)))
    return .done
  }

  /// Every code that this program can say, in order.
  static let catalogue: [DiagnosticCode] =
    (RuleCatalogue.codes + StaleCatalogue.codes + PolicyDocumentCodes.catalogue
    + FindingCatalogue.codes
    + ReferenceCodes.catalogue + LedgerCodes.catalogue
    + StoreCode.catalogue + IdentityRegister.catalogue + KeyDiagnostics.catalogue
    + NoteCodes.catalogue + WitnessCodes.catalogue
    + TimestampCodes.catalogue + EvidenceCodes.catalogue + RestorationCodes.catalogue
    + LeavingCodes.catalogue
    + LogKeyCode.catalogue + LogKeyDecisionCodes.catalogue
    + QueryCodes.catalogue + TableOrdering.catalogue
    + HistoryCodes.catalogue
    + HistoryImportCodes.catalogue
    + LinuxHostCodes.catalogue
    + JobCodes.catalogue
    + SystemReading.catalogue + InterchangeCatalogue.catalogue + PacketCodes.catalogue
    + PacketFolder.catalogue
    + ReviewPacketVerbs.catalogue + PolicyWhatIfVerb.catalogue + DisclosureVerbs.catalogue
    + ZoneDatabase.catalogue + WholeFile.catalogue + UsageError.catalogue + Console.catalogue
    + VerbCodes.catalogue).sorted { $0.code < $1.code }

  static let completion = Verb(
    VerbDeclaration(
      "completion", kind: .tool,
      summary: Localized(
        en: "print a completion script for a shell",
        sv: "skriv ut ett kompletteringsskript för ett skal"),
      examples: ["liggare completion bash > ~/.local/share/bash-completion/completions/liggare"],
      positionals: [
        PositionalDeclaration(
          "shell",
          .choice(["bash", "zsh", "fish"].map { .init($0, Localized(verbatim: $0)) }),
          help: Localized(en: "which shell", sv: "vilket skal"))
      ])
  ) { session in
    guard let shell = Shell(rawValue: session.command.required("shell")) else { return .usage }
    try session.answer(
      CompletionScript(Tool.grammar, language: session.language).text(for: shell))
    return .done
  }

  static let manual = Verb(
    VerbDeclaration(
      "manual", kind: .tool,
      summary: Localized(en: "print the manual page", sv: "skriv ut manualsidan"),
      examples: ["liggare manual | man -l -"])
  ) { session in
    try session.answer(ManualPage(Tool.grammar, language: session.language).text(day: nil))
    return .done
  }

  static let all = [explain, completion, manual]
}
