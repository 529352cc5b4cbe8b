import AccessModel
import Chronology
import Projections

extension ViewQuestion {
  /// By when access from before a move is to be confirmed, at the moment; empty when nothing waits.
  func confirmation(of grant: GrantRow) -> Cell {
    guard let person = register.holder(of: grant),
      let transfer = register.unconfirmedTransfer(of: grant, by: person), transfer.at <= asOf
    else { return .empty }
    return .end(orEmpty: register.confirmationDue(of: grant, after: transfer, by: person))
  }
}
