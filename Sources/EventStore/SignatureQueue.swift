import Transparency

/// Signatures that wait to be checked, many at once on all cores: checking one needs nothing but the key, the bytes and the message.
struct SignatureQueue {
  /// One signature, and what there is to tell when it does not hold.
  struct Entry {
    var verifier: SSHSignatureVerifier
    var signature: SSHSignature
    var message: Message
    var key: KeyFingerprint
    var positions: ClosedRange<UInt64>
    var segment: UInt64
    var byteOffset: Int

    /// What it is over.
    enum Message {
      /// The events of some lines of one piece, which most batches are.
      case lines(LinePiece, Range<Int>)
      case whole(BatchMessage)

      /// How many bytes are to be hashed.
      var waitingByteCount: Int {
        switch self {
        case .lines(let piece, let places):
          piece.offset(ofLine: places.upperBound) - piece.offset(ofLine: places.lowerBound)
        case .whole(let message): message.waitingByteCount
        }
      }

      func digest() -> SHA512.Digest {
        switch self {
        case .lines(let piece, let places):
          var hash = SHA512()
          for place in places { hash.update(line: piece.lines[place].event) }
          return hash.digest
        case .whole(let message): return message.digest()
        }
      }
    }

    var damage: Damage {
      Damage(
        DamageCode.signature, positions: positions, segment: segment, byteOffset: byteOffset,
        detail: "\(key)")
    }
  }

  private var entries: [Entry] = []

  /// How many wait before they are checked, where they are not checked beside something else.
  static let countMax = 2_048

  var isFull: Bool { entries.count >= Self.countMax }
  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ entry: Entry) { entries.append(entry) }

  /// All that wait; they wait no longer.
  mutating func takeAll() -> SignatureRound {
    let round = SignatureRound(entries)
    entries = []
    // As many will come again.
    entries.reserveCapacity(round.count)
    return round
  }
}

/// Signatures that are being checked, in portions that any thread may take.
final class SignatureRound: @unchecked Sendable {
  // Unchecked because each portion writes its own places of the outcomes, and they are read when all are done.
  private let entries: [SignatureQueue.Entry]
  private let areGood: UnsafeMutableBufferPointer<Bool>
  /// The portions, those with the longest messages first, so that none of these is begun last.
  private let portions: [Range<Int>]

  /// How many a thread takes at a time, and after how many bytes of messages it takes no more.
  private static let portionCount = 8
  private static let portionBytes = 1 << 18

  init(_ entries: [SignatureQueue.Entry]) {
    self.entries = entries
    areGood = .allocate(capacity: entries.count)
    areGood.initialize(repeating: false)
    var portions: [(range: Range<Int>, byteCount: Int)] = []
    for index in entries.indices {
      let byteCount = entries[index].message.waitingByteCount
      if let last = portions.last, last.range.count < Self.portionCount,
        last.byteCount + byteCount <= Self.portionBytes
      {
        portions[portions.count - 1] = (
          last.range.lowerBound..<index + 1, last.byteCount + byteCount
        )
      } else {
        portions.append((index..<index + 1, byteCount))
      }
    }
    self.portions = portions.sorted { $0.byteCount > $1.byteCount }.map(\.range)
  }

  deinit { areGood.deallocate() }

  var count: Int { entries.count }
  var portionCount: Int { portions.count }

  /// Checks the signatures of a portion; on any thread, each portion once.
  func check(_ portion: Int) {
    for index in portions[portion] {
      // An entry is not copied: each of its parts would be counted by two threads.
      areGood[index] = entries[index].verifier.isValid(
        entries[index].signature, over: entries[index].message.digest())
    }
  }

  /// How many hold, and what is noted of the others, in the order of the log; when all portions have been checked.
  var verdict: (goodCount: Int, damage: [Damage]) {
    var damage: [Damage] = []
    for (index, isGood) in areGood.enumerated() where !isGood {
      damage.append(entries[index].damage)
    }
    return (entries.count - damage.count, damage)
  }
}
