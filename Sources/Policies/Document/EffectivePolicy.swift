public import AccessModel

/// A document in force at a level.
public struct PolicyLayer: Hashable, Sendable {
  public var level: PolicyLevel
  public var document: PolicyDocument

  public init(level: PolicyLevel, document: PolicyDocument) {
    self.level = level
    self.document = document
  }
}

/// The rules that hold at a place: those of the whole group, tightened by each level below.
///
/// The group's document takes the place of the standard where it says something; a lower one can only tighten. Where a lower one
/// has become looser than one above, because the one above was tightened later, the one above holds.
public struct EffectivePolicy: Hashable, Sendable {
  /// The documents, from the top downwards.
  public let layers: [PolicyLayer]
  private let effective: SharedPolicy
  private let base: SharedPolicy

  /// What holds.
  public var policy: AccessPolicy { _read { yield effective.policy } }
  /// What holds where none is adopted.
  public var standard: AccessPolicy { _read { yield base.policy } }

  /// - Parameter layers: from the top downwards.
  public init(_ layers: [PolicyLayer], standard: AccessPolicy = .standard) {
    self.layers = layers
    base = SharedPolicy(standard)
    effective =
      layers.isEmpty ? base : SharedPolicy(layers.reduce(into: standard) { $1.apply(to: &$0) })
  }

  private init(_ only: SharedPolicy) {
    layers = []
    base = only
    effective = only
  }

  private static let ofStandard = EffectivePolicy(SharedPolicy.standard)

  /// What holds where no document is adopted.
  public static func unruled(_ standard: AccessPolicy) -> EffectivePolicy {
    // Nearly always it is the standard itself, which has its parts in common with this one.
    standard == ofStandard.policy ? ofStandard : EffectivePolicy([], standard: standard)
  }

  public static func == (left: EffectivePolicy, right: EffectivePolicy) -> Bool {
    left.layers == right.layers && left.policy == right.policy && left.standard == right.standard
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(layers)
    hasher.combine(standard)
  }

  /// The documents by name, from the top downwards.
  public var documents: [PolicyID] { layers.map(\.document.id) }

  /// What holds for a key.
  public subscript(key: PolicyKey) -> PolicyValue { key.read(policy) }

  /// The documents that what holds for a key comes from, from the top downwards; empty when it comes from the standard.
  public func sources(of key: PolicyKey) -> [PolicyID] {
    var policy = standard
    var sources: [PolicyID] = []
    for layer in layers {
      guard let said = layer.document[key] else { continue }
      let before = key.read(policy)
      layer.apply(to: &policy)
      let after = key.read(policy)
      switch (after == before, after == said) {
      case (true, true): if sources.isEmpty { sources = [layer.document.id] }
      case (true, false): break
      case (false, true): sources = [layer.document.id]
      case (false, false): sources.append(layer.document.id)
      }
    }
    return sources
  }
}

extension PolicyLayer {
  /// Puts what the document says into a policy: as it stands at the top, and only tightened below.
  func apply(to policy: inout AccessPolicy) {
    for (key, value) in document.entries {
      switch level {
      case .group: key.write(value, &policy)
      case .entity, .unit, .system: key.write(key.merged(value, below: key.read(policy)), &policy)
      }
    }
  }
}

/// Where two policies, or a document and the rules above it, differ.
public struct PolicyDifference: Sendable {
  public var key: PolicyKey
  public var before: PolicyValue
  public var after: PolicyValue
  /// How `after` stands to `before`.
  public var comparison: PolicyComparison { key.compare(after, to: before) }

  /// What differs between two policies, in the order of the keys.
  public static func between(_ before: AccessPolicy, _ after: AccessPolicy) -> [PolicyDifference] {
    PolicyKey.all.compactMap { key in
      let (old, new) = (key.read(before), key.read(after))
      return old == new ? nil : PolicyDifference(key: key, before: old, after: new)
    }
  }

  /// What a document sets looser than the rules above it, in the order of the keys.
  public static func loosened(
    by document: PolicyDocument, below bound: AccessPolicy
  ) -> [PolicyDifference] {
    document.entries.compactMap { key, value in
      let above = key.read(bound)
      return key.allows(value, below: above)
        ? nil : PolicyDifference(key: key, before: above, after: value)
    }
  }
}
