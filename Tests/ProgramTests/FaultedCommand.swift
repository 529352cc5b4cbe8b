import Foundation
import Testing

/// A fault of the system that one call of a program meets.
enum SyscallFault: String, CaseIterable {
  case failsOnce = "EIO once"
  case failsFromThereOn = "EIO from there on"
  case isFullOnce = "ENOSPC once"
  case isFullFromThereOn = "ENOSPC from there on"
  case interruptedThrice = "EINTR three times"
  case killed = "SIGKILL"

  /// What `strace` is told.
  func injection(_ call: SyscallTrace.Call) -> String {
    switch self {
    case .failsOnce: "\(call.name):error=EIO:when=\(call.number)"
    case .failsFromThereOn: "\(call.name):error=EIO:when=\(call.number)+"
    case .isFullOnce: "\(call.name):error=ENOSPC:when=\(call.number)"
    case .isFullFromThereOn: "\(call.name):error=ENOSPC:when=\(call.number)+"
    case .interruptedThrice: "\(call.name):error=EINTR:when=\(call.number)..\(call.number + 2)"
    case .killed: "\(call.name):signal=SIGKILL:when=\(call.number)"
    }
  }

  /// Whether the system gives this fault to such a call.
  func occurs(at call: SyscallTrace.Call) -> Bool {
    switch self {
    case .failsOnce, .failsFromThereOn, .killed: true
    case .isFullOnce, .isFullFromThereOn:
      ["openat", "pwrite64", "write", "fsync", "fdatasync", "rename", "fallocate", "mkdir"]
        .contains(call.name)
    case .interruptedThrice:
      [
        "openat", "read", "pread64", "pwrite64", "write", "fsync", "fdatasync", "ftruncate",
        "flock", "close", "fallocate",
      ].contains(call.name)
    }
  }
}

/// One command on one ledger, run again and again with a fault at each of its calls.
final class FaultedCommand {
  let office: Office
  private let words: [String]
  /// What shows that the command is recorded: a word, and what is asked to see it.
  private let mark: String
  private let question: [String]
  private let files: [String: Data]
  private(set) var outcomes: [String: Int] = [:]
  private(set) var runs = 0

  /// - Parameter office: with the ledger as the command finds it, each time anew.
  init(_ office: Office, _ words: [String], mark: String, in question: [String] = ["unit", "list"])
    throws
  {
    self.office = office
    self.words = words
    self.mark = mark
    self.question = question
    files = try office.contents()
  }

  func restore() throws {
    let manager = FileManager.default
    for name in try manager.subpathsOfDirectory(atPath: office.ledger)
    where files[name] == nil && name != "operations.log" {
      try manager.removeItem(atPath: "\(office.ledger)/\(name)")
    }
    for (name, data) in files {
      let path = "\(office.ledger)/\(name)"
      var isFolder: ObjCBool = false
      if manager.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { continue }
      try data.write(to: URL(fileURLWithPath: path))
    }
  }

  private func traced(_ injection: [String]) throws -> SystemProcess.Ending {
    let names = SyscallTrace.names.joined(separator: ",")
    // The order of a dictionary, and with it that of the calls, would differ from run to run.
    return try office.run(
      ["env", "SWIFT_DETERMINISTIC_HASHING=1", "strace", "-f", "-qq", "-y", "-o", "trace", "-e"]
        + ["trace=\(names)"] + injection
        + ["liggare-rehearsal", "2026-03-02T08:00:00.000Z", "fault"] + words)
  }

  /// The calls of an undisturbed run that concern the ledger.
  func calls() throws -> [SyscallTrace.Call] {
    try restore()
    let ending = try traced([])
    try #require(ending.status == 0, "\(ending)")
    return try SyscallTrace(path: office.folder + "/trace").calls(in: office.ledger)
  }

  /// Runs the command with a fault, and says what does not hold afterwards.
  func faults(_ fault: SyscallFault, at call: SyscallTrace.Call) throws -> [String] {
    try restore()
    runs += 1
    let ending = try traced(["-e", "inject=\(fault.injection(call))"])
    let trace = try SyscallTrace(path: office.folder + "/trace")
    var wrong: [String] = []
    let isKilled = ending.status == 137
    let isKept = ending.output.hasPrefix("Recorded at position")
    let code = ending.error.firstMatch(of: /(?m)^([A-Z]{3}-\d+):/)?.1
    outcomes[isKept ? "kept" : isKilled ? "killed" : String(code ?? "no code"), default: 0] += 1
    if isKilled != (fault == .killed) { wrong.append("ended with \(ending.status)") }
    // What is killed may have confirmed before.
    if isKept != (ending.status == 0), !(isKept && isKilled) { wrong.append(ending.output) }
    if !isKept, !isKilled, code == nil { wrong.append("no code: \(ending.error)") }
    let repeated = trace.repeatedSyncs(in: office.ledger)
    if !repeated.isEmpty { wrong.append("synced again: \(repeated)") }
    if isKept, !trace.failedSyncs(in: office.ledger).isEmpty {
      wrong.append("confirmed after a failed sync")
    }
    wrong += try faultsAfterwards(isKept ? true : isKilled || code == "LOG-11" ? nil : false)
    return wrong.map { "\(fault.rawValue) at \(call.name) \(call.number), \(call.line): \($0)" }
  }

  /// - Parameter isKept: whether the command must be there; `nil` when either is right.
  func faultsAfterwards(_ isKept: Bool?) throws -> [String] {
    var wrong: [String] = []
    let left = try office.verify()
    if ![0, 20].contains(left.status) { wrong.append("verify said \(left.status)") }
    let next = try office.liggare("unit", "register", "Next", "--kind", "unit", "--parent", "U-2")
    if next.status != 0 { wrong.append("the next command: \(next.error)") }
    let verified = try office.verify()
    if verified.status != 0 { wrong.append("verify said \(verified.status) at last") }
    let answer = try office.run(["liggare"] + question + ["--format", "tsv", "--no-header"])
    let count = answer.output.split(separator: "\n").count { $0.contains(mark) }
    if answer.status != 0 || count > 1 || (isKept.map { $0 != (count == 1) } ?? false) {
      wrong.append("found \(count) times, should be there: \(String(describing: isKept))")
    }
    return wrong
  }
}
