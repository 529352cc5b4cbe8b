import AccessLedger
import Chronology
import CommandLineTool
import Glibc

// Plays the history of a made-up municipality into a new ledger:
//
//   liggare-sample FOLDER --profile xs|s [--years N] [--from YYYY-MM-DD] [--seed N] [--answers FILE]
//     [--key FILE] [--nights once|twice|gaps [--stale]]
//
// The history holds to the rules. With --answers, defects are put in as well, and FILE says which: one JSON object a line. With --nights,
// the jobs of each night run, reviews are answered, and FILE says which flags they raise, and when; --stale puts neglect in for them to
// find. With --key, FILE gets the private key of the custodian, P-1. The same words give the same bytes. The keys follow from the seed, so that
// what it makes is for show.

struct Usage: Error {}

func parse(_ words: [String]) throws -> (folder: String, options: [String: String]) {
  var folder: String?
  var options: [String: String] = [:]
  var index = 0
  while index < words.count {
    let word = words[index]
    if word == "--stale" {
      options[word] = ""
      index += 1
    } else if ["--profile", "--years", "--from", "--seed", "--answers", "--key", "--nights"]
      .contains(word),
      index + 1 < words.count
    {
      options[word] = words[index + 1]
      index += 2
    } else if folder == nil, !word.hasPrefix("-") {
      folder = word
      index += 1
    } else {
      throw Usage()
    }
  }
  guard let folder else { throw Usage() }
  return (folder, options)
}

func write(_ text: String, to path: String) throws {
  guard let file = fopen(path, "wx") else {
    throw SampleError(text: "\(path) cannot be made: \(String(cString: strerror(errno)))")
  }
  let isWritten = fputs(text, file) >= 0
  guard fclose(file) == 0, isWritten else {
    throw SampleError(text: "\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}

do {
  let (folder, options) = try parse(Console.arguments().map { String(decoding: $0, as: UTF8.self) })
  guard let profile = Profile.named(options["--profile"] ?? "xs"),
    let years = Int(options["--years"] ?? "3"), (1...20).contains(years),
    let seed = UInt64(options["--seed"] ?? "1"),
    let day = Day(options["--from"] ?? "2022-01-03")
  else { throw Usage() }
  let way = options["--nights"].flatMap { Nights.Way(rawValue: $0) }
  guard (way == nil) == (options["--nights"] == nil), way != nil || options["--stale"] == nil
  else { throw Usage() }
  let begin = Instant(milliseconds: Int64(day.number) * 86_400_000 + 6 * 3_600_000)
  let source = SeededSource(seed: seed)
  let clerk = try Clerk(
    folder: folder, organisation: "Exempelkommun", from: begin, source: source,
    salts: way == nil ? source : SeededSource(seed: ~seed))
  let municipality = Municipality(
    clerk, source, profile, from: begin, until: begin.later(days: 365 * years))
  municipality.nights = way.map { Nights(municipality, $0) }
  try municipality.found()
  try municipality.nights?.plan()
  try municipality.planYears()
  let defects = Defects(municipality)
  if municipality.nights == nil, options["--answers"] != nil { defects.plan() }
  if let nights = municipality.nights, options["--stale"] != nil {
    try Neglect(defects, nights).plan()
  }
  try municipality.play()
  var said = "\"events\":\(clerk.eventCount),\"until\":\"\(municipality.end)\""
  if let nights = municipality.nights {
    said += ",\"nights\":\(nights.ranCount),\"repeated\":\(nights.repeatedCount)"
  }
  if let path = options["--key"] {
    try write(String(decoding: clerk.custodianKeyFile, as: UTF8.self), to: path)
    chmod(path, 0o600)
  }
  if let path = options["--answers"] {
    let lines =
      municipality.nights.map { nights in nights.flags.map { $0.line(nights.calendar) } }
      ?? defects.answers.map(\.line)
    try write(lines.joined(), to: path)
  }
  _ = Console.standard.write(Array("{\(said)}\n".utf8), .output)
} catch is Usage {
  _ = Console.standard.write(
    Array(
      "usage: liggare-sample FOLDER --profile xs|s [--years N] [--from YYYY-MM-DD] [--seed N] [--answers FILE] [--key FILE] [--nights once|twice|gaps [--stale]]\n"
        .utf8), .messages)
  exit(ExitStatus.usage.rawValue)
} catch let error as SampleError {
  _ = Console.standard.write(Array("\(error.text)\n".utf8), .messages)
  exit(1)
}
