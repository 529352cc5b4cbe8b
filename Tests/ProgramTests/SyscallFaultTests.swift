import Foundation
import Testing

/// Faults of the system at every call that the program makes on its ledger.
@Suite struct SyscallFaultTests {
  /// Whether every fault is tried at every call. A short run tries one of them at each.
  static let isWhole = ProcessInfo.processInfo.environment["LIGGARE_FAULTS"] == "all"

  private static let command = [
    "unit", "register", "Faulted", "--kind", "unit", "--parent", "U-2", "--reason", "A new duty",
  ]

  /// A command without a text, which the identity register does not keep.
  private static let textless = ["role", "assign", "helpdesk", "eva.lind"]

  private func tryAll(_ command: FaultedCommand, _ name: String, every stride: Int) throws {
    let calls = try command.calls()
    var wrong: [String] = []
    for (index, call) in calls.enumerated() {
      let faults = SyscallFault.allCases.filter { $0.occurs(at: call) }
      if Self.isWhole {
        for fault in faults { wrong += try command.faults(fault, at: call) }
      } else if index % stride == 0 {
        wrong += try command.faults(faults[index / stride % faults.count], at: call)
      }
    }
    print(
      "system calls, \(name): \(calls.count) calls, \(command.runs) faults, "
        + "\(command.outcomes), wrong: \(wrong.count)")
    #expect(wrong.isEmpty, "\(wrong.prefix(5).joined(separator: "\n"))")
    #expect(calls.count > 80 && command.runs > 20)
  }

  @Test func `a fault at any call ends in an error with a code or in what was asked`() throws {
    let command = try FaultedCommand(try Office(), Self.command, mark: "Faulted")
    try tryAll(command, "a command", every: 2)
  }

  @Test func `a fault at any call while the reserve and the leaf hashes are made again is none`()
    throws
  {
    let office = try Office()
    for name in ["reserve", "segments/000000000000.leaves"] {
      try FileManager.default.removeItem(atPath: "\(office.ledger)/\(name)")
    }
    let command = try FaultedCommand(office, Self.command, mark: "Faulted")
    try tryAll(command, "a command that makes derived files", every: 7)
  }

  @Test(.enabled(if: isWhole), arguments: ["person", "system", "entitlement"])
  func `a fault at any call of other commands ends no other way`(_ subject: String) throws {
    let words: [String: [String]] = [
      "person": ["register", "Fia Faulted", "--unit", "U-2", "--user", "fia.faulted"],
      "system": ["register", "Faulted", "--owner", "U-2", "--operative-owner", "kim.ahl"],
      "entitlement": ["define", "S-1/faulted", "--name", "Faulted", "--description", "Nothing"],
    ]
    let office = try Office()
    let mark = ["person": "fia.faulted", "entitlement": "S-1/faulted"][subject] ?? "Faulted"
    let question = subject == "entitlement" ? ["log"] : [subject, "list"]
    let command = try FaultedCommand(
      office, [subject] + (words[subject] ?? []), mark: mark, in: question)
    try tryAll(command, "\(subject) \(words[subject]?.first ?? "")", every: 1)
  }

  @Test func `a write that the system makes shorter is refused whole, whatever its length`() throws
  {
    // The limit of a file's size cuts a write short at exactly that byte, and refuses the next one:
    // the kernel does so itself, so that what a short write leaves is what the disk has.
    let office = try Office()
    let segment = try Office.bytes(office.segment).count
    let command = try FaultedCommand(office, Self.textless, mark: "D-9", in: ["role", "list"])
    var outcomes: [String: Int] = [:]
    let stride = Self.isWhole ? 1 : 61
    for limit in Swift.stride(from: segment - 10, through: segment + 900, by: stride) {
      try command.restore()
      let ending = try office.script(
        "trap '' XFSZ; exec prlimit --fsize=\(limit) liggare \(Self.textless.joined(separator: " "))"
      )
      let code = ending.error.firstMatch(of: /(?m)^([A-Z]{3}-\d+):/)?.1
      outcomes[ending.status == 0 ? "kept" : String(code ?? "no code"), default: 0] += 1
      let wrong = try command.faultsAfterwards(ending.status == 0)
      #expect(wrong.isEmpty && (ending.status == 0 || code != nil), "\(limit): \(ending) \(wrong)")
    }
    print("short writes: \(outcomes)")
    #expect((outcomes["LOG-10"] ?? 0) > 2 && (outcomes["kept"] ?? 0) > 0)
  }

  @Test func `a fault at any call while a torn tail is put aside loses nothing either`() throws {
    let office = try Office()
    let sound = try Office.bytes(office.segment)
    let last = try #require(office.lines().last)
    try office.write(sound + last.dropLast(20), to: office.segment)
    let command = try FaultedCommand(office, Self.command, mark: "Faulted")
    try tryAll(command, "a command on a torn tail", every: 5)
  }
}
