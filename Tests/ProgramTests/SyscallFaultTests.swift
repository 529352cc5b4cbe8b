import Foundation
import Testing

/// Faults of the system at every call that the program makes on its ledger.
@Suite struct SyscallFaultTests {
  /// Whether every fault is tried at every call. A short run tries one of them at each.
  static let isWhole = ProcessInfo.processInfo.environment["LIGGARE_FAULTS"] == "all"

  private static let command = [
    "unit", "register", "Faulted", "--kind", "unit", "--parent", "U-2", "--reason", "A new duty",
  ]

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

  @Test func `a fault at any call while a torn tail is put aside loses nothing either`() throws {
    let office = try Office()
    let sound = try Office.bytes(office.segment)
    let last = try #require(office.lines().last)
    try office.write(sound + last.dropLast(20), to: office.segment)
    let command = try FaultedCommand(office, Self.command, mark: "Faulted")
    try tryAll(command, "a command on a torn tail", every: 5)
  }
}
