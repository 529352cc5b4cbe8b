import Chronology

/// What is to happen, in the order of time; of things at the same moment, what was planned first.
struct Agenda {
  private struct Entry {
    var at: Instant
    var number: Int
    var act: () throws -> Void

    func comesBefore(_ other: Entry) -> Bool { (at, number) < (other.at, other.number) }
  }

  private var heap: [Entry] = []
  private var planned = 0

  mutating func plan(_ at: Instant, _ act: @escaping () throws -> Void) {
    planned += 1
    heap.append(Entry(at: at, number: planned, act: act))
    var child = heap.count - 1
    while child > 0, heap[child].comesBefore(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes the next thing out, unless it comes at `end` or later.
  mutating func next(before end: Instant) -> (at: Instant, act: () throws -> Void)? {
    guard let first = heap.first, first.at < end else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2]
        where child < heap.count && heap[child].comesBefore(heap[least]) {
          least = child
        }
        if least == parent { break }
        heap.swapAt(parent, least)
        parent = least
      }
    }
    return (first.at, first.act)
  }
}
