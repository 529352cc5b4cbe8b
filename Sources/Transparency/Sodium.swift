import CSodium
import Diagnostics

/// The start of the library that signs and judges signatures.
enum Sodium {
  /// True when the library is ready; started once. It needs no memory and no file afterwards.
  static let isReady = sodium_init() >= 0

  static func start() throws(Diagnostic) {
    guard isReady else {
      throw KeyDiagnostics.cryptographyFailed.diagnostic(
        Diagnostic.Fact(en: "library's error", sv: "bibliotekets felkod", "sodium_init"))
    }
  }
}
