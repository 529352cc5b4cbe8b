public import AccessModel
public import Diagnostics

/// Where two persons are needed, the endorser declares to have no interest of their own. (REQ-07)
public enum DeclaredInterest {
  public static let code = DiagnosticCode(
    "REQ-07",
    Localized(
      en: "The endorser has not declared to have no interest of their own in the matter.",
      sv: "Tillstyrkaren har inte förklarat sig sakna eget intresse i saken."),
    remedy: Localized(
      en:
        "Declare it with --no-interest; whoever has an interest lets another manager endorse instead.",
      sv:
        "Förklara det med --no-interest; den som har ett intresse låter en annan chef tillstyrka i stället."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Whoever gains by an access is no judge of the need for it.",
      sv: "Den som själv har nytta av en behörighet kan inte bedöma behovet av den."),
    source: Localized(
      en: "Administrative Procedure Act 16–18 §§; ISO 27001 5.3",
      sv: "förvaltningslagen 16–18 §§; ISO 27001 5.3"),
    refused: Localized(
      en: "liggare request endorse R-1, for a privileged entitlement",
      sv: "liggare request endorse R-1, för en privilegierad behörighet"),
    allowed: Localized(
      en: "liggare request endorse R-1 --no-interest",
      sv: "liggare request endorse R-1 --no-interest"))

  /// - Parameter isNeeded: whether the entitlement demands two persons.
  public static func check(
    endorser: PersonID, outcome: EndorsementOutcome, hasNoInterest: Answer?, isNeeded: Bool
  ) -> Diagnostic? {
    guard isNeeded, outcome == .supported, hasNoInterest != .yes else { return nil }
    return code.diagnostic(
      .init(Localized(en: "endorser", sv: "tillstyrkare"), persons: ["\(endorser)"]))
  }
}
