import AccessLedger
import Chronology
import CommandLineTool
import Glibc
import Transparency

// Liggare with a clock that stands still and a random source that repeats, for the worked example and for tests:
//
//   liggare-rehearsal INSTANT SEED WORD…
//
// runs `liggare WORD…` as if it were INSTANT, drawing “random” bytes from SEED. The same words on the same ledger give the
// same bytes. What it makes is for show: whoever knows the seed knows the keys. The program itself has no such switches.

/// Bytes that follow from a seed: SHA-256 over the seed and a counter.
final class Repeating {
  private let seed: [UInt8]
  private var counter: UInt64 = 0
  private var pool: [UInt8] = []

  init(seed: [UInt8]) {
    self.seed = seed
  }

  func bytes(_ count: Int) -> [UInt8] {
    while pool.count < count {
      pool += Array(SHA256.digest(of: seed + Array("/\(counter)".utf8)).bytes)
      counter += 1
    }
    defer { pool.removeFirst(count) }
    return Array(pool.prefix(count))
  }
}

let words = Console.arguments()
guard words.count >= 2, let instant = Instant(String(decoding: words[0], as: UTF8.self)) else {
  _ = Console.standard.write(
    Array("usage: liggare-rehearsal YYYY-MM-DDThh:mm:ss.sssZ SEED WORD…\n".utf8), .messages)
  exit(ExitStatus.usage.rawValue)
}
let source = Repeating(seed: words[1])
let ambient = Ambient(now: { instant }, randomBytes: { source.bytes($0) })
exit(
  Tool.run(
    Array(words.dropFirst(2)), environment: Console.environment(), console: .standard,
    ambient: ambient
  ).rawValue)
