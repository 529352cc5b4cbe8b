import CLibCrypto
public import Diagnostics

/// The cryptographic library's start, and its refusals.
enum LibCrypto {
  /// Starts the library without its configuration file, which would cost 0.4 ms and could change what
  /// a signature is checked with. True when it is ready; done once.
  static let isReady = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1

  /// The library's reason for its latest refusal on this thread, which is then forgotten.
  static func failure() -> Diagnostic {
    let number = ERR_get_error()
    ERR_clear_error()
    return KeyDiagnostics.cryptographyFailed.diagnostic(
      Diagnostic.Fact(
        en: "library's error", sv: "bibliotekets felkod", String(number, radix: 16)))
  }

  /// Overwrites a secret that is no longer needed.
  static func cleanse(_ secret: inout [UInt8]) {
    secret.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
  }
}

extension KeyDiagnostics {
  /// The cryptographic library could not do its work.
  public static let cryptographyFailed = DiagnosticCode(
    "KEY-09",
    Localized(
      en:
        "The cryptographic library could not carry out the operation; nothing was signed or judged.",
      sv: "Kryptobiblioteket kunde inte utföra åtgärden; inget har signerats eller bedömts."),
    remedy: Localized(
      en:
        "Check that the machine has free memory and run the command again. If it happens again, report "
        + "the error number below with the version of the program.",
      sv:
        "Kontrollera att datorn har ledigt minne och kör kommandot igen. Om felet kommer tillbaka, "
        + "rapportera felkoden tillsammans med programmets version."))
}
