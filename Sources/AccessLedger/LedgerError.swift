public import Diagnostics

/// Why the ledger did not do what it was asked, as far as the caller acts differently.
public enum LedgerError: Error, Hashable, Sendable {
  /// Rules or references stand against it; the ledger is untouched.
  case refused([Diagnostic])
  /// Another process is writing; try again in a moment.
  case locked(Diagnostic)
  /// There is no such ledger.
  case missing(Diagnostic)
  /// What is kept does not hold together.
  case damaged(Diagnostic)
  /// The log has said something else before: a checkpoint of it contradicts it.
  case contradicted(Diagnostic)
  /// The machine would not do it: a right, a disk, a key.
  case unavailable(Diagnostic)

  public var diagnostics: [Diagnostic] {
    switch self {
    case .refused(let diagnostics): diagnostics
    case .locked(let diagnostic), .missing(let diagnostic), .damaged(let diagnostic),
      .contradicted(let diagnostic),
      .unavailable(let diagnostic):
      [diagnostic]
    }
  }
}
