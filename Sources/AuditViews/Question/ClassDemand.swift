public import AccessModel
public import Diagnostics

/// The least level that a system's classification must have in one respect: `k3` is confidentiality 3 or 4.
public struct ClassDemand: Hashable, Sendable {
  /// What a level is of, by the letters that a classification is written with.
  public enum Respect: Character, CaseIterable, Sendable {
    case confidentiality = "k"
    case integrity = "r"
    case availability = "t"

    public var word: Localized {
      switch self {
      case .confidentiality: Localized(en: "confidentiality", sv: "konfidentialitet")
      case .integrity: Localized(en: "integrity", sv: "riktighet")
      case .availability: Localized(en: "availability", sv: "tillgänglighet")
      }
    }
  }

  public var respect: Respect
  /// 0 to 4.
  public var level: Int

  public init(_ respect: Respect, atLeast level: Int) {
    self.respect = respect
    self.level = level
  }

  /// Reads `k3`, in small letters or capitals; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let characters = Array(text.lowercased())
    guard characters.count == 2, let respect = Respect(rawValue: characters[0]),
      let level = Int(String(characters[1])), (0...4).contains(level)
    else { return nil }
    self.init(respect, atLeast: level)
  }

  /// Reads demands that are all to be met, `k3,t2`; `nil` when one cannot be read, or there is none.
  public static func list(_ text: String) -> [ClassDemand]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let demands = parts.compactMap { ClassDemand($0) }
    return demands.isEmpty || demands.count < parts.count ? nil : demands
  }

  public func isMet(by classification: Classification) -> Bool {
    let found: UInt8 =
      switch respect {
      case .confidentiality: classification.confidentiality
      case .integrity: classification.integrity
      case .availability: classification.availability
      }
    return Int(found) >= level
  }
}
