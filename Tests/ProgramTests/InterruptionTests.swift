import Foundation
import Testing

/// A writer that is killed, wherever it is.
@Suite struct InterruptionTests {
  /// What was asked of one run that may have been killed.
  private struct Attempt {
    var user: String
    var ending: SystemProcess.Ending

    var isAcknowledged: Bool {
      ending.status == 0 && ending.output.hasPrefix("Recorded at position")
    }
  }

  @Test func `killed before any call that changes a file, a writer loses nothing it confirmed`()
    throws
  {
    let office = try Office()
    let calls = "pwrite64,fdatasync,fsync,rename,link,unlink,ftruncate,flock,write,mkdir,rmdir"
    var attempts: [Attempt] = []
    var number = 0
    // Until the command does so few of these calls that none is left to be killed at.
    repeat {
      number += 1
      attempts.append(
        try killed(office, "call.\(number)", at: number, of: calls))
      try expectSound(office, after: attempts)
    } while attempts.last?.isAcknowledged == false && number < 100
    #expect((30..<100).contains(number))
    #expect(attempts.filter(\.isAcknowledged).count == 1)
  }

  @Test func `killed before any call of the system, a writer loses nothing it confirmed`() throws {
    let office = try Office()
    var random = SeededRandom(seed: 1)
    var attempts: [Attempt] = []
    for number in 0..<45 {
      // The program's own calls come after some 250 of the loader's.
      let place = 1 + random.below(random.once(in: 6) ? 250 : 600)
      attempts.append(try killed(office, "any.\(number)", at: place, of: "all"))
      try expectSound(office, after: attempts)
    }
    let acknowledged = attempts.filter(\.isAcknowledged).count
    #expect(acknowledged > 0 && acknowledged < 40, "the kills missed: \(acknowledged)")
  }

  @Test func `two hundred writers killed at any time lose nothing they confirmed`() throws {
    let office = try Office()
    var random = SeededRandom(seed: 2)
    var attempts: [Attempt] = []
    // How long a command takes depends on the machine and its load: the delays follow what survives.
    var longest = 30_000
    for number in 0..<200 {
      let user = "time.\(number)"
      let digits = "\(1_000 + random.below(longest))"
      let delay = "0." + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
      let ending = try office.run(
        ["timeout", "--signal=KILL", delay, "liggare"] + registering(user))
      longest = min(900_000, ending.status == 0 ? longest * 9 / 10 : longest * 11 / 10)
      attempts.append(Attempt(user: user, ending: ending))
      if number % 10 == 9 { try expectSound(office, after: attempts) }
    }
    let acknowledged = attempts.filter(\.isAcknowledged).count
    #expect(acknowledged > 0 && acknowledged < 200, "the kills missed: \(acknowledged)")
  }

  private func registering(_ user: String) -> [String] {
    [
      "person", "register", "Person \(user)", "--unit", "U-2", "--user", user, "--reason",
      "Begins work here",
    ]
  }

  private func killed(
    _ office: Office, _ user: String, at number: Int, of calls: String
  ) throws -> Attempt {
    let ending = try office.run(
      [
        "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(calls)", "-e",
        "inject=\(calls):signal=SIGKILL:when=\(number)", "liggare",
      ] + registering(user))
    #expect([0, 137].contains(ending.status), "\(ending)")
    return Attempt(user: user, ending: ending)
  }

  /// The ledger can be read as it was left, is sound after the next command, and holds each command whole or not at all.
  private func expectSound(_ office: Office, after attempts: [Attempt]) throws {
    let last = attempts.last?.user ?? ""
    let left = try office.verify()
    #expect([0, 20].contains(left.status), "after \(last)")
    let units = try office.liggare("unit", "list")
    #expect(units.status == 0, "after \(last): \(units.error)")
    let next = try office.liggare(
      "unit", "register", "Unit \(last)", "--kind", "unit", "--parent", "U-2")
    #expect(next.status == 0, "after \(last): \(next.error)")
    // What was cut off of the publishing, this command has made up for.
    let published = try office.script(
      "sed -n 2p ledger/public/checkpoint; cut -d ' ' -f 2 ledger/head")
    #expect(Set(published.output.split(separator: "\n")).count == 1, "after \(last): \(published)")
    let verified = try office.verify()
    #expect(verified.status == 0, "after \(last)")
    let people = try office.liggare("person", "list", "--format", "tsv", "--no-header")
    #expect(people.status == 0, "after \(last): \(people.error)")
    let rows = people.output.split(separator: "\n").map { $0.split(separator: "\t") }
    for attempt in attempts {
      let found = rows.filter { $0.contains(Substring(attempt.user)) }.count
      #expect(attempt.isAcknowledged ? found == 1 : found <= 1, "\(attempt.user) after \(last)")
    }
    // Nobody is known to the log and not to the register of names.
    #expect(rows.allSatisfy { $0.count > 2 && !$0[1].isEmpty }, "after \(last)")
  }
}
