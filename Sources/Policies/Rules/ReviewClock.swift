public import Chronology
public import Diagnostics

/// A confirmation counts from when it was given, and not beyond what it was given for (INV-33)
public enum ReviewClock {
  public static let code = DiagnosticCode(
    "INV-33",
    Localized(
      en: "The answer would count for another time than it was given for.",
      sv: "Svaret skulle gälla en annan tid än det gavs för."),
    remedy: Localized(
      en:
        "Leave out --effective: the clock of reviews starts when the answer is given. A day to keep until lies after that, and not after the grant's own end.",
      sv:
        "Utelämna --effective: granskningsklockan startar när svaret ges. En dag att behålla till ligger efter det, och inte efter tilldelningens eget slut."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Nobody can make a review look older or reach further than somebody looked.",
      sv: "Ingen kan få en granskning att verka äldre eller räcka längre än någon har sett."),
    source: Localized(
      en: "ISO 27001 5.18; NIST AC-2 j",
      sv: "ISO 27001 5.18; NIST AC-2 j"),
    refused: Localized(
      en:
        "liggare review decide V-1 --item G-1 --outcome keep --effective with a day before V-1 started",
      sv:
        "liggare review decide V-1 --item G-1 --outcome keep --effective med en dag före starten av V-1"
    ),
    allowed: Localized(
      en: "the same without --effective",
      sv: "samma sak utan --effective"))

  /// - Parameters:
  ///   - given: since when the answer is to count.
  ///   - started: when the campaign started.
  ///   - until: until when the access is kept, when that is said.
  ///   - end: the grant's own end.
  public static func check(
    given: Instant, started: Instant, until: Instant?, end: Instant?
  ) -> Diagnostic? {
    if given < started {
      return code.diagnostic(
        .init(en: "given", sv: "givet", at: given),
        .init(en: "the review started", sv: "granskningen startade", at: started))
    }
    guard let until else { return nil }
    guard until <= given || end.map({ $0 < until }) ?? false else { return nil }
    return code.diagnostic(
      .init(en: "kept until", sv: "behålls till", end: until),
      .init(en: "the grant's end", sv: "tilldelningens slut", end: end))
  }
}
