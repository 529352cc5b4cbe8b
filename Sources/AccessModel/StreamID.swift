public import Diagnostics

/// What a stream of events is about.
public enum StreamKind: CodedValue {
  case ledger
  case principal
  case unit
  case person
  case role
  case system
  case request
  case grant
  case review
  case incident
  case delegation
  case separation
  case policy
  case flag

  public var code: StaticString {
    switch self {
    case .ledger: "ledger"
    case .principal: "principal"
    case .unit: "unit"
    case .person: "person"
    case .role: "role"
    case .system: "system"
    case .request: "request"
    case .grant: "grant"
    case .review: "review"
    case .incident: "incident"
    case .delegation: "delegation"
    case .separation: "separation"
    case .policy: "policy"
    case .flag: "flag"
    }
  }

  public var word: Localized {
    switch self {
    case .ledger: Localized(en: "ledger", sv: "liggare")
    case .principal: Localized(en: "principal", sv: "aktör")
    case .unit: UnitSubject.word
    case .person: PersonSubject.word
    case .role: AssignmentSubject.word
    case .system: SystemSubject.word
    case .request: RequestSubject.word
    case .grant: GrantSubject.word
    case .review: ReviewSubject.word
    case .incident: IncidentSubject.word
    case .delegation: DelegationSubject.word
    case .separation: Localized(en: "segregation of duties", sv: "åtskillnad av arbetsuppgifter")
    case .policy: PolicySubject.word
    case .flag: FlagSubject.word
    }
  }

  public static let codes = CodeTable<StreamKind>()
}

/// One thing's own sequence of events, written `grant/G-1`.
@frozen
public struct StreamID: Hashable, Sendable {
  public var kind: StreamKind
  public var name: InlineASCII

  @inlinable
  public init<Subject>(_ kind: StreamKind, _ identifier: Identifier<Subject>) {
    self.kind = kind
    name = identifier.ascii
  }

  @inlinable
  public init(kind: StreamKind, name: InlineASCII) {
    self.kind = kind
    self.name = name
  }

  /// The identifier that the name is, of that kind.
  @inlinable
  public func identifier<Subject>(_ kind: Identifier<Subject>.Type) -> Identifier<Subject> {
    var identifier = Identifier<Subject>(blank: ())
    identifier.ascii = name
    return identifier
  }

  /// The one stream that is about the ledger itself, written `ledger/1`.
  public static let ledger: StreamID = {
    guard let name = InlineASCII("1") else { preconditionFailure("A digit is ASCII.") }
    return StreamID(kind: .ledger, name: name)
  }()
}

extension StreamID {
  /// Reads `KIND/NAME`; `nil` for anything else.
  @inlinable
  public init?(bytes: UnsafeRawBufferPointer) {
    guard let slash = bytes.firstIndex(of: 0x2F),
      let code = InlineASCII(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<slash])),
      let kind = StreamKind.codes[code],
      let name = Identifier<PersonSubject>(
        bytes: UnsafeRawBufferPointer(rebasing: bytes[(slash + 1)...]))
    else { return nil }
    self.init(kind: kind, name: name.ascii)
  }

  /// Appends the written form to `target`.
  public func write(to target: inout [UInt8]) {
    kind.code.withUTF8Buffer { target.append(contentsOf: $0) }
    target.append(0x2F)
    name.write(to: &target)
  }
}

extension StreamID: CustomStringConvertible {
  public var description: String { "\(kind.code)/\(name)" }
}
