public import AccessModel
import Diagnostics
import Events
public import IdentityRegister

/// Identities and texts that were looked up together.
public struct LookedUp {
  public fileprivate(set) var identities: [PersonID: IdentityState] = [:]
  public fileprivate(set) var texts: [Commitment: TextState] = [:]
}

extension Ledger {
  /// Fewer are not worth a thread, which opens the register of identities for itself.
  private static let worthAThread = 8
  private static let threadCountMax = 4

  /// Looks up identities and texts by several threads, in one reading of each.
  ///
  /// A text is found by four pages of a file, one after the other, and where they are cold each is waited for: a story of thirty events
  /// would wait a hundred times. What is missing in the answer was not found or cannot be read: asked for by itself, it is told why.
  public func lookUp(_ persons: [PersonID], _ texts: some Collection<Commitment>) -> LookedUp {
    guard persons.count + texts.count > 1, let identities = try? identities else {
      return LookedUp()
    }
    let count = max(
      1, min(Self.threadCountMax, (persons.count + texts.count) / Self.worthAThread))
    let shares = (0..<count).map { _ in Share() }
    for (place, person) in persons.enumerated() { shares[place % count].persons.append(person) }
    for (place, text) in texts.enumerated() { shares[place % count].texts.append(text) }
    let path = path + "/" + IdentityRegister.fileName
    let threads = shares.dropFirst().map { share in
      let thread = SideThread()
      thread.begin {
        if let identities = try? IdentityRegister(opening: path, .readOnly) {
          share.lookUp(in: identities)
        }
      }
      return thread
    }
    // One share is for this thread, which has the register open.
    shares[0].lookUp(in: identities)
    var found = shares[0].found
    for (thread, share) in zip(threads, shares.dropFirst()) {
      thread.wait()
      found.identities.merge(share.found.identities) { first, _ in first }
      found.texts.merge(share.found.texts) { first, _ in first }
    }
    return found
  }
}

/// What one thread looks up.
private final class Share {
  var persons: [PersonID] = []
  var texts: [Commitment] = []
  private(set) var found = LookedUp()

  func lookUp(in identities: IdentityRegister) {
    do throws(Diagnostic) {
      try identities.reading { () throws(Diagnostic) in
        let states = try identities.identities(of: persons.map(\.description))
        for (person, state) in zip(persons, states) { found.identities[person] = state }
        for text in texts {
          do throws(Diagnostic) {
            found.texts[text] = try Ledger.text(for: text, in: identities)
          } catch {
            // Whoever asks for it by itself is told.
            continue
          }
        }
      }
    } catch {
      // As above.
      return
    }
  }
}
