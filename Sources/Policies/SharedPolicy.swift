/// A policy that many values refer to.
///
/// As a value a policy has some forty parts, and copying it counts the references of a dozen: with a decision for each line of a long history
/// that is a tenth of the work. What is made anew for each command refers to one.
public final class SharedPolicy: Sendable {
  public let policy: AccessPolicy

  public init(_ policy: AccessPolicy) { self.policy = policy }

  /// What holds where nothing is adopted.
  public static let standard = SharedPolicy(.standard)
}
