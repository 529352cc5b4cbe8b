import Diagnostics
import Transparency

/// Signatures that wait to be checked, many at once on all cores: checking one needs nothing but the key, the bytes and the message.
struct SignatureQueue {
  /// One signature, and what there is to note when it does not hold.
  struct Entry {
    var verifier: SSHSignatureVerifier
    var signature: SSHSignature
    var message: SHA512.Digest
    var damage: Damage
  }

  private var entries: [Entry] = []
  private let crew = Crew(helpers: Crew.usefulHelpers)

  /// How many wait before they are checked.
  static let countMax = 2_048
  /// How many a thread takes at a time.
  private static let pieceCount = 16

  var isFull: Bool { entries.count >= Self.countMax }

  mutating func add(_ entry: Entry) { entries.append(entry) }

  /// Checks all that wait.
  ///
  /// - Returns: how many hold, and what is noted of the others, in their order.
  /// - Throws: `KEY-09` when the library fails.
  mutating func check() throws -> (goodCount: Int, damage: [Damage]) {
    let entries = self.entries
    self.entries.removeAll(keepingCapacity: true)
    guard !entries.isEmpty else { return (0, []) }
    let outcomes = UnsafeMutableBufferPointer<Result<Bool, Diagnostic>>.allocate(
      capacity: entries.count)
    outcomes.initialize(repeating: .success(false))
    defer {
      outcomes.deinitialize()
      outcomes.deallocate()
    }
    let pieces = (entries.count + Self.pieceCount - 1) / Self.pieceCount
    try crew.work(on: pieces) { piece in
      let begin = piece * Self.pieceCount
      for index in begin..<min(entries.count, begin + Self.pieceCount) {
        let entry = entries[index]
        outcomes[index] = Result { () throws(Diagnostic) in
          try entry.verifier.isValid(entry.signature, over: entry.message)
        }
      }
    } meanwhile: {
    }
    var damage: [Damage] = []
    for (index, outcome) in outcomes.enumerated() where try !outcome.get() {
      damage.append(entries[index].damage)
    }
    return (entries.count - damage.count, damage)
  }
}
