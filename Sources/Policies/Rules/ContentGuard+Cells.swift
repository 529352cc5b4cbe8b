extension ContentGuard {
  /// One visible character of the text, in a plain form: any decimal digit as 0–9, any dash as `-`, any space as
  /// a space. Invisible marks are left out, so that they hide nothing.
  struct Cell {
    var scalar: Unicode.Scalar
    /// The offsets of its bytes in UTF-8.
    var offset: Int
    var end: Int

    var isDigit: Bool { digit != nil }
    var digit: Int? { (48...57).contains(scalar.value) ? Int(scalar.value - 48) : nil }
    var isLetter: Bool { scalar.properties.isAlphabetic }

    static func cells(of text: String) -> [Cell] {
      var cells: [Cell] = []
      cells.reserveCapacity(text.utf8.count)
      var offset = 0
      for scalar in text.unicodeScalars {
        let end = offset + UTF8.width(scalar)
        if let plain = plain(scalar) { cells.append(Cell(scalar: plain, offset: offset, end: end)) }
        offset = end
      }
      return cells
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
      if scalar.isASCII { return scalar }
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return nil
      case 0x2010...0x2015, 0x2043, 0x207B, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return "-"
      case 0xFF0B, 0xFE62: return "+"
      case 0xFF20, 0xFE6B: return "@"
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return " "
      default: break
      }
      if scalar.properties.generalCategory == .decimalNumber,
        let value = scalar.properties.numericValue, (0...9).contains(value)
      {
        return Unicode.Scalar(UInt8(48 + Int(value)))
      }
      return scalar
    }
  }

  /// A run of digits that is not part of a longer one, and what parts it from the next run.
  struct DigitGroup {
    /// How two runs of digits hang together.
    enum Joint: Hashable {
      case none
      case space
      /// A dash, with or without spaces.
      case dash
      case plus
      case slash
    }

    var start: Int
    var end: Int
    /// What stands between this run and the next one.
    var joint = Joint.none

    var count: Int { end - start }

    static func groups(in cells: [Cell]) -> [DigitGroup] {
      var groups: [DigitGroup] = []
      var index = 0
      while index < cells.count {
        guard cells[index].isDigit else {
          index += 1
          continue
        }
        var end = index
        while end < cells.count, cells[end].isDigit { end += 1 }
        if let last = groups.indices.last {
          groups[last].joint = joint(cells[groups[last].end..<index])
        }
        groups.append(DigitGroup(start: index, end: end))
        index = end
      }
      return groups
    }

    /// At most five characters, of which one mark and the rest spaces.
    private static func joint(_ between: ArraySlice<Cell>) -> Joint {
      guard between.count <= 5 else { return .none }
      var joint = Joint.space
      for cell in between where cell.scalar != " " {
        guard joint == .space else { return .none }
        switch cell.scalar {
        case "-": joint = .dash
        case "+": joint = .plus
        case "/": joint = .slash
        default: return .none
        }
      }
      return joint
    }
  }
}
