public import Diagnostics

/// Every code this module raises, for `liggare explain`.
public enum InterchangeCatalogue {
  /// In the order of the codes.
  public static let catalogue: [DiagnosticCode] =
    DiagnosticCode.tableCodes + DiagnosticCode.operationCodes + DiagnosticCode.linuxCodes
    + [DiagnosticCode.loginLine]
}
