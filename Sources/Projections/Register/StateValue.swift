public import AccessModel
public import Chronology
public import Transparency

/// What a row holds, as bytes that never change their meaning.
///
/// A text is its length and its bytes, a number its eight bytes, a closed family its code, and what may be absent begins with a byte
/// that tells whether it is there. Big-endian throughout. A sequence of values can be read back in one way only.
public protocol StateValue: Sendable {
  func write(to state: inout StateWriter)
  /// Reads what `write` writes. What is not that is noted by the reader, and some value given in its place.
  init(from state: inout StateReader)
}

extension StateValue {
  /// A value that means nothing: what nothing is read as.
  static var blank: Self {
    var nothing = StateReader(UnsafeRawBufferPointer(start: nil, count: 0))
    return Self(from: &nothing)
  }
}

extension Optional: StateValue where Wrapped: StateValue {
  @inline(__always)
  public func write(to state: inout StateWriter) {
    switch self {
    case .some(let value):
      state.append(1 as UInt8)
      value.write(to: &state)
    case .none: state.append(0 as UInt8)
    }
  }

  @inline(__always)
  public init(from state: inout StateReader) {
    self = Bool(from: &state) ? Wrapped(from: &state) : nil
  }
}

extension InlineASCII: StateValue {
  public func write(to state: inout StateWriter) {
    withBytes {
      state.append(UInt8($0.count))
      state.append($0)
    }
  }

  public init(from state: inout StateReader) {
    self =
      state.taken(Int(state.byte())).flatMap { InlineASCII(bytes: $0) } ?? state.damaged(.init())
  }
}

extension Identifier: StateValue {
  public func write(to state: inout StateWriter) { ascii.write(to: &state) }

  public init(from state: inout StateReader) {
    self.init(blank: ())
    ascii = InlineASCII(from: &state)
  }
}

extension EntitlementID: StateValue {
  public func write(to state: inout StateWriter) {
    system.write(to: &state)
    name.write(to: &state)
  }

  public init(from state: inout StateReader) {
    self.init(system: SystemID(from: &state), name: EntitlementName(from: &state))
  }
}

extension Label: StateValue {
  public func write(to state: inout StateWriter) {
    var text = text
    text.withUTF8 {
      state.append(UInt64($0.count))
      state.append(UnsafeRawBufferPointer($0))
    }
  }

  public init(from state: inout StateReader) {
    let bytes = state.taken(Int(truncatingIfNeeded: UInt64(from: &state)))
    self =
      bytes.flatMap { String(validating: $0, as: UTF8.self) }.flatMap { Label($0) }
      ?? state.damaged(Label(blank: ()))
  }
}

extension Digest: StateValue {
  public func write(to state: inout StateWriter) { withUnsafeBytes { state.append($0) } }

  public init(from state: inout StateReader) {
    self = state.taken(32).flatMap { Digest($0) } ?? Digest(bytes: Bytes32())
  }
}

extension Commitment: StateValue {
  public func write(to state: inout StateWriter) { digest.write(to: &state) }

  public init(from state: inout StateReader) { self.init(Digest(from: &state)) }
}

extension KeyFingerprint: StateValue {
  public func write(to state: inout StateWriter) { digest.write(to: &state) }

  public init(from state: inout StateReader) { self.init(digest: Digest(from: &state)) }
}

extension UInt64: StateValue {
  public func write(to state: inout StateWriter) { state.append(self) }

  public init(from state: inout StateReader) {
    self = state.taken(8).map { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) } ?? 0
  }
}

extension Int64: StateValue {
  public func write(to state: inout StateWriter) { state.append(UInt64(bitPattern: self)) }

  public init(from state: inout StateReader) {
    self.init(bitPattern: UInt64(from: &state))
  }
}

extension Bool: StateValue {
  public func write(to state: inout StateWriter) { state.append(UInt8(self ? 1 : 0)) }

  public init(from state: inout StateReader) {
    let byte = state.byte()
    self = byte <= 1 ? byte == 1 : state.damaged(false)
  }
}

/// The place of a row.
extension Int32: StateValue {
  public func write(to state: inout StateWriter) { state.append(UInt64(self)) }

  public init(from state: inout StateReader) {
    self = Int32(exactly: UInt64(from: &state)) ?? state.damaged(0)
  }
}

extension Array: StateValue where Element: StateValue {
  public func write(to state: inout StateWriter) {
    state.append(UInt64(count))
    for element in self { element.write(to: &state) }
  }

  public init(from state: inout StateReader) {
    self = []
    for _ in 0..<state.count() { append(Element(from: &state)) }
  }
}

extension StreamID: StateValue {
  public func write(to state: inout StateWriter) {
    kind.write(to: &state)
    name.write(to: &state)
  }

  public init(from state: inout StateReader) {
    let kind = StreamKind(from: &state)
    self.init(kind: kind, name: InlineASCII(from: &state))
  }
}

extension CaseNumber: StateValue {
  public func write(to state: inout StateWriter) { ascii.write(to: &state) }

  public init(from state: inout StateReader) {
    let ascii = InlineASCII(from: &state)
    self = ascii.withBytes { CaseNumber(bytes: $0) } ?? state.damaged(CaseNumber(blank: ()))
  }
}

extension Instant: StateValue {
  public func write(to state: inout StateWriter) { milliseconds.write(to: &state) }

  public init(from state: inout StateReader) {
    self = Instant(exactlyMilliseconds: Int64(from: &state)) ?? state.damaged(.earliest)
  }
}

extension Fact: StateValue {
  public func write(to state: inout StateWriter) {
    state.append(position)
    recorded.write(to: &state)
    effective.write(to: &state)
    isMigrated.write(to: &state)
  }

  public init(from state: inout StateReader) {
    self.init(
      position: UInt64(from: &state), recorded: Instant(from: &state),
      effective: Instant(from: &state), isMigrated: Bool(from: &state))
  }
}

extension Classification: StateValue {
  public func write(to state: inout StateWriter) {
    state.append(confidentiality)
    state.append(integrity)
    state.append(availability)
  }

  public init(from state: inout StateReader) {
    let levels = (Int(state.byte()), Int(state.byte()), Int(state.byte()))
    guard
      let value = Classification(
        confidentiality: levels.0, integrity: levels.1, availability: levels.2)
        ?? Classification(confidentiality: 0, integrity: 0, availability: 0)
    else { preconditionFailure("Zero is a level.") }
    self = value
  }
}

extension CodedValue where Self: StateValue {
  public func write(to state: inout StateWriter) { state.append(short: code) }

  public init(from state: inout StateReader) {
    guard let first = Self.allCases.first else {
      preconditionFailure("A coded family has at least one member.")
    }
    let code = InlineASCII(from: &state)
    self = Self.codes[code] ?? state.damaged(first)
  }
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
extension StreamKind: StateValue {}
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
extension DiscrepancyOutcome: StateValue {}
extension NoResponseEffect: StateValue {}
extension RoutingKind: StateValue {}
extension RoutingCause: StateValue {}
