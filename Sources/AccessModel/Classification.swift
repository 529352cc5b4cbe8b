/// How much harm follows when information is disclosed, wrong or out of reach (K, R, T), each 0 to 4.
///
/// 0 none or negligible, 1 moderate, 2 considerable, 3 serious, 4 extremely serious. Level 4 concerns national security
/// and is outside what this register is made for.
@frozen
public struct Classification: Hashable, Sendable {
  /// Confidentiality (konfidentialitet, K).
  public var confidentiality: UInt8
  /// Integrity (riktighet, R).
  public var integrity: UInt8
  /// Availability (tillgänglighet, T).
  public var availability: UInt8

  /// `nil` when a level is outside 0 to 4.
  public init?(confidentiality: Int, integrity: Int, availability: Int) {
    let levels = 0...4
    guard levels.contains(confidentiality), levels.contains(integrity),
      levels.contains(availability)
    else { return nil }
    self.confidentiality = UInt8(confidentiality)
    self.integrity = UInt8(integrity)
    self.availability = UInt8(availability)
  }

  /// Reads `K/R/T`, such as `3/2/1`; `nil` for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[1] == 0x2F, bytes[3] == 0x2F else { return nil }
    self.init(
      confidentiality: Int(bytes[0]) - 0x30, integrity: Int(bytes[2]) - 0x30,
      availability: Int(bytes[4]) - 0x30)
  }

  /// The level that intervals and validity follow: the higher of confidentiality and integrity.
  public var level: Int { Int(max(confidentiality, integrity)) }
  /// The highest of the three levels.
  public var highest: Int { Int(max(confidentiality, integrity, availability)) }
}

extension Classification: CustomStringConvertible {
  public var description: String { "\(confidentiality)/\(integrity)/\(availability)" }
}
