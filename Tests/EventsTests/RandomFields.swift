import AccessModel
import CanonicalJSON
import Chronology
import Events
import Transparency

/// Fills every field of a payload with a value drawn at random.
struct RandomFields: FieldVisitor {
  enum Presence: CaseIterable {
    case always
    case never
    case sometimes
  }

  var random: SeededRandom
  let presence: Presence

  mutating func field<Value: WireValue>(
    _ key: StaticString, _ value: inout Value, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    value = draw(Value.self)
  }

  mutating func optional<Value: WireValue>(
    _ key: StaticString, _ value: inout Value?, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    let isPresent =
      switch presence {
      case .always: true
      case .never: false
      case .sometimes: random.once(in: 2)
      }
    value = isPresent ? draw(Value.self) : nil
  }

  private mutating func draw<Value: WireValue>(_ type: Value.Type) -> Value {
    guard let drawable = type as? any Drawable.Type,
      let value = drawable.draw(using: &random) as? Value
    else { preconditionFailure("No way to draw a \(type); let it conform to Drawable.") }
    return value
  }
}

/// A type whose values can be drawn at random.
protocol Drawable {
  static func draw(using random: inout SeededRandom) -> Self
}

/// A member of a closed family, which is drawn from all of them.
protocol DrawableCase: Drawable, CaseIterable {}

extension DrawableCase {
  static func draw(using random: inout SeededRandom) -> Self {
    guard let value = allCases.randomElement(using: &random) else {
      preconditionFailure("A family has members.")
    }
    return value
  }
}

extension Role: DrawableCase {}
extension PersonCategory: DrawableCase {}
extension UnitKind: DrawableCase {}
extension Ownership: DrawableCase {}
extension SystemStatus: DrawableCase {}
extension AccountKind: DrawableCase {}
extension Privilege: DrawableCase {}
extension Purpose: DrawableCase {}
extension AuthorityKind: DrawableCase {}
extension Channel: DrawableCase {}
extension RevocationCause: DrawableCase {}
extension EndorsementOutcome: DrawableCase {}
extension ReviewOutcome: DrawableCase {}
extension KeyKind: DrawableCase {}
extension Answer: DrawableCase {}
extension RequestKind: DrawableCase {}
extension ReportingDuty: DrawableCase {}
extension AbsenceEffect: DrawableCase {}
extension ErasureBasis: DrawableCase {}
extension IdentityDetail: DrawableCase {}
extension RiskAnalysisKind: DrawableCase {}
extension PersonalDataKind: DrawableCase {}
extension Sector: DrawableCase {}
extension SeparationKind: DrawableCase {}
extension SeparationSeverity: DrawableCase {}
extension PolicyLevel: DrawableCase {}
extension SuspensionCause: DrawableCase {}
extension ExpiryCause: DrawableCase {}
extension EmergencyKind: DrawableCase {}
extension EmergencyJudgement: DrawableCase {}
extension DenialGround: DrawableCase {}
extension ReviewAxis: DrawableCase {}
extension StatementCheck: DrawableCase {}
extension ReviewTrigger: DrawableCase {}
extension NoResponseEffect: DrawableCase {}
extension RoutingKind: DrawableCase {}
extension RoutingCause: DrawableCase {}
extension ReviewStrategy: DrawableCase {}
extension ReviewClosing: DrawableCase {}
extension ReviewAssessment: DrawableCase {}

extension StaleRule: DrawableCase {}
extension FlagOutcome: DrawableCase {}
extension DisclosureProfile: DrawableCase {}
extension RecipientKind: DrawableCase {}
extension FlagNotice: DrawableCase {}
extension DiscrepancyOutcome: DrawableCase {}

extension AnswerSoFar: DrawableCase {}
extension IncidentCategory: DrawableCase {}
extension IncidentOutcome: DrawableCase {}
extension IncidentActionKind: DrawableCase {}
extension InformedParty: DrawableCase {}
extension RootCause: DrawableCase {}
extension IncidentRelation: DrawableCase {}
extension DutyOutcome: DrawableCase {}

extension EntityAwareness: Drawable {
  static func draw(using random: inout SeededRandom) -> EntityAwareness {
    EntityAwareness(entity: .draw(using: &random), at: .draw(using: &random))
  }
}

extension FlaggedThing: Drawable {
  static func draw(using random: inout SeededRandom) -> FlaggedThing {
    switch random.below(6) {
    case 0: .grant(.draw(using: &random))
    case 1: .person(.draw(using: &random))
    case 2: .account(.draw(using: &random))
    case 3: .system(.draw(using: &random))
    case 4: .request(.draw(using: &random))
    default: .policy(.draw(using: &random))
    }
  }
}

extension StaleFact: Drawable {
  static func draw(using random: inout SeededRandom) -> StaleFact {
    let kind = StaleFactKind.allCases[random.below(StaleFactKind.allCases.count)]
    let value = ["P90D", "12", "G-3", "a=b", "\(Instant.draw(using: &random))"][random.below(5)]
    return StaleFact(kind, value) ?? StaleFact(blank: ())
  }
}

extension AccountUse: Drawable {
  static func draw(using random: inout SeededRandom) -> AccountUse {
    func optional<Value: Drawable>(_ type: Value.Type) -> Value? {
      random.once(in: 2) ? .draw(using: &random) : nil
    }
    return AccountUse(
      account: .draw(using: &random), last: optional(Instant.self), first: optional(Instant.self),
      count: random.once(in: 2) ? Int64(random.below(1_000)) : nil)
  }
}

extension AccountRight: Drawable {
  static func draw(using random: inout SeededRandom) -> AccountRight {
    AccountRight(
      account: .draw(using: &random),
      entitlement: random.once(in: 2) ? .draw(using: &random) : nil)
  }
}

extension Identifier: Drawable where Subject: IdentifierSubject {
  static func draw(using random: inout SeededRandom) -> Identifier {
    let alphabet = Array("abcxyzABCXYZ019._-")
    let length = random.once(in: 4) ? 32 : 1 + random.below(12)
    let text = String((0..<length).map { _ in alphabet[random.below(alphabet.count)] })
    return Identifier(text) ?? Identifier(number: 1)
  }
}

extension EntitlementID: Drawable {
  static func draw(using random: inout SeededRandom) -> EntitlementID {
    EntitlementID(system: .draw(using: &random), name: .draw(using: &random))
  }
}

extension CaseNumber: Drawable {
  static func draw(using random: inout SeededRandom) -> CaseNumber {
    let bytes = (0..<1 + random.below(32)).map { _ in UInt8(0x21 + random.below(0x5E)) }
    return bytes.withUnsafeBytes { CaseNumber(bytes: $0) } ?? CaseNumber("KS 2026/1")
      ?? CaseNumber(blank: ())
  }
}

extension UniqueID: Drawable {
  static func draw(using random: inout SeededRandom) -> UniqueID {
    UniqueID(high: random.next(), low: random.next())
  }
}

extension Digest: Drawable {
  static func draw(using random: inout SeededRandom) -> Digest {
    SHA256.digest(of: [UInt8(random.below(256)), UInt8(random.below(256))])
  }
}

extension Commitment: Drawable {
  static func draw(using random: inout SeededRandom) -> Commitment {
    Commitment(.draw(using: &random))
  }
}

extension KeyFingerprint: Drawable {
  static func draw(using random: inout SeededRandom) -> KeyFingerprint {
    KeyFingerprint(digest: .draw(using: &random))
  }
}

extension Instant: Drawable {
  static func draw(using random: inout SeededRandom) -> Instant {
    switch random.below(8) {
    case 0: .earliest
    case 1: .latest
    case 2:
      Instant(
        milliseconds: .random(
          in: Instant.earliest.milliseconds...Instant.latest.milliseconds, using: &random))
    default: Instant(milliseconds: .random(in: 0...4_000_000_000_000, using: &random))
    }
  }
}

extension Day: Drawable {
  static func draw(using random: inout SeededRandom) -> Day {
    Day(number: .random(in: Day.earliest.number...Day.latest.number, using: &random))
  }
}

extension Int64: Drawable {
  static func draw(using random: inout SeededRandom) -> Int64 {
    let limit: Int64 = 9_007_199_254_740_991
    return [0, 1, -1, limit, -limit, .random(in: -limit...limit, using: &random)][random.below(6)]
  }
}

extension Label: Drawable {
  static func draw(using random: inout SeededRandom) -> Label {
    let alphabet = Array(#"aZ0 "\/{},:åÖ€🗝"#)
    let length = random.once(in: 8) ? 90 : 1 + random.below(20)
    let text = String((0..<length).map { _ in alphabet[random.below(alphabet.count)] })
    return Label(text) ?? Label("\"\\\"") ?? Label(blank: ())
  }
}

extension DocumentText: Drawable {
  static func draw(using random: inout SeededRandom) -> DocumentText {
    let alphabet = Array("aZ0 \"\\/{},:åÖ€🗝#=")
    let lines = (0..<1 + random.below(8)).map { _ in
      String((0..<random.below(40)).map { _ in alphabet[random.below(alphabet.count)] })
    }
    return DocumentText(lines: lines) ?? DocumentText(blank: ())
  }
}

extension Array: Drawable where Element: Drawable {
  static func draw(using random: inout SeededRandom) -> [Element] {
    (0..<random.below(4)).map { _ in .draw(using: &random) }
  }
}

extension RetentionClass: DrawableCase {}

extension StreamID: Drawable {
  static func draw(using random: inout SeededRandom) -> Self {
    StreamID(StreamKind.draw(using: &random), PersonID.draw(using: &random))
  }
}

extension StreamKind: DrawableCase {}
