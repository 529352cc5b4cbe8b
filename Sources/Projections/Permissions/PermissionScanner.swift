import AccessModel
public import Chronology
import Events

/// Reads of a line of the log what a permission follows from, and passes over the rest.
///
/// Shaped by what it costs: the fields of a line stand in one order, so each is looked for where it must be, eight bytes are compared at a
/// time, and nothing is built that is not asked for. It decides nothing about form: a line that is not just as expected, and any event
/// that it does not know, is left to the reader that reads whole lines (`SignedEvent`), and says so.
public struct PermissionScanner {
  private let start: UnsafePointer<UInt8>
  private let count: Int
  private var offset = 0

  /// What became of a line.
  public enum Outcome {
    /// Access follows from nothing in it.
    case irrelevant
    case step(PermissionStep)
    /// To be read whole.
    case whole
    /// Recorded after what is known.
    case beyond
    /// It does not say that it stands where it does.
    case misplaced
  }

  private init(_ start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  /// Reads a line without its line feed.
  ///
  /// - Parameters:
  ///   - position: where it stands.
  ///   - last: when what is known ends, if it does: a line that was recorded later is `beyond`.
  public static func read(
    _ line: UnsafeRawBufferPointer, at position: UInt64, knownAt last: Instant? = nil
  ) -> Outcome {
    guard let base = line.baseAddress else { return .misplaced }
    var scanner = PermissionScanner(base.assumingMemoryBound(to: UInt8.self), count: line.count)
    guard scanner.take("{\"seq\":"), scanner.number() == position else { return .misplaced }
    return scanner.line(knownAt: last) ?? .whole
  }

  /// The position that a line says it has.
  public static func position(of line: UnsafeRawBufferPointer) -> UInt64? {
    guard let base = line.baseAddress else { return nil }
    var scanner = PermissionScanner(base.assumingMemoryBound(to: UInt8.self), count: line.count)
    guard scanner.take("{\"seq\":") else { return nil }
    return scanner.number()
  }

  // MARK: The line

  private mutating func line(knownAt last: Instant?) -> Outcome? {
    guard take(",\"recorded\":") else { return nil }
    let place = offset
    if let last {
      guard let recorded = instant() else { return nil }
      if recorded > last.milliseconds { return .beyond }
    } else {
      guard take("\""), skip(Instant.byteCount), take("\"") else { return nil }
    }
    guard take(",\"batch\":["), number() != nil, take(","), number() != nil, take("]") else {
      return nil
    }
    if isNext(",\"key\":\"") {
      guard take(",\"key\":\""), skip(43), take("\",\"sig\":\""), skipString() else { return nil }
    }
    guard take(",\"event\":{\"id\":\""), skip(32), take("\",\"type\":\"") else { return nil }
    guard let type = string() else { return nil }
    switch Self.meaning(ofType: type) {
    case .irrelevant: return .irrelevant
    case .whole: return .whole
    case .plain(let kind): return step(kind, recordedAt: place)
    }
  }

  private enum Meaning {
    case irrelevant
    case whole
    case plain(PermissionStep.Kind)
  }

  /// What events of a type are to a permission. What is not named here is read whole.
  private static func meaning(ofType name: UnsafeRawBufferPointer) -> Meaning {
    guard let start = name.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return .whole }
    func isName(_ text: StaticString) -> Bool {
      name.count == text.utf8CodeUnitCount && equal(start, text.utf8Start, name.count)
    }
    if isName("review.item-decided") { return .plain(.reviewed) }
    if isName("request.submitted") { return .plain(.submitted) }
    if isName("request.approved") { return .plain(.approved) }
    if isName("grant.provisioned") { return .plain(.provisioned) }
    if isName("grant.revoked") { return .plain(.revoked) }
    if isName("grant.removal-confirmed") { return .plain(.removed) }
    if isName("request.denied") { return .plain(.denied) }
    if isName("person.affiliation-started") { return .plain(.placed) }
    if isName("person.registered") { return .plain(.registered) }
    if isName("person.affiliation-ended") { return .plain(.left) }
    guard let kind = InlineASCII(bytes: name).flatMap(EventKind.init(name:)) else { return .whole }
    return kind.bearsOnPermissions ? .whole : .irrelevant
  }

  /// - Parameter place: where the moment stands at which it was recorded, for the kinds that ask for it.
  private mutating func step(_ kind: PermissionStep.Kind, recordedAt place: Int) -> Outcome? {
    guard take(",\"v\":1,\"stream\":\""), skipString(), take(",\"rev\":"),
      number() != nil, take(",\"effective\":"), let effective = instant(),
      take(",\"actor\":{\"principal\":\""), skipString()
    else { return nil }
    var step = PermissionStep(kind)
    step.effective = effective
    while take(",\"") { guard skipString(), take(":\""), skipString() else { return nil } }
    guard take("},\"command\":{\"id\":\""), skip(32), take("\",\"channel\":\"") else { return nil }
    step.isMigrated = isNext("migration\"")
    guard skipString(), take("}") else { return nil }
    if take(",\"case\":\"") { guard skipString() else { return nil } }
    if take(",\"reason\":\"") { guard skip(64), take("\"") else { return nil } }
    if take(",\"basis\":{\"size\":") {
      guard number() != nil, take(",\"root\":\""), skipString(), take("}") else { return nil }
    }
    guard take(",\"data\":{\"") else { return nil }
    let isRead =
      switch kind {
      case .submitted: submitted(&step)
      case .approved: approved(&step)
      case .denied: request(&step)
      case .provisioned: provisioned(&step)
      case .revoked: revoked(&step)
      case .removed: grant(&step)
      case .reviewed: reviewed(&step)
      case .registered: registered(&step)
      case .placed: placed(&step, recordedAt: place)
      case .left: left(&step)
      case .whole: false
      }
    return isRead ? .step(step) : nil
  }

  // MARK: The data of each kind

  private mutating func request(_ step: inout PermissionStep) -> Bool {
    take("request\":\"") && identifier(&step.request)
  }

  private mutating func grant(_ step: inout PermissionStep) -> Bool {
    take("grant\":\"") && identifier(&step.grant)
  }

  private mutating func submitted(_ step: inout PermissionStep) -> Bool {
    // A request about a grant that there is, or limited to a part of the system, is none of the plain ones.
    guard request(&step), take(",\"kind\":\"new\",\"person\":\""), identifier(&step.person),
      take(",\"entitlement\":\""), identifier(&step.system, endedBy: 0x2F),
      identifier(&step.entitlement), take(",\"from\":")
    else { return false }
    return true
  }

  private mutating func approved(_ step: inout PermissionStep) -> Bool {
    guard request(&step) else { return false }
    if take(",\"grant\":\"") { guard identifier(&step.grant) else { return false } }
    guard take(",\"decider\":\""), skipString() else { return false }
    if take(",\"actingFor\":\"") { guard skipString() else { return false } }
    guard take(",\"authority\":\""), skipString() else { return false }
    if take(",\"assignment\":\"") { guard skipString() else { return false } }
    if take(",\"delegation\":\"") { guard skipString() else { return false } }
    guard take(",\"policies\":[") else { return false }
    while take("\"") {
      guard skipString() else { return false }
      _ = take(",")
    }
    guard take("],\"from\":") else { return false }
    return period(&step)
  }

  private mutating func provisioned(_ step: inout PermissionStep) -> Bool {
    guard grant(&step), take(",\"request\":\""), identifier(&step.request), take(",\"by\":\""),
      skipString(), take(",\"at\":"), let at = instant(), take(",\"from\":"), period(&step),
      !isNext(",\"accountUntil\"")
    else { return false }
    step.at = at
    return true
  }

  private mutating func revoked(_ step: inout PermissionStep) -> Bool {
    guard grant(&step), take(",\"by\":\""), skipString(), take(",\"cause\":\""), skipString()
    else { return false }
    return end(&step)
  }

  private mutating func reviewed(_ step: inout PermissionStep) -> Bool {
    guard take("review\":\""), skipString(), take(",\""), grant(&step), take(",\"reviewer\":\""),
      skipString(), take(",\"outcome\":\"")
    else { return false }
    step.takesAway = isNext("revoke\"")
    step.confirms = isNext("keep\"") || isNext("keep-until\"")
    guard skipString() else { return false }
    if take(",\"actingFor\":\"") { guard skipString() else { return false } }
    // Of two stages it is the result that counts.
    return !isNext(",\"stage\"") && !isNext(",\"result\"")
  }

  private mutating func registered(_ step: inout PermissionStep) -> Bool {
    guard take("person\":\""), identifier(&step.person), take(",\"category\":\""),
      let code = string().flatMap({ InlineASCII(bytes: $0) }),
      let category = PersonCategory.codes[code]
    else { return false }
    step.category = category
    return true
  }

  private mutating func placed(_ step: inout PermissionStep, recordedAt place: Int) -> Bool {
    guard take("affiliation\":\""), identifier(&step.affiliation), take(",\"person\":\""),
      identifier(&step.person), take(",\"unit\":\""), identifier(&step.unit),
      take(",\"from\":"), period(&step), isNext("}")
    else { return false }
    offset = place
    guard let recorded = instant() else { return false }
    step.recorded = recorded
    return true
  }

  private mutating func left(_ step: inout PermissionStep) -> Bool {
    guard take("affiliation\":\""), identifier(&step.affiliation), take(",\"person\":\""),
      identifier(&step.person)
    else { return false }
    if take(",\"lastDay\":\"") { guard skipString() else { return false } }
    return end(&step)
  }

  /// When something ends: the moment at which that holds, or another that is named.
  private mutating func end(_ step: inout PermissionStep) -> Bool {
    step.from = step.effective
    guard take(",\"until\":") else { return true }
    guard let until = instant() else { return false }
    step.from = until
    return true
  }

  private mutating func period(_ step: inout PermissionStep) -> Bool {
    guard let from = instant() else { return false }
    step.from = from
    guard take(",\"until\":") else { return true }
    guard let until = instant() else { return false }
    step.until = until
    return true
  }

  // MARK: Values

  /// Takes an identifier and the quotation mark, or whatever ends it.
  private mutating func identifier(_ target: inout PackedIdentifier, endedBy end: UInt8 = 0x22)
    -> Bool
  {
    let begin = offset
    while offset < count, start[offset] != end, offset &- begin <= PackedIdentifier.countMax {
      offset &+= 1
    }
    guard offset < count, start[offset] == end,
      let packed = PackedIdentifier(start + begin, count: offset &- begin)
    else { return false }
    target = packed
    offset &+= 1
    return true
  }

  private mutating func number() -> UInt64? {
    var value: UInt64 = 0
    let begin = offset
    while offset < count, start[offset] &- 0x30 <= 9, offset &- begin < 16 {
      value = value &* 10 &+ UInt64(start[offset] &- 0x30)
      offset &+= 1
    }
    return offset > begin ? value : nil
  }

  /// Takes a moment with its quotation marks; milliseconds since 1970.
  private mutating func instant() -> Int64? {
    guard count &- offset >= Instant.byteCount &+ 2, start[offset] == 0x22,
      start[offset &+ Instant.byteCount &+ 1] == 0x22,
      let instant = Instant(
        bytes: UnsafeRawBufferPointer(start: start + offset + 1, count: Instant.byteCount))
    else { return nil }
    offset &+= Instant.byteCount &+ 2
    return instant.milliseconds
  }

  /// Takes a string of plain characters from behind its first quotation mark, with its last.
  @inline(__always)
  private mutating func string() -> UnsafeRawBufferPointer? {
    let begin = offset
    guard skipString() else { return nil }
    return UnsafeRawBufferPointer(start: start + begin, count: offset - 1 - begin)
  }

  /// Passes over a string of plain characters from behind its first quotation mark to behind its last.
  @inline(__always)
  private mutating func skipString() -> Bool {
    // Plain strings hold neither quotation marks nor backslashes; whatever has one is not plain, and is left to the other reader.
    while offset < count {
      let byte = start[offset]
      offset &+= 1
      if byte == 0x22 { return true }
      if byte == 0x5C { return false }
    }
    return false
  }

  @inline(__always)
  private mutating func skip(_ bytes: Int) -> Bool {
    offset &+= bytes
    return offset < count
  }

  @inline(__always)
  private mutating func take(_ literal: StaticString) -> Bool {
    guard isNext(literal) else { return false }
    offset &+= literal.utf8CodeUnitCount
    return true
  }

  @inline(__always)
  private func isNext(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    return count &- offset >= length && Self.equal(start + offset, literal.utf8Start, length)
  }

  @inline(__always)
  private static func equal(
    _ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    var index = 0
    while count &- index >= 8 {
      let difference =
        UnsafeRawPointer(one + index).loadUnaligned(as: UInt64.self)
        ^ UnsafeRawPointer(other + index).loadUnaligned(as: UInt64.self)
      if difference != 0 { return false }
      index &+= 8
    }
    while index < count {
      if one[index] != other[index] { return false }
      index &+= 1
    }
    return true
  }
}
