import AccessModel
import Chronology

/// Facts by when they hold.
extension Array {
  /// What holds at a moment, in the order in which it came to hold; of equals, in the order of record.
  func inForce(at moment: Instant, by fact: (Element) -> Fact) -> [Element] {
    if isEmpty { return [] }
    return filter { fact($0).effective <= moment }.enumerated()
      .sorted {
        let (one, other) = (fact($0.element).effective, fact($1.element).effective)
        return one == other ? $0.offset < $1.offset : one < other
      }.map(\.element)
  }

  /// Of what holds from a moment on, that which holds at `moment`: the latest effective, and of those the last recorded.
  func latest(at moment: Instant, by fact: (Element) -> Fact) -> Element? {
    var found: Element?
    for element in self where fact(element).effective <= moment {
      if let present = found, fact(present).effective > fact(element).effective { continue }
      found = element
    }
    return found
  }
}
