public import Diagnostics

/// What kind of thing went wrong.
public enum IncidentCategory: CodedValue {
  case disclosure
  case lostDevice
  case credentials
  case wrongAccess
  case lookUp
  case outage
  case malware
  case intrusion
  case supplier
  case other

  public var code: StaticString {
    switch self {
    case .disclosure: "disclosure"
    case .lostDevice: "lost-device"
    case .credentials: "credentials"
    case .wrongAccess: "wrong-access"
    case .lookUp: "look-up"
    case .outage: "outage"
    case .malware: "malware"
    case .intrusion: "intrusion"
    case .supplier: "supplier"
    case .other: "other"
    }
  }

  public var word: Localized {
    switch self {
    case .disclosure:
      Localized(en: "sent or shown to the wrong one", sv: "fel mottagare eller röjande")
    case .lostDevice: Localized(en: "lost or stolen device", sv: "förlorad eller stulen enhet")
    case .credentials:
      Localized(
        en: "phishing or stolen credentials", sv: "nätfiske eller stulna inloggningsuppgifter")
    case .wrongAccess:
      Localized(en: "excess or wrong access", sv: "för vid eller felaktig behörighet")
    case .lookUp: Localized(en: "unauthorised look-up", sv: "obehörig slagning")
    case .outage: Localized(en: "outage", sv: "avbrott")
    case .malware: Localized(en: "malware", sv: "skadlig kod")
    case .intrusion: Localized(en: "intrusion", sv: "intrång")
    case .supplier: Localized(en: "at a supplier", sv: "hos leverantör")
    case .other: Localized(en: "other", sv: "annat")
    }
  }

  public static let codes = CodeTable<IncidentCategory>()
}
