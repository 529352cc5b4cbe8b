extension CalendarDuration: CustomStringConvertible {
  /// Reads the one written form, `PnYnMnWnDTnHnMnS`; `nil` for anything else. It is ISO 8601-1's
  /// duration with designators, and has weeks beside other parts as ISO 8601-2 allows.
  ///
  /// Parts stand in order, each at most once, as whole numbers up to `partMax`. A part that is zero
  /// is left out and a number has no leading zero, so that a duration has one text and a text one
  /// duration: `P0D` is the only way to write no length at all.
  public init?(_ text: String) {
    // Seven parts of nine digits and a designator, `P` and `T`.
    guard text.utf8.count <= 72 else { return nil }
    if text == "P0D" {
      self = .zero
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "P") else { return nil }
    var parts = [0, 0, 0, 0, 0, 0, 0]
    var index = 1
    for (place, designator) in Self.designators.enumerated() {
      if place == 4 {
        guard index < bytes.count else { break }
        // Only a time part may follow now, and `T` promises one.
        guard bytes[index] == UInt8(ascii: "T"), index + 1 < bytes.count else { return nil }
        index += 1
      }
      var end = index
      var value = 0
      while end < bytes.count, end - index < 9, bytes[end] >= 48, bytes[end] <= 57 {
        value = value * 10 + Int(bytes[end] - 48)
        end += 1
      }
      guard end > index, end < bytes.count, bytes[end] == designator else { continue }
      guard bytes[index] != 48 else { return nil }
      parts[place] = value
      index = end + 1
    }
    // What was passed over belongs to no part, or to one that had its turn.
    guard index == bytes.count, index > 1 else { return nil }
    self.init(
      years: parts[0], months: parts[1], weeks: parts[2], days: parts[3],
      hours: parts[4], minutes: parts[5], seconds: parts[6])
  }

  private static let designators: [UInt8] = Array("YMWDHMS".utf8)

  /// The one written form; `P0D` for no length at all.
  public var description: String {
    guard self != .zero else { return "P0D" }
    func written(_ parts: [(Int, String)]) -> String {
      parts.filter { $0.0 != 0 }.map { "\($0.0)\($0.1)" }.joined()
    }
    let date = written([(years, "Y"), (months, "M"), (weeks, "W"), (days, "D")])
    let time = written([(hours, "H"), (minutes, "M"), (seconds, "S")])
    return time.isEmpty ? "P\(date)" : "P\(date)T\(time)"
  }
}
