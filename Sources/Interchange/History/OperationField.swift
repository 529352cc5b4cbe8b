/// A key that an operation may carry.
enum OperationField: Int, CaseIterable {
  case seq, ts, id, op
  case system, name, confidentiality, integrity, availability, owner, manager, deputy
  case reviewIntervalDays, entitlements, purpose
  case person, unit, title, employment
  case request, entitlement, until, by, need
  case decision, reason
  case grant, start, end, ticket
  case review, outcome, comment
  case incident, state, severity, text
  case lastDay

  /// The key as it stands in the file.
  var name: String {
    switch self {
    case .reviewIntervalDays: "review_interval_days"
    case .lastDay: "last_day"
    case .seq, .ts, .id, .op, .system, .name, .confidentiality, .integrity, .availability, .owner,
      .manager, .deputy, .entitlements, .purpose, .person, .unit, .title, .employment, .request,
      .entitlement, .until, .by, .need, .decision, .reason, .grant, .start, .end, .ticket, .review,
      .outcome, .comment, .incident, .state, .severity, .text:
      "\(self)"
    }
  }
}

/// A set of fields, one bit each.
struct OperationFieldSet {
  var bits: UInt64 = 0

  init() {}

  init(_ fields: OperationField...) {
    for field in fields { insert(field) }
  }

  func contains(_ field: OperationField) -> Bool {
    bits & (1 << UInt64(field.rawValue)) != 0
  }

  mutating func insert(_ field: OperationField) {
    bits |= 1 << UInt64(field.rawValue)
  }

  func union(_ other: OperationFieldSet) -> OperationFieldSet {
    var result = self
    result.bits |= other.bits
    return result
  }

  /// The first field, in the order of declaration, that is here and not in `other`.
  func first(notIn other: OperationFieldSet) -> OperationField? {
    let left = bits & ~other.bits
    return left == 0 ? nil : OperationField(rawValue: left.trailingZeroBitCount)
  }
}

/// The fields by the length of their names, so that a key is compared with few.
struct OperationFieldIndex {
  private let candidates: [[(name: [UInt8], field: OperationField)]]

  init() {
    var candidates = [[(name: [UInt8], field: OperationField)]](repeating: [], count: 32)
    for field in OperationField.allCases {
      let name = Array(field.name.utf8)
      candidates[name.count].append((name, field))
    }
    self.candidates = candidates
  }

  /// The field whose name is exactly the bytes of `range`.
  func field(_ bytes: [UInt8], _ range: Range<Int>) -> OperationField? {
    guard range.count < candidates.count else { return nil }
    candidate: for (name, field) in candidates[range.count] {
      for offset in 0..<name.count where name[offset] != bytes[range.lowerBound + offset] {
        continue candidate
      }
      return field
    }
    return nil
  }
}

/// The kind of an operation: the value of `op`.
enum OperationKind: String, CaseIterable {
  case registerSystem = "register_system"
  case registerPerson = "register_person"
  case request
  case decide
  case grant
  case revoke
  case reviewItem = "review_item"
  case incident
  case leaver

  /// Exactly the fields a line of this kind carries.
  var fields: OperationFieldSet {
    OperationFieldSet(.seq, .ts, .id, .op).union(ownFields)
  }

  private var ownFields: OperationFieldSet {
    switch self {
    case .registerSystem:
      OperationFieldSet(
        .system, .name, .confidentiality, .integrity, .availability, .owner, .manager, .deputy,
        .reviewIntervalDays, .entitlements, .purpose)
    case .registerPerson: OperationFieldSet(.person, .name, .unit, .title, .employment)
    case .request:
      OperationFieldSet(.request, .person, .system, .entitlement, .until, .by, .need)
    case .decide: OperationFieldSet(.request, .decision, .by, .reason)
    case .grant:
      OperationFieldSet(
        .grant, .request, .person, .system, .entitlement, .start, .end, .by, .ticket)
    case .revoke: OperationFieldSet(.grant, .by, .reason)
    case .reviewItem: OperationFieldSet(.review, .system, .grant, .outcome, .by, .comment)
    case .incident: OperationFieldSet(.incident, .state, .system, .severity, .by, .text)
    case .leaver: OperationFieldSet(.person, .by, .lastDay)
    }
  }
}
