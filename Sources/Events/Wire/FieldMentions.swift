public import AccessModel
public import CanonicalJSON

/// Gathers whom payloads name and which texts they commit to, for whoever looks them up together.
public struct FieldMentions: FieldVisitor {
  public private(set) var persons: [PersonID] = []
  public private(set) var texts: [Commitment] = []

  public init() {}

  /// Adds what a fact mentions.
  public mutating func add(_ payload: some EventPayload) {
    var payload = payload
    do {
      try payload.visitFields(&self)
    } catch {
      preconditionFailure("Visiting a payload in memory met an error of reading: \(error)")
    }
  }

  public mutating func field<Value: WireValue>(
    _ key: StaticString, _ value: inout Value, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    // A cast takes some hundred instructions, and most fields are neither.
    if Value.self == Commitment.self, let text = value as? Commitment { texts.append(text) }
    if Value.self == PersonID.self, let person = value as? PersonID { persons.append(person) }
  }

  public mutating func optional<Value: WireValue>(
    _ key: StaticString, _ value: inout Value?, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    guard var present = value else { return }
    try field(key, &present, meaning)
  }
}
