public import AccessModel

/// What is at stake in one access: all that decides which terms hold for it.
public struct Stakes: Hashable, Sendable {
  /// 0 to 4: the higher of confidentiality and integrity.
  public var level: Int
  public var privilege: Privilege
  public var category: PersonCategory
  public var account: AccountKind
  /// Whether it is to data about patients or clients.
  public var isCare: Bool
  /// Whether it is to data about persons whose identity is protected.
  public var holdsProtectedIdentities: Bool
  /// Whether it rests on an exception from segregation of duties.
  public var restsOnException: Bool

  public init(
    level: Int, privilege: Privilege, category: PersonCategory, account: AccountKind = .personal,
    isCare: Bool = false, holdsProtectedIdentities: Bool = false,
    restsOnException: Bool = false
  ) {
    self.level = level
    self.privilege = privilege
    self.category = category
    self.account = account
    self.isCare = isCare
    self.holdsProtectedIdentities = holdsProtectedIdentities
    self.restsOnException = restsOnException
  }

  /// The classes the access belongs to, that of its level first.
  public var classes: [AccessClass] {
    var classes = [AccessClass.level(level)]
    if privilege == .privileged { classes.append(.privileged) }
    switch category {
    case .external, .supplier: classes.append(.external)
    case .temporary, .student: classes.append(.temporary)
    case .elected: classes.append(.elected)
    case .employee, .service: break
    }
    if isCare { classes.append(.care) }
    if holdsProtectedIdentities { classes.append(.protectedIdentities) }
    switch account {
    case .shared: classes.append(.sharedAccount)
    case .service: classes.append(.serviceAccount)
    case .personal, .admin: break
    }
    if restsOnException { classes.append(.separationException) }
    return classes
  }
}
