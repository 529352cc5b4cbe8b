public import AccessModel

/// What a policy document says: its name and version, and the values it sets.
///
/// Comments and the order of lines are no part of it: two texts that say the same are equal here.
public struct PolicyDocument: Hashable, Sendable {
  public var id: PolicyID
  public var title: Label?
  /// The values by where their key stands in `PolicyKey.all`.
  private var values: [Int: PolicyValue] = [:]

  public init(id: PolicyID, title: Label? = nil) {
    self.id = id
    self.title = title
  }

  /// The document that sets everything as a policy has it.
  public init(id: PolicyID, title: Label? = nil, of policy: AccessPolicy) {
    self.init(id: id, title: title)
    for key in PolicyKey.all { self[key] = key.read(policy) }
  }

  /// The value it sets for a key; `nil` when it says nothing of it.
  public subscript(key: PolicyKey) -> PolicyValue? {
    get { PolicyKey.places[key.path].flatMap { values[$0] } }
    set {
      guard let place = PolicyKey.places[key.path] else { return }
      values[place] = newValue
    }
  }

  /// What it sets, in the order of `PolicyKey.all`.
  public var entries: [(key: PolicyKey, value: PolicyValue)] {
    values.sorted { $0.key < $1.key }.map { (PolicyKey.all[$0.key], $0.value) }
  }
}
