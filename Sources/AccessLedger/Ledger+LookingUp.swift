public import AccessModel
import Diagnostics
import Events
public import IdentityRegister
import Synchronization

/// Identities and texts that were looked up together.
public struct LookedUp {
  public fileprivate(set) var identities: [PersonID: IdentityState] = [:]
  public fileprivate(set) var texts: [Commitment: TextState] = [:]
}

extension Ledger {
  /// Fewer are not worth a thread, which opens the register of identities for itself.
  private static let worthAThread = 8
  private static let threadCountMax = 4

  /// Looks up identities and texts by several threads, each of which has one reading.
  ///
  /// A text is found by four pages of a file, one after the other, and where they are cold each is waited for: a story of thirty events
  /// would wait a hundred times. What is missing in the answer was not found or cannot be read: asked for by itself, it is told why.
  public func lookUp(_ persons: [PersonID], _ texts: [Commitment]) -> LookedUp {
    let queue = LookUpQueue(persons, texts)
    guard queue.count > 1, let identities = try? identities else { return LookedUp() }
    let others = (1..<max(1, min(Self.threadCountMax, queue.count / Self.worthAThread))).map { _ in
      LookUpShare()
    }
    let path = path + "/" + IdentityRegister.fileName
    let threads = others.map { share in
      let thread = SideThread()
      thread.begin {
        guard let identities = try? IdentityRegister(opening: path, .readOnly) else { return }
        share.lookUp(queue, in: identities)
      }
      return thread
    }
    // This thread, which has the register open, begins before the others have.
    let own = LookUpShare()
    own.lookUp(queue, in: identities)
    var found = own.found
    for (thread, share) in zip(threads, others) {
      thread.wait()
      found.identities.merge(share.found.identities) { first, _ in first }
      found.texts.merge(share.found.texts) { first, _ in first }
    }
    return found
  }
}

/// What is to be looked up, for whoever is free to take the next of it.
private final class LookUpQueue: Sendable {
  let persons: [PersonID]
  let texts: [Commitment]
  private let taken = Atomic<Int>(0)

  init(_ persons: [PersonID], _ texts: [Commitment]) {
    (self.persons, self.texts) = (persons, texts)
  }

  var count: Int { persons.count + texts.count }

  /// The place of the next; `nil` when there is none left.
  func next() -> Int? {
    let place = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return place < count ? place : nil
  }
}

/// What one thread finds.
private final class LookUpShare {
  private(set) var found = LookedUp()

  func lookUp(_ queue: LookUpQueue, in identities: IdentityRegister) {
    // Whatever cannot be read is told to whoever asks for it by itself.
    try? identities.reading { () throws(Diagnostic) in
      while let place = queue.next() {
        if place < queue.persons.count {
          let person = queue.persons[place]
          found.identities[person] = try identities.identity(of: person.description)
        } else {
          let text = queue.texts[place - queue.persons.count]
          found.texts[text] = try? Ledger.text(for: text, in: identities)
        }
      }
    }
  }
}
