import AccessModel
import Chronology
import Events
import Transparency

/// Feeds rows to a hash in a form that can be read back in one way only.
///
/// A row is its word and then its values: a text is its length and its bytes, a number its eight bytes, a closed family its code, and
/// what may be absent begins with a byte that tells whether it is there. Big-endian throughout. The bytes are gathered before they
/// are hashed, so that nothing is allocated for a value.
struct StateHasher {
  private var hasher = SHA256()
  fileprivate var pending: [UInt8] = []
  private static let pendingMax = 1 << 16

  init() { pending.reserveCapacity(Self.pendingMax + 4_096) }

  @inline(__always)
  mutating func add<each Value: StateValue>(_ word: StaticString, _ values: repeat each Value) {
    append(short: word)
    repeat (each values).write(to: &self)
    if pending.count >= Self.pendingMax { flush() }
  }

  private mutating func flush() {
    hasher.update(pending)
    pending.removeAll(keepingCapacity: true)
  }

  var digest: Digest {
    var whole = self
    whole.flush()
    return whole.hasher.digest
  }

  mutating func append(_ byte: UInt8) { pending.append(byte) }

  mutating func append(_ number: UInt64) {
    withUnsafeBytes(of: number.bigEndian) { pending.append(contentsOf: $0) }
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) { pending.append(contentsOf: bytes) }

  /// A text of at most 255 bytes that the program itself declares.
  mutating func append(short text: StaticString) {
    pending.append(UInt8(text.utf8CodeUnitCount))
    text.withUTF8Buffer { pending.append(contentsOf: $0) }
  }
}

/// What a row holds, as bytes that never change their meaning.
protocol StateValue {
  func write(to state: inout StateHasher)
}

extension Optional: StateValue where Wrapped: StateValue {
  @inline(__always)
  func write(to state: inout StateHasher) {
    switch self {
    case .some(let value):
      state.append(1 as UInt8)
      value.write(to: &state)
    case .none: state.append(0 as UInt8)
    }
  }
}

extension InlineASCII: StateValue {
  func write(to state: inout StateHasher) {
    withBytes {
      state.append(UInt8($0.count))
      state.append($0)
    }
  }
}

extension Identifier: StateValue {
  func write(to state: inout StateHasher) { ascii.write(to: &state) }
}

extension EntitlementID: StateValue {
  func write(to state: inout StateHasher) {
    system.write(to: &state)
    name.write(to: &state)
  }
}

extension Label: StateValue {
  func write(to state: inout StateHasher) {
    var text = text
    text.withUTF8 {
      state.append(UInt64($0.count))
      state.append(UnsafeRawBufferPointer($0))
    }
  }
}

extension Digest: StateValue {
  func write(to state: inout StateHasher) { withUnsafeBytes { state.append($0) } }
}

extension Commitment: StateValue {
  func write(to state: inout StateHasher) { digest.write(to: &state) }
}

extension KeyFingerprint: StateValue {
  func write(to state: inout StateHasher) { digest.write(to: &state) }
}

extension UInt64: StateValue {
  func write(to state: inout StateHasher) { state.append(self) }
}

extension Int64: StateValue {
  func write(to state: inout StateHasher) { state.append(UInt64(bitPattern: self)) }
}

extension Bool: StateValue {
  func write(to state: inout StateHasher) { state.append(UInt8(self ? 1 : 0)) }
}

extension Array: StateValue where Element: StateValue {
  func write(to state: inout StateHasher) {
    state.append(UInt64(count))
    for element in self { element.write(to: &state) }
  }
}

extension CaseNumber: StateValue {
  func write(to state: inout StateHasher) { ascii.write(to: &state) }
}

extension Instant: StateValue {
  func write(to state: inout StateHasher) { milliseconds.write(to: &state) }
}

extension Fact: StateValue {
  func write(to state: inout StateHasher) {
    state.append(position)
    recorded.write(to: &state)
    effective.write(to: &state)
    isMigrated.write(to: &state)
  }
}

extension Classification: StateValue {
  func write(to state: inout StateHasher) {
    state.append(confidentiality)
    state.append(integrity)
    state.append(availability)
  }
}

extension CodedValue where Self: StateValue {
  func write(to state: inout StateHasher) { state.append(short: code) }
}

extension AccountKind: StateValue {}
extension AuthorityKind: StateValue {}
extension EndorsementOutcome: StateValue {}
extension KeyKind: StateValue {}
extension Ownership: StateValue {}
extension PersonCategory: StateValue {}
extension Privilege: StateValue {}
extension Purpose: StateValue {}
extension ReviewOutcome: StateValue {}
extension RevocationCause: StateValue {}
extension Role: StateValue {}
extension SystemStatus: StateValue {}
extension UnitKind: StateValue {}
extension Answer: StateValue {}
extension RequestKind: StateValue {}
extension AbsenceEffect: StateValue {}
extension ErasureBasis: StateValue {}
extension PersonalDataKind: StateValue {}
extension Sector: StateValue {}
extension SuspensionCause: StateValue {}
extension EmergencyKind: StateValue {}
extension EmergencyJudgement: StateValue {}
extension DenialGround: StateValue {}
extension SystemChanged: StateValue {}
extension RiskAnalysed: StateValue {}
extension EntitlementChanged: StateValue {}
extension AccountDescribed: StateValue {}
extension DelegationGranted: StateValue {}
extension DelegationReported: StateValue {}
extension SeparationRuleAdopted: StateValue {}
extension SeparationExceptionApproved: StateValue {}
extension PolicyAdopted: StateValue {}
extension EventCorrected: StateValue {}
extension SecrecyMarked: StateValue {}
