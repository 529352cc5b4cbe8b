public import Diagnostics

extension IdentityRegister {
  /// The other identities that have the user name, the employee number or the e-mail address of one, each once.
  ///
  /// Case and the way letters are composed do not count.
  public func identities(sharing identity: Identity) throws(Diagnostic) -> [Identity] {
    var found: [Identity] = []
    for (_, word) in identity.ownWords {
      for other in try identities(withWord: Folding.digest(word))
      where other.person != identity.person && !found.contains(other) {
        if !identity.fieldsShared(with: other).isEmpty { found.append(other) }
      }
    }
    return found
  }
}

extension Identity {
  /// Which of the words that belong to one person alone two identities share; each kind is compared with its own.
  public func fieldsShared(with other: Identity) -> [Localized] {
    let words = Dictionary(other.ownWords.map { ($0.field.english, $0.word) }) { first, _ in first }
    return ownWords.filter { words[$0.field.english] == $0.word }.map(\.field)
  }

  fileprivate var ownWords: [(field: Localized, word: String)] {
    [
      (Localized(en: "user name", sv: "användarnamn"), userName),
      (Localized(en: "employee number", sv: "anställningsnummer"), employeeNumber),
      (Localized(en: "e-mail address", sv: "e-postadress"), email),
    ].compactMap { field, word in word.map { (field, Folding.fold($0)) } }
  }
}
