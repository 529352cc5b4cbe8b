import AccessLedger
import CommandLineTool
import Glibc

// Measures, in one process, what `tools/bench` cannot measure from outside:
//
//   liggare-bench fold LEDGER MOMENT                   replay without proof: every event folded, nothing hashed
//   liggare-bench root LEDGER                          every line read by the grammar and hashed, nothing folded
//   liggare-bench checks LEDGER PAIRS MOMENT           point checks: person TAB entitlement, one to a line
//   liggare-bench commits LEDGER KEY COUNT WRITERS     durable, signed commands by so many threads
//   liggare-bench synthesise LEDGER KEY EVENTS SEED    events of a made-up register behind those of a new ledger, signed in batches
//
// Each prints one JSON object: how long the work itself took, how much it was, and what it came to, so that another program that does
// the same can be asked whether it came to the same. MOMENT is YYYY-MM-DDThh:mm:ss.sssZ.

func measure(_ words: [String]) throws -> Figures {
  switch (words.first, words.count) {
  case ("fold"?, 3): try FoldRun(ledger: words[1], moment: instant(words[2])).run()
  case ("root"?, 2): try RootRun(ledger: words[1]).run()
  case ("checks"?, 4):
    try CheckRun(ledger: words[1], pairs: words[2], moment: instant(words[3])).run()
  case ("commits"?, 5):
    try CommitRun(
      ledger: words[1], key: words[2], count: number(words[3]), writers: number(words[4])
    ).run()
  case ("synthesise"?, 5):
    try SynthesisRun(
      ledger: words[1], key: words[2], events: number(words[3]), seed: number(words[4])
    ).run()
  default: throw BenchError.usage
  }
}

do {
  let words = Console.arguments().map { String(decoding: $0, as: UTF8.self) }
  print(try measure(words).json)
} catch BenchError.usage {
  _ = Console.standard.write(
    Array(
      """
      usage: liggare-bench fold LEDGER MOMENT | root LEDGER | checks LEDGER PAIRS MOMENT
             | commits LEDGER KEY COUNT WRITERS | synthesise LEDGER KEY EVENTS SEED

      """.utf8), .messages)
  exit(ExitStatus.usage.rawValue)
} catch {
  _ = Console.standard.write(Array("liggare-bench: \(error)\n".utf8), .messages)
  exit(1)
}
