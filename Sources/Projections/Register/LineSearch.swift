import AccessModel
import Chronology

/// Some of the grants that a snapshot keeps, and any others, by index: a bit for each of the first.
struct GrantSet {
  let indexes: [Int32]
  private var bits: [UInt64] = []

  init(_ indexes: Set<Int32>, of count: Int) {
    self.indexes = indexes.sorted()
    guard !indexes.isEmpty else { return }
    bits = [UInt64](repeating: 0, count: count / 64 + 1)
    for index in indexes where index < count { bits[Int(index) / 64] |= 1 << UInt64(index % 64) }
  }

  var isEmpty: Bool { indexes.isEmpty }

  @inline(__always)
  func contains(_ index: Int32) -> Bool {
    let place = Int(index) / 64
    return index >= 0 && place < bits.count && bits[place] >> UInt64(index % 64) & 1 == 1
  }
}

/// Finds which of the lines of a list are in effect: by groups, and by spans where not all of a group are.
struct SpanSearch {
  private let spans: KeptSpans
  private let list: SpanListPlace
  private let groups: UnsafeRawBufferPointer
  private let moment: Int64
  private let touched: GrantSet
  /// Where the lines in effect stand, in order; two never touch.
  private(set) var runs: [Range<Int>] = []
  /// The grants that have to be asked for by the moment, by index.
  private(set) var unclear: [Int32] = []

  init(
    _ spans: KeptSpans, _ groups: UnsafeRawBufferPointer, at moment: Instant,
    besides touched: GrantSet
  ) {
    self.spans = spans
    list = spans.place.present
    self.groups = groups
    self.moment = moment.milliseconds
    self.touched = touched
  }

  /// - Returns: whether everything looked at was as it was written.
  mutating func run() -> Bool {
    var open: [Int] = []
    var begin = 0
    for place in 0..<list.groupCount {
      let group = KeptGroup(groups, at: place)
      guard group.line >= begin, group.line <= Int(list.lineByteCount) else {
        spans.bytes.noteDamage()
        return false
      }
      begin = group.line
      if !isWhole(group) { open.append(place) }
    }
    spans.bytes.expect(open.map { list.range(of: list.members(of: $0)) })
    var next = 0
    for place in open {
      // What lies between is in effect as it stands.
      take(line(of: next)..<line(of: place))
      guard look(at: place) else { return false }
      next = place + 1
    }
    take(line(of: next)..<Int(list.lineByteCount))
    return true
  }

  /// Whether all of a group have effect, and none was touched.
  private func isWhole(_ group: KeptGroup) -> Bool {
    touched.isEmpty && group.since <= moment && moment < group.until
  }

  /// Where the lines of a group begin; where all end, for the group after the last.
  private func line(of place: Int) -> Int {
    place < list.groupCount ? KeptGroup(groups, at: place).line : Int(list.lineByteCount)
  }

  private mutating func look(at place: Int) -> Bool {
    let members = list.members(of: place)
    guard let heads = spans.bytes(list.range(of: members)) else { return false }
    var begin = line(of: place)
    for member in 0..<members.count {
      let head = KeptSpanHead(heads, at: member)
      let end = begin + head.lineByteCount
      if head.since <= moment, moment < head.until, !touched.contains(head.index) {
        if head.isWhole { take(begin..<end) } else { unclear.append(head.index) }
      }
      begin = end
    }
    guard begin == line(of: place + 1) else {
      spans.bytes.noteDamage()
      return false
    }
    return true
  }

  @inline(__always)
  private mutating func take(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = runs.last, last.upperBound == range.lowerBound {
      runs[runs.count - 1] = last.lowerBound..<range.upperBound
    } else {
      runs.append(range)
    }
  }
}

/// A line with its first eight bytes as a number, which mostly tells which of two comes first.
struct OrderedLine {
  private let lead: UInt64
  let bytes: UnsafeRawBufferPointer

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    guard bytes.count < 8 else {
      lead = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
      return
    }
    var lead: UInt64 = 0
    for place in 0..<8 { lead = lead << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0) }
    self.lead = lead
  }

  /// Whether it comes before another by the bytes, in which a tab and a line feed come before every byte of an identifier.
  @inline(__always)
  func comesBefore(_ other: OrderedLine) -> Bool {
    lead != other.lead ? lead < other.lead : bytes.lexicographicallyPrecedes(other.bytes)
  }
}

/// Goes through the lines of a list to where others belong; those are asked for in order.
struct LineCursor {
  private let spans: KeptSpans
  private let list: SpanListPlace
  private let groups: UnsafeRawBufferPointer
  private let lines: UnsafeRawBufferPointer
  /// The group, the spans of it once they are needed, which of them is next, and where its line begins.
  private var group = 0
  private var heads: UnsafeRawBufferPointer?
  private var member = 0
  private var place = 0

  init(_ spans: KeptSpans, _ groups: UnsafeRawBufferPointer, _ lines: UnsafeRawBufferPointer) {
    self.spans = spans
    list = spans.place.present
    self.groups = groups
    self.lines = lines
  }

  /// Where the first line begins that comes after another line, which does not come before that asked for last.
  mutating func place(after line: OrderedLine) -> Int {
    while group + 1 < list.groupCount,
      !line.comesBefore(self.line(from: KeptGroup(groups, at: group + 1).line))
    {
      group += 1
      (heads, member, place) = (nil, 0, KeptGroup(groups, at: group).line)
    }
    let members = list.members(of: group)
    heads = heads ?? spans.bytes(list.range(of: members))
    guard let heads else { return place }
    while member < members.count, place < lines.count, !line.comesBefore(self.line(from: place)) {
      place += KeptSpanHead(heads, at: member).lineByteCount
      member += 1
    }
    return min(place, lines.count)
  }

  /// The line at a place, with what follows it: no two lines are the same, so that they differ before one ends.
  @inline(__always)
  private func line(from place: Int) -> OrderedLine {
    OrderedLine(UnsafeRawBufferPointer(rebasing: lines[place...]))
  }
}

/// Puts lines that stand elsewhere between those of a list.
struct LineWeaving {
  private(set) var parts: [UnsafeRawBufferPointer] = []
  private let lines: UnsafeRawBufferPointer
  private var cursor: LineCursor

  init(_ lines: UnsafeRawBufferPointer, cursor: LineCursor) {
    self.lines = lines
    self.cursor = cursor
  }

  /// - Parameters:
  ///   - runs: the lines of the list that count, in order.
  ///   - others: the others, in order.
  mutating func weave(_ runs: [Range<Int>], with others: [OrderedLine]) {
    parts.reserveCapacity(runs.count + 2 * others.count)
    var next = 0
    var begin = runs.first?.lowerBound ?? 0
    for other in others {
      let place = cursor.place(after: other)
      while next < runs.count, runs[next].lowerBound < place {
        let end = min(place, runs[next].upperBound)
        append(begin..<end)
        begin = end
        guard end == runs[next].upperBound else { break }
        next += 1
        if next < runs.count { begin = runs[next].lowerBound }
      }
      parts.append(other.bytes)
    }
    while next < runs.count {
      append(begin..<runs[next].upperBound)
      next += 1
      if next < runs.count { begin = runs[next].lowerBound }
    }
  }

  @inline(__always)
  private mutating func append(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    parts.append(UnsafeRawBufferPointer(rebasing: lines[range]))
  }
}
