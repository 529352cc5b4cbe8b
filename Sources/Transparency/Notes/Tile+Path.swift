extension Tile {
  /// Reads a path in its one form; nothing when it is another file's.
  public init?(path: String) {
    var parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].elementsEqual("tile".utf8),
      let level = NoteNumber.read(parts[1]), level < 8
    else { return nil }
    var count = Int(Self.width)
    if parts[parts.count - 2].ends(with: ".p".utf8) {
      guard let partial = NoteNumber.read(parts[parts.count - 1]), (1...255).contains(partial)
      else { return nil }
      count = Int(partial)
      parts.removeLast()
      parts[parts.count - 1] = parts[parts.count - 1].dropLast(2)
    }
    var index: UInt64 = 0
    for group in parts[2...] {
      let digits = group.suffix(3)
      guard index < 1 << 48, let number = UInt64(String(decoding: digits, as: UTF8.self)) else {
        return nil
      }
      index = index * 1000 + number
    }
    self.init(level: Int(level), index: index, count: count)
    // Other spellings of the same place are not the tile.
    guard self.path == path else { return nil }
  }
}

extension Substring.UTF8View {
  fileprivate func ends(with other: String.UTF8View) -> Bool {
    suffix(other.count).elementsEqual(other)
  }
}
