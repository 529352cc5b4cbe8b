public import Diagnostics

/// A provision of law that something is masked under.
public enum SecrecyProvision: CodedValue {
  /// Security measures and authorisation in automated systems.
  case osl18p8
  /// Reports of incidents under the Cybersecurity Act.
  case osl18p8b
  /// Analyses of risk and vulnerability.
  case osl18p13
  /// Where somebody lives, or how they are reached, under a threat.
  case osl21p3
  /// Fictitious or protected personal data.
  case osl21p3a
  /// Health and private circumstances in personnel administration.
  case osl39p2
  /// Private contact data of staff.
  case osl39p3
  /// No more personal data than the purpose needs.
  case gdpr5p1c

  public var code: StaticString {
    switch self {
    case .osl18p8: "osl-18-8"
    case .osl18p8b: "osl-18-8b"
    case .osl18p13: "osl-18-13"
    case .osl21p3: "osl-21-3"
    case .osl21p3a: "osl-21-3a"
    case .osl39p2: "osl-39-2"
    case .osl39p3: "osl-39-3"
    case .gdpr5p1c: "gdpr-5-1c"
    }
  }

  /// As it is cited: `OSL 18:8`.
  public var word: Localized {
    switch self {
    case .osl18p8: Localized(verbatim: "OSL 18:8")
    case .osl18p8b: Localized(verbatim: "OSL 18:8 b")
    case .osl18p13: Localized(verbatim: "OSL 18:13")
    case .osl21p3: Localized(verbatim: "OSL 21:3")
    case .osl21p3a: Localized(verbatim: "OSL 21:3 a")
    case .osl39p2: Localized(verbatim: "OSL 39:2")
    case .osl39p3: Localized(verbatim: "OSL 39:3")
    case .gdpr5p1c: Localized(en: "GDPR 5.1 c", sv: "GDPR 5.1 c")
    }
  }

  public static let codes = CodeTable<SecrecyProvision>()
}
