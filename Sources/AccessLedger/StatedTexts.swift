import AccessModel
import Diagnostics
import IdentityRegister
import Policies
import Transparency

/// Looks in the identity register for needs that were stated before in the same words.
final class StatedTexts {
  private let ledger: Ledger
  /// Texts of commands decided just before, which the register does not have yet.
  private let pending: [OpenText]
  /// The first thing that went wrong.
  private(set) var trouble: Diagnostic?

  init(_ ledger: Ledger, _ pending: [OpenText] = []) {
    self.ledger = ledger
    self.pending = pending
  }

  /// A stated need in the form in which two are compared; `nil` when its text is not at hand.
  func words(of need: Commitment) -> String? {
    if let text = pending.first(where: { need.digest.bytes.elementsEqual($0.commitment) }) {
      return NeedWords.likeness(of: text.text)
    }
    do throws(Diagnostic) {
      guard case .present(let text) = try ledger.text(for: need) else { return nil }
      return NeedWords.likeness(of: text.text)
    } catch {
      // A text that is not there says nothing; that it was changed is for verification to tell.
      return nil
    }
  }

  /// For how many other persons the same need was stated.
  func countOthers(_ likeness: String, _ person: PersonID) -> Int {
    do throws(Diagnostic) {
      var subjects = try ledger.identities.subjects(ofLatest: NeedIsOwn.comparedMax, like: likeness)
      {
        NeedWords.isAlike($0, likeness)
      }
      for text in pending
      where text.field == "need" && NeedWords.likeness(of: text.text) == likeness {
        if let subject = text.subject { subjects.insert(subject) }
      }
      return subjects.subtracting(["\(person)"]).count
    } catch {
      if trouble == nil { trouble = error }
      return 0
    }
  }
}

extension Diagnostic {
  /// The same, with the row of a list that it is about first among its facts.
  func inRow(_ row: Int) -> Diagnostic {
    var diagnostic = self
    diagnostic.facts.insert(.init(Diagnostic.Fact.rowName, "\(row)"), at: 0)
    return diagnostic
  }
}
