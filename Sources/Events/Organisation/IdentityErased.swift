public import AccessModel
public import CanonicalJSON
public import Transparency

/// What identifies the person has been erased from the identity register.
///
/// It does not say: that the decisions about the person are gone: they stay, without a name.
public struct IdentityErased: EventPayload {
  public var person: PersonID
  public var basis: ErasureBasis
  public var approver: PersonID
  public var receipt: Digest

  public init(
    person: PersonID, basis: ErasureBasis, approver: PersonID, receipt: Digest
  ) {
    self.person = person
    self.basis = basis
    self.approver = approver
    self.receipt = receipt
  }

  public init(blank: Void) {
    self.init(
      person: PersonID(blank: ()), basis: .left, approver: PersonID(blank: ()),
      receipt: Digest(blank: ()))
  }

  public static let kind = EventKind.identityErased
  public static let description = EventDescription(
    about: "What identifies the person has been erased from the identity register.",
    recordedBy: "The custodian, with the data-protection officer.",
    doesNotSay: "That the decisions about the person are gone: they stay, without a name.")

  public var stream: StreamID { StreamID(.person, person) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("person", &person, "Who.")
    try visitor.field("basis", &basis, "On what ground.")
    try visitor.field("approver", &approver, "The data-protection officer who approved it.")
    try visitor.field(
      "receipt", &receipt,
      "SHA-256 over the tombstone that stays in the identity register: whose, when, on what ground, and the commitments of the texts erased."
    )
  }
}
