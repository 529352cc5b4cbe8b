public import AccessModel

/// What an answer masks for whom, and under which provision of law.
public struct DisclosureTerms: Hashable, Sendable {
  /// What is masked for anybody.
  public var publicMasks: Set<FactKind>
  /// What is masked for an auditor, besides protected identities and what is marked as secret.
  public var auditorMasks: Set<FactKind>
  private var provisions: [FactKind: SecrecyProvision]

  public init(
    publicMasks: Set<FactKind> = Set(FactKind.maskable), auditorMasks: Set<FactKind> = [],
    provisions: [FactKind: SecrecyProvision] = [
      .person: .gdpr5p1c, .name: .gdpr5p1c, .account: .osl18p8, .text: .gdpr5p1c,
      .incident: .osl18p8b, .security: .osl18p8,
    ]
  ) {
    self.publicMasks = publicMasks
    self.auditorMasks = auditorMasks
    self.provisions = provisions
  }

  /// The provision that facts of a kind are masked under.
  public subscript(provisionOf kind: FactKind) -> SecrecyProvision {
    get { provisions[kind] ?? .osl18p8 }
    set { provisions[kind] = newValue }
  }

  /// What is masked in a profile.
  public func masks(_ profile: DisclosureProfile) -> Set<FactKind> {
    switch profile {
    case .internal: []
    case .auditor: auditorMasks
    case .public: publicMasks
    }
  }
}
