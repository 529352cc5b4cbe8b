internal import Chronology
public import Diagnostics

extension IdentityRegister {
  /// Keeps identities, account names and texts together, in one transaction that is durable before this returns.
  ///
  /// The register is written before the log: a text without an event is harmless, an event without its
  /// text is not. When the log then refuses, give the receipt to ``withdraw(_:)``.
  ///
  /// - Throws: `IDR-12` and `IDR-13` for values and sizes out of bounds, `IDR-14` when a commitment already
  ///   stands for another text, `IDR-15` for what has been erased, `IDR-06` … `IDR-10` for the file. On
  ///   any of them nothing of the batch is kept.
  public func put(_ batch: Batch) throws(Diagnostic) -> BatchReceipt {
    try requireWriting()
    guard batch.identities.count <= Batch.identitiesMax, batch.texts.count <= Batch.textsMax,
      batch.accounts.count <= Batch.accountsMax
    else {
      throw IdentityRegister.batchTooLarge.diagnostic(
        Diagnostic.Fact(en: "identities", sv: "identiteter", String(batch.identities.count)),
        Diagnostic.Fact(en: "texts", sv: "texter", String(batch.texts.count)),
        Diagnostic.Fact(en: "account names", sv: "kontonamn", String(batch.accounts.count)))
    }
    for identity in batch.identities { try FieldRules.check(identity) }
    for text in batch.texts { try FieldRules.check(text) }
    for account in batch.accounts { try FieldRules.check(account) }
    guard !batch.identities.isEmpty || !batch.texts.isEmpty || !batch.accounts.isEmpty else {
      return BatchReceipt()
    }
    return try connection.transaction { () throws(Diagnostic) in
      var receipt = BatchReceipt()
      for identity in batch.identities {
        if let erasure = try erasure(of: identity.person) {
          throw IdentityRegister.erasedForGood.diagnostic(
            Diagnostic.Fact(en: "person", sv: "person", erasure.person),
            Diagnostic.Fact(en: "erased", sv: "raderad", erasure.at.description),
            Diagnostic.Fact(en: "on the ground of", sv: "med stöd av", erasure.basis))
        }
        let replaced = try write(identity)
        if replaced != identity {
          receipt.changes.append(BatchReceipt.Change(written: identity, replaced: replaced))
        }
      }
      for text in batch.texts {
        if batch.areTextsNew {
          try insert(text)
        } else {
          guard try add(text) else { continue }
        }
        receipt.additions.append(
          BatchReceipt.Addition(number: connection.lastRowNumber, commitment: text.commitment))
      }
      for account in batch.accounts {
        let replaced = try write(account)
        if replaced != account {
          receipt.accountChanges.append(
            BatchReceipt.AccountChange(written: account, replaced: replaced))
        }
      }
      return receipt
    }
  }

  /// Takes back exactly what a batch changed: its texts are removed, its identities are removed or become
  /// what they were.
  ///
  /// What has been changed again or erased since then is left as it is.
  public func withdraw(_ receipt: BatchReceipt) throws(Diagnostic) {
    try requireWriting()
    guard !receipt.isEmpty else { return }
    try connection.transaction { () throws(Diagnostic) in
      for addition in receipt.additions {
        try connection.run(
          "DELETE FROM text WHERE number = ?1 AND commitment = ?2 AND erased_at IS NULL",
          [.integer(addition.number), .blob(addition.commitment)])
      }
      for change in receipt.accountChanges.reversed() {
        guard try name(ofAccount: change.written.account) == change.written else { continue }
        if let replaced = change.replaced {
          _ = try write(replaced)
        } else {
          try delete(account: change.written.account)
        }
      }
      // Backwards, because a batch may write the same person twice.
      for change in receipt.changes.reversed() {
        guard let current = try identityRow(of: change.written.person),
          current.identity == change.written
        else { continue }
        if let replaced = change.replaced {
          _ = try write(replaced)
        } else {
          _ = try delete(person: change.written.person)
        }
      }
    }
  }
}
