import AccessModel
import Transparency

/// The next revision of each stream that was met, in little memory: 24 bytes for a stream, and as much room again at most.
///
/// A stream's name is kept as its hash of 128 bits, under a key that is another in each process. Two streams of one hash would count
/// as one; nobody can bring that about who does not know the key, and it does not happen by chance.
struct StreamRevisions {
  /// What comes next in a stream; an empty place has a revision that no stream waits for, 0.
  fileprivate struct Place {
    var name = KeyedHash.none
    var next: Int64 = 0
  }

  /// The places of streams whose hashes begin alike. Each table grows by itself, so that growing never needs much memory at once.
  fileprivate struct Table {
    var places: [Place] = []
    var count = 0
  }

  private var tables = [Table](repeating: Table(), count: 64)

  private static let key: KeyedHash.Key = {
    var second = Hasher()
    second.combine(1)
    return KeyedHash.Key(
      UInt64(bitPattern: Int64(Hasher().finalize())), UInt64(bitPattern: Int64(second.finalize())))
  }()

  /// The name of a stream in these tables. About 50 ns; on any thread.
  static func name(of stream: StreamID) -> KeyedHash {
    let code = stream.kind.code
    let kind = InlineASCII(
      bytes: UnsafeRawBufferPointer(start: code.utf8Start, count: code.utf8CodeUnitCount))
    // Both have 32 bytes without a gap.
    let name = (kind ?? InlineASCII(), stream.name)
    return withUnsafeBytes(of: name) { KeyedHash(of: $0, under: key) }
  }

  /// The revision that the next event of a stream must have; 0 when none was met.
  func next(of name: KeyedHash) -> Int64 {
    tables[Self.table(of: name)].next(of: name)
  }

  /// Sets the revision that the next event must have, at least 1.
  mutating func setNext(_ next: Int64, of name: KeyedHash) {
    tables[Self.table(of: name)].setNext(next, of: name)
  }

  private static func table(of name: KeyedHash) -> Int { Int(name.high >> 58) }
}

extension StreamRevisions.Table {
  /// Where a stream stands, or would.
  private func place(of name: KeyedHash) -> Int {
    // The low half spreads over all places whatever their number.
    var place = Int(name.low.multipliedFullWidth(by: UInt64(places.count)).high)
    while places[place].next != 0, places[place].name != name {
      place += 1
      if place == places.count { place = 0 }
    }
    return place
  }

  func next(of name: KeyedHash) -> Int64 {
    places.isEmpty ? 0 : places[place(of: name)].next
  }

  mutating func setNext(_ next: Int64, of name: KeyedHash) {
    if count >= places.count - places.count / 5 { grow() }
    let place = place(of: name)
    if places[place].next == 0 { count += 1 }
    places[place] = StreamRevisions.Place(name: name, next: next)
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: StreamRevisions.Place(), count: max(16, old.count + old.count / 2))
    for kept in old where kept.next != 0 { places[place(of: kept.name)] = kept }
  }
}
