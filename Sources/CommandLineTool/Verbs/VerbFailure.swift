import AccessLedger
import Diagnostics
import Policies

/// Why a verb did not do what it was asked, with how the program should end.
struct VerbFailure: Error {
  var status: ExitStatus
  var diagnostics: [Diagnostic]

  init(_ status: ExitStatus, _ diagnostics: Diagnostic...) {
    self.status = status
    self.diagnostics = diagnostics
  }

  /// Any error that a verb can meet.
  init(_ error: any Error) {
    switch error {
    case let failure as VerbFailure:
      self = failure
    case let error as LedgerError:
      diagnostics = error.diagnostics
      status = ExitStatus(error)
    case let error as UsageError:
      diagnostics = [error.diagnostic]
      status = .usage
    case let faults as PolicyFaults:
      diagnostics = faults.faults
      status = .refused
    case let diagnostic as Diagnostic:
      diagnostics = [diagnostic]
      status = .refused
    default:
      diagnostics = [
        VerbCodes.unexpected.diagnostic(.init(en: "fault", sv: "fel", "\(error)"))
      ]
      status = .internalError
    }
  }
}

extension ExitStatus {
  /// How the program ends when the ledger did not do what it was asked.
  init(_ error: LedgerError) {
    switch error {
    case .refused(let violations):
      // A name that leads nowhere is “not found” when nothing else is wrong.
      self = violations.allSatisfy { $0.code == "REF-01" } ? .notFound : .refused
    case .locked: self = .tryAgain
    case .missing: self = .notFound
    case .damaged: self = .corruption
    case .contradicted: self = .contradictsWitness
    case .unavailable: self = .refused
    }
  }
}
