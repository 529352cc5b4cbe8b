public import AccessModel
public import Diagnostics

/// A system moves along its life step by step; it is classified before it is used, and archived on a decision. (SYS-05)
///
/// Proposed → pilot → in operation → phasing out → decommissioned → archived. Steps may be skipped, except that only a decommissioned
/// system is archived, and none is taken back but phasing out.
public enum SystemLife {
  public static let code = DiagnosticCode(
    "SYS-05",
    Localized(
      en: "The system cannot take that step now.", sv: "Systemet kan inte ta det steget nu."),
    remedy: Localized(
      en:
        "The facts say what is needed first: another status, liggare system classify, or the case of the disposal decision with --case.",
      sv:
        "Uppgifterna säger vad som krävs först: en annan status, liggare system classify, eller gallringsbeslutets ärende med --case."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A system in use without a class has no rules; one archived without a decision has no end that can be shown.",
      sv:
        "Ett system som används utan klass har inga regler; ett som arkiverats utan beslut har inget slut som kan visas."
    ),
    source: Localized(
      en: "guideline: the base level is set by classification; archives legislation",
      sv: "riktlinjen: grundnivån fastställs genom klassning; arkivlagstiftningen"),
    refused: Localized(
      en: "a system put into operation unclassified", sv: "ett oklassat system som tas i drift"),
    allowed: Localized(en: "the same, classified first", sv: "detsamma, klassat först"))

  /// Where a system may go next.
  public static func next(after status: SystemStatus) -> [SystemStatus] {
    switch status {
    case .proposed: [.pilot, .inOperation, .decommissioned]
    case .pilot: [.inOperation, .phasingOut, .decommissioned]
    case .inOperation: [.phasingOut, .decommissioned]
    case .phasingOut: [.inOperation, .decommissioned]
    case .decommissioned: [.archived]
    case .archived: []
    }
  }

  public static func check(
    system: SystemID, from present: SystemStatus, to next: SystemStatus, isClassified: Bool,
    hasCase: Bool
  ) -> Diagnostic? {
    let allowed = self.next(after: present)
    func diagnostic(_ needed: Localized) -> Diagnostic {
      code.diagnostic(
        .init(SystemSubject.word, "\(system)"),
        .init(en: "status", sv: "status", localized: present.word),
        .init(en: "needed", sv: "krävs", localized: needed))
    }
    guard allowed.contains(next) else {
      let list = allowed.map { "\($0.code)" }.joined(separator: ", ")
      return diagnostic(
        list.isEmpty
          ? Localized(en: "nothing: its life is over", sv: "inget: dess liv är slut")
          : Localized(en: "one of: \(list)", sv: "något av: \(list)"))
    }
    if next == .pilot || next == .inOperation, !isClassified {
      return diagnostic(
        Localized(
          en: "a classification: liggare system classify \(system)",
          sv: "en klassning: liggare system classify \(system)"))
    }
    if next == .archived, !hasCase {
      return diagnostic(
        Localized(
          en: "the case of the decision to archive or dispose: --case",
          sv: "ärendet med arkiv- eller gallringsbeslutet: --case"))
    }
    return nil
  }
}
