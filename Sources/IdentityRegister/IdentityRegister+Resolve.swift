public import Diagnostics

/// Whom a word written by an administrator means.
public enum Resolution: Hashable, Sendable {
  /// Exactly one person; their ledger id.
  case one(String)
  /// Several persons go by that word; the administrator has to say which.
  case several([Identity])
  /// Nobody goes by that word; at most five who nearly do, the nearest first.
  case none(near: [Identity])
}

extension IdentityRegister {
  /// The most near matches in an answer.
  public static let nearMax = 5

  /// Finds the person meant by a ledger id, login, employee number, e-mail address or full name.
  ///
  /// Case, surrounding spaces and the way å, ä, ö, é and ü are composed do not count. A ledger id goes before
  /// the other kinds. Near matches have at most two mistakes in the login, the name or a part of it, or begin
  /// as written; persons with protected data are never suggested.
  public func resolve(_ written: String) throws(Diagnostic) -> Resolution {
    guard written.unicodeScalars.count <= FieldRules.charactersMax else { return .none(near: []) }
    let folded = Folding.fold(written)
    guard !folded.isEmpty else { return .none(near: []) }
    // Different words may share a digest, so that the words themselves decide.
    let exact = try identities(withWord: Folding.digest(folded)).filter {
      $0.exactWords.contains(folded)
    }
    if let named = exact.first(where: { $0.person == written }) { return .one(named.person) }
    let byID = exact.filter { Folding.fold($0.person) == folded }
    let meant = byID.isEmpty ? exact : byID
    if meant.count == 1, let only = meant.first { return .one(only.person) }
    return meant.isEmpty ? .none(near: try near(folded)) : .several(meant)
  }

  private func near(_ folded: String) throws(Diagnostic) -> [Identity] {
    let wanted = NearWord(folded)
    var best: [(rank: Int, identity: Identity)] = []
    try forEachIdentity { (identity) throws(Diagnostic) in
      guard !identity.isProtected, let rank = wanted.rank(of: identity) else { return }
      if best.count == IdentityRegister.nearMax, let worst = best.last, rank >= worst.rank {
        return
      }
      // Among equals the earlier registered stays first.
      let place = best.firstIndex { $0.rank > rank } ?? best.count
      best.insert((rank, identity), at: place)
      if best.count > IdentityRegister.nearMax { best.removeLast() }
    }
    return best.map(\.identity)
  }
}

/// A word that nobody goes by, compared with the words people do go by.
private struct NearWord {
  private let text: String
  private let scalars: [Unicode.Scalar]
  /// Short words would be near to everything, so that they are allowed fewer mistakes.
  private let limit: Int

  init(_ folded: String) {
    // A comma between surname and given name, or a full stop in a login, is layout.
    text = NearWord.parts(of: folded).joined(separator: " ")
    scalars = Array(text.unicodeScalars)
    limit = scalars.count <= 2 ? 0 : scalars.count <= 4 ? 1 : 2
  }

  /// How far the nearest word of an identity is: 0 and up, in half mistakes; `nil` when none is near.
  func rank(of identity: Identity) -> Int? {
    guard !scalars.isEmpty else { return nil }
    var nearest: Int?
    for word in words(of: identity) {
      if let distance = EditDistance.distance(
        scalars, Array(word.unicodeScalars), limit: limit)
      {
        nearest = min(nearest ?? .max, distance * 2)
      } else if scalars.count >= 2, word.utf8.starts(with: text.utf8) {
        // The beginning of a word is nearer than two mistakes and farther than one.
        nearest = min(nearest ?? .max, 3)
      }
    }
    return nearest
  }

  private func words(of identity: Identity) -> [String] {
    let parts = NearWord.parts(of: Folding.fold(identity.name))
    var words = parts.map { String($0) }
    words.append(parts.joined(separator: " "))
    if parts.count > 1, let surname = parts.last {
      words.append(([surname] + parts.dropLast()).joined(separator: " "))
    }
    if let userName = identity.userName {
      words.append(NearWord.parts(of: Folding.fold(userName)).joined(separator: " "))
    }
    return words
  }

  private static func parts(of folded: String) -> [Substring] {
    folded.split { $0 == " " || $0 == "," || $0 == "." || $0 == "-" || $0 == "_" }
  }
}
