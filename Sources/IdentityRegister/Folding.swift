/// What makes two spellings of a name or a login the same: case, composed letters and spaces do not count.
///
/// `ÅSA  Öberg`, `åsa öberg` and the same with separate combining marks all fold to `åsa öberg`. The letters
/// å, ä, ö, é and ü stay themselves: in Swedish they are no variants of a, o, e and u.
enum Folding {
  /// The folded form.
  static func fold(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpacePending = !scalars.isEmpty
        continue
      }
      // Soft hyphens, zero-width marks and variation selectors come along when names are copied.
      if scalar.properties.isDefaultIgnorableCodePoint { continue }
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        if !isSpacePending, let last = scalars.last, let composed = compose(last, lower) {
          scalars.removeLast()
          scalars.append(composed)
        } else {
          if isSpacePending { scalars.append(" ") }
          isSpacePending = false
          scalars.append(lower)
        }
      }
    }
    return String(scalars)
  }

  /// A 64-bit digest of a folded word (FNV-1a), by which it is looked up; the word itself is compared after.
  static func digest(_ folded: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in folded.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return Int64(bitPattern: hash)
  }

  /// The letter of Latin-1 that a base letter and a combining mark make up; `nil` when there is none.
  private static func compose(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x300...0x327).contains(mark.value) else { return nil }
    let letters: [(Unicode.Scalar, Unicode.Scalar)]
    switch mark.value {
    case 0x300: letters = [("a", "à"), ("e", "è"), ("i", "ì"), ("o", "ò"), ("u", "ù")]
    case 0x301: letters = [("a", "á"), ("e", "é"), ("i", "í"), ("o", "ó"), ("u", "ú"), ("y", "ý")]
    case 0x302: letters = [("a", "â"), ("e", "ê"), ("i", "î"), ("o", "ô"), ("u", "û")]
    case 0x303: letters = [("a", "ã"), ("n", "ñ"), ("o", "õ")]
    case 0x308: letters = [("a", "ä"), ("e", "ë"), ("i", "ï"), ("o", "ö"), ("u", "ü"), ("y", "ÿ")]
    case 0x30A: letters = [("a", "å")]
    case 0x327: letters = [("c", "ç")]
    default: return nil
    }
    return letters.first { $0.0 == base }?.1
  }
}

extension Identity {
  /// The folded words that name this person exactly, each once.
  var exactWords: Set<String> {
    var words: Set<String> = [Folding.fold(person), Folding.fold(name)]
    for word in [userName, employeeNumber, email] {
      if let word { words.insert(Folding.fold(word)) }
    }
    return words
  }
}
