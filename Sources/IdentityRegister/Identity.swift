public import Chronology

/// Who a person of the log is: the name and the other words an administrator knows them by.
///
/// The log itself holds `person` alone. Every text is at most 200 characters, on one line, with no control
/// characters; the register refuses anything else with `IDR-12`.
public struct Identity: Hashable, Sendable {
  /// The ledger's own id, `P-17`: 1 to 32 visible ASCII characters.
  public var person: String
  /// The full name as it is written, given name first.
  public var name: String
  /// The login: `anna.berg`.
  public var userName: String?
  /// The number the payroll knows the person by.
  public var employeeNumber: String?
  public var email: String?
  /// The title of the post.
  public var title: String?
  /// Protected personal data (Swedish *skyddade personuppgifter*): mask in every list and export.
  public var isProtected: Bool

  public init(
    person: String, name: String, userName: String? = nil, employeeNumber: String? = nil,
    email: String? = nil, title: String? = nil, isProtected: Bool = false
  ) {
    self.person = person
    self.name = name
    self.userName = userName
    self.employeeNumber = employeeNumber
    self.email = email
    self.title = title
    self.isProtected = isProtected
  }
}

/// What the register can say of a person id.
public enum IdentityState: Hashable, Sendable {
  case present(Identity)
  /// Erased on a recorded ground; the id stays in the log and is never given a name again.
  case erased(Erasure)
  /// The register has never heard of the id, which is not the same as erased.
  case unknown
}

/// The tombstone of an erasure: whose data, when, and on what ground.
public struct Erasure: Hashable, Sendable {
  /// The ledger's id of the person.
  public var person: String
  public var at: Instant
  /// The ground: a disposal decision or a case number, at most 200 characters.
  public var basis: String

  public init(person: String, at: Instant, basis: String) {
    self.person = person
    self.at = at
    self.basis = basis
  }
}
