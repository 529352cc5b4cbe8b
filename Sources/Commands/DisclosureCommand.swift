public import AccessModel
public import Chronology
public import Transparency

/// What is asked about giving out of the register.
public enum DisclosureCommand: Sendable {
  case give(GiveDisclosure)
  case deny(DenyDisclosure)
}

/// Record that an answer was given out.
public struct GiveDisclosure: Sendable {
  /// The request, by its reference.
  public var request: String
  public var view: String
  /// What the answer was limited to; `nil` for nothing.
  public var filter: String?
  public var asOf: Instant
  public var knownAt: Instant?
  /// How many events the log had, and its root then.
  public var size: Int64
  public var root: Digest
  public var profile: DisclosureProfile
  public var maskedCount: Int64
  public var recipient: RecipientKind
  public var decider: PersonID
  public var ground: String
  /// SHA-256 of the file.
  public var digest: Digest

  public init(
    request: String, view: String, filter: String? = nil, asOf: Instant, knownAt: Instant? = nil,
    size: Int64, root: Digest, profile: DisclosureProfile, maskedCount: Int64,
    recipient: RecipientKind, decider: PersonID, ground: String, digest: Digest
  ) {
    self.request = request
    self.view = view
    self.filter = filter
    self.asOf = asOf
    self.knownAt = knownAt
    self.size = size
    self.root = root
    self.profile = profile
    self.maskedCount = maskedCount
    self.recipient = recipient
    self.decider = decider
    self.ground = ground
    self.digest = digest
  }
}

/// Record that what was asked for is not given out.
public struct DenyDisclosure: Sendable {
  /// The request, by its reference.
  public var request: String
  public var recipient: RecipientKind
  /// The provision of law.
  public var provision: String
  public var decider: PersonID
  public var ground: String

  public init(
    request: String, recipient: RecipientKind, provision: String, decider: PersonID, ground: String
  ) {
    self.request = request
    self.recipient = recipient
    self.provision = provision
    self.decider = decider
    self.ground = ground
  }
}
