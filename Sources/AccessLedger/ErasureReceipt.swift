public import AccessModel
import Diagnostics
import IdentityRegister
import Projections
public import Transparency

/// What the log keeps of an erasure: a digest over the tombstone, and nothing of what was erased.
///
/// SHA-256 over the person's identifier, a line feed, the code of the ground, a line feed, and the commitments of the erased texts in
/// the order of their bytes, 32 bytes each. All of it stands in the log or in the tombstones of the identity register, so that
/// anybody can compute it again; a digest over the name itself could be found by trying names.
public enum ErasureReceipt {
  public static func digest(
    person: PersonID, basis: ErasureBasis, commitments: [[UInt8]]
  ) -> Digest {
    var hasher = SHA256()
    hasher.update(Array("\(person)\n\(basis.code)\n".utf8))
    for commitment in commitments { hasher.update(commitment) }
    return hasher.digest
  }
}

extension Ledger {
  /// The receipt that the erasure of a person would have now.
  public func erasureReceipt(
    of person: PersonID, on basis: ErasureBasis
  ) throws(LedgerError) -> Digest {
    do throws(Diagnostic) {
      return ErasureReceipt.digest(
        person: person, basis: basis,
        commitments: try identities.commitments(about: "\(person)"))
    } catch {
      throw .unavailable(error)
    }
  }

  /// The receipt of an erasure that was carried out, from the tombstones; `nil` where there is none.
  public func receiptOfErasure(of person: PersonID) throws(LedgerError) -> Digest? {
    guard let row = register.persons[person]?.erased else { return nil }
    do throws(Diagnostic) {
      guard case .erased(let erasure) = try identities.identity(of: "\(person)") else { return nil }
      return ErasureReceipt.digest(
        person: person, basis: row.basis,
        commitments: try identities.commitments(erasedBy: erasure))
    } catch {
      throw .unavailable(error)
    }
  }
}
