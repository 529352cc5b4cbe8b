public import AccessModel
public import Chronology
public import Diagnostics

/// Disposal rests on a decision in force, takes two persons, spares what is held, and leaves its tombstones. (INV-53)
public enum GovernedDisposal {
  public static let code = DiagnosticCode(
    "INV-53",
    Localized(
      en: "Nothing is disposed of without a decision in force, two persons, and no legal hold.",
      sv: "Inget gallras utan ett gällande beslut, två personer och att inget gallringsstopp finns."
    ),
    remedy: Localized(
      en:
        "The facts say what stands against it. liggare disposal list shows the decisions, liggare disposal holds what may not be disposed of; liggare disposal carry-out chooses by itself what a decision covers.",
      sv:
        "Uppgifterna säger vad som hindrar. liggare disposal list visar besluten, liggare disposal holds det som inte får gallras; liggare disposal carry-out väljer själv ut det som ett beslut omfattar."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "What is disposed of never comes back. Public records are kept unless a body has decided otherwise, and nobody alone, and no haste, may take away what a dispute or an audit needs.",
      sv:
        "Det som gallras kommer aldrig tillbaka. Allmänna handlingar bevaras om inte ett organ har beslutat annat, och ingen får ensam eller i hast ta bort det som en tvist eller revision behöver."
    ),
    source: Localized(
      en:
        "the Archives Act, sections 3 and 10; the Public Access to Information and Secrecy Act, chapter 4, section 1; ISO 27001 5.33",
      sv:
        "arkivlagen 3 och 10 §§; offentlighets- och sekretesslagen 4 kap. 1 §; ISO 27001 5.33"),
    refused: Localized(
      en: "liggare disposal carry-out DI-1 --approved-by yourself",
      sv: "liggare disposal carry-out DI-1 --approved-by dig själv"),
    allowed: Localized(
      en: "liggare disposal carry-out DI-1 --approved-by eva.lind --case \"KS 2036/4\"",
      sv: "liggare disposal carry-out DI-1 --approved-by eva.lind --case \"KS 2036/4\""))

  /// What keeps a grant or a request from being disposed of.
  public enum Obstacle: Hashable, Sendable {
    /// It is not one that the decision covers.
    case outside
    /// It still has effect, must still be removed, or waits for somebody.
    case open(Localized)
    /// It ended, and is kept until then.
    case kept(until: Instant)
    /// A legal hold is on it, by its target.
    case held(HoldID, StreamID)
    case disposedOf(at: Instant)
  }

  /// A decision is a body's, in a case, about records that are kept for some time.
  ///
  /// - Parameter decidingBody: the kind of the unit that decided.
  public static func check(
    decidingBody: UnitKind?, keepMonths: Int64, hasCase: Bool
  ) -> Diagnostic? {
    var facts: [Diagnostic.Fact] = []
    if !(decidingBody?.isLegalEntity ?? false) {
      facts.append(
        .init(
          en: "decided by", sv: "beslutat av",
          localized: decidingBody?.word ?? Localized(en: "nobody known", sv: "ingen känd")))
    }
    if !keepMonthsRange.contains(keepMonths) {
      facts.append(.init(en: "kept, months", sv: "bevaras, månader", "\(keepMonths)"))
    }
    if !hasCase {
      facts.append(
        .init(
          en: "missing", sv: "saknas",
          localized: Localized(en: "the case number, --case", sv: "diarienumret, --case")))
    }
    return facts.isEmpty ? nil : code.diagnostic(facts: facts)
  }

  /// How long a decision may have records kept, in months.
  public static let keepMonthsRange: ClosedRange<Int64> = 1...1_200

  /// The decision that is carried out is there and in force.
  ///
  /// - Parameter from: since when it may be carried out; `nil` where there is no such decision.
  public static func check(
    _ disposal: DisposalID, from: Instant?, at moment: Instant
  ) -> Diagnostic? {
    if let from, from <= moment { return nil }
    return code.diagnostic(
      .init(DisposalSubject.word, "\(disposal)"),
      from.map { .init(en: "in force from", sv: "gäller från", at: $0) }
        ?? .init(
          en: "decision", sv: "beslut",
          localized: Localized(en: "not in the register", sv: "finns inte i registret")))
  }

  /// It takes a custodian who signs and an archivist who approves, two different persons.
  public static func check(
    principal: PersonID, approver: PersonID, isArchivist: Bool
  ) -> Diagnostic? {
    guard principal == approver || !isArchivist else { return nil }
    return code.diagnostic(
      .init(Localized(en: "carried out by", sv: "verkställs av"), persons: ["\(principal)"]),
      .init(Localized(en: "approved by", sv: "godkänns av"), persons: ["\(approver)"]),
      .init(
        en: "is archivist", sv: "är arkivarie",
        localized: isArchivist ? Localized(en: "yes", sv: "ja") : Localized(en: "no", sv: "nej")))
  }

  /// - Parameter thing: the grant, request or person, as the log names it.
  public static func check(_ thing: String, _ obstacle: Obstacle?) -> Diagnostic? {
    guard let obstacle else { return nil }
    let what = Diagnostic.Fact(en: "what", sv: "vad", thing)
    switch obstacle {
    case .outside:
      return code.diagnostic(
        what,
        .init(
          en: "decision", sv: "beslut",
          localized: Localized(en: "does not cover it", sv: "omfattar den inte")))
    case .open(let state):
      return code.diagnostic(what, .init(en: "state", sv: "läge", localized: state))
    case .kept(let until):
      return code.diagnostic(what, .init(en: "kept until", sv: "bevaras till", at: until))
    case .held(let hold, let target):
      return code.diagnostic(
        what, .init(HoldSubject.word, "\(hold)"),
        .init(en: "hold is on", sv: "gallringsstoppet gäller", "\(target)"))
    case .disposedOf(let moment):
      return code.diagnostic(what, .init(en: "disposed of", sv: "gallrad", at: moment))
    }
  }
}
