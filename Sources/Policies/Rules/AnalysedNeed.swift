public import AccessModel
public import Chronology
public import Diagnostics

/// Access in a care system rests on a needs-and-risk analysis that is in force. (NED-06)
public enum AnalysedNeed {
  public static let code = DiagnosticCode(
    "NED-06",
    Localized(
      en: "The need does not rest on a needs-and-risk analysis that is in force.",
      sv: "Behovet vilar inte på en gällande behovs- och riskanalys."),
    remedy: Localized(
      en:
        "Name the system's needs-and-risk analysis with --analysis, such as --analysis RA-1; liggare system show lists them.",
      sv:
        "Ange systemets behovs- och riskanalys med --analysis, till exempel --analysis RA-1; liggare system show visar dem."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "In care, more staff see more of people's lives than their work needs, unless somebody has weighed it first.",
      sv:
        "I vården ser annars fler i personalen mer av människors liv än arbetet kräver, om ingen först har vägt det."
    ),
    source: Localized(
      en: "HSLF-FS 2016:40, 4 kap.; the Patient Data Act, 4 kap.",
      sv: "HSLF-FS 2016:40, 4 kap.; patientdatalagen, 4 kap."),
    refused: Localized(
      en: "liggare request submit bo.ek S-1/read, where S-1 is a care system",
      sv: "liggare request submit bo.ek S-1/read, där S-1 är ett vårdsystem"),
    allowed: Localized(
      en: "the same with --analysis RA-1, which is the system's and in force",
      sv: "samma sak med --analysis RA-1, som är systemets och gäller"))

  /// An analysis as the rule looks at it.
  public struct Analysis: Sendable {
    public var system: SystemID
    public var kind: RiskAnalysisKind
    public var conducted: Instant

    public init(system: SystemID, kind: RiskAnalysisKind, conducted: Instant) {
      self.system = system
      self.kind = kind
      self.conducted = conducted
    }
  }

  /// - Parameters:
  ///   - named: the analysis that the request names.
  ///   - found: what the ledger knows of it.
  ///   - validity: how long an analysis is in force after it was made.
  public static func check(
    system: SystemID, sector: Sector?, named: AnalysisID?, found: Analysis?, at moment: Instant,
    validity: TimeLimit
  ) -> Diagnostic? {
    guard sector == .care || named != nil else { return nil }
    let why: Localized
    if named == nil {
      why = Localized(en: "none is named", sv: "ingen är angiven")
    } else if let found {
      let end = validity.due(after: found.conducted)
      if found.system != system {
        why = Localized(
          en: "it is of \(found.system)", sv: "den gäller \(found.system)")
      } else if sector == .care, found.kind != .needsAndRisk {
        why = Localized(
          en: "it is a \(found.kind.word.english)", sv: "det är en \(found.kind.word.swedish)")
      } else if moment < found.conducted {
        why = Localized(
          en: "it was not made before \(found.conducted)",
          sv: "den gjordes först \(found.conducted)")
      } else if end <= moment {
        why = Localized(
          en: "it was in force until \(end)", sv: "den gällde till \(end)")
      } else {
        return nil
      }
    } else {
      why = Localized(
        en: "the ledger knows of no such analysis", sv: "liggaren känner inte till den")
    }
    return code.diagnostic(
      .init(SystemSubject.word, "\(system)"),
      .init(en: "analysis", sv: "analys", named.map { "\($0)" } ?? "–"),
      .init(en: "why", sv: "varför", localized: why))
  }
}
