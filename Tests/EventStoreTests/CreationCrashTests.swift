import Diagnostics
import EventStore
import Testing

/// Power cuts while a ledger is made.
@Suite struct CreationCrashTests {
  /// Makes a ledger and tells what is wrong with a state that a cut can leave.
  private func faults(_ trace: ProtocolTrace, limit: Int) throws -> (
    faults: [String: Int], states: Int
  ) {
    var numbers = SeededNumbers(3)
    let disk = ModelledDisk()
    trace.attach(disk)
    var moments: [(state: ModelledDisk.State, isMade: Bool)] = []
    disk.onStep = { moments.append(($0.state, false)) }
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: 4, files: disk)
    moments.append((disk.state, true))
    var faults: [String: Int] = [:]
    var states = 0
    for (state, isMade) in moments {
      CrashImages(state).each(limit: limit, using: &numbers) { image in
        states += 1
        let found = code {
          // Others have taken all other space meanwhile.
          let disk = ModelledDisk(image)
          disk.capacity = disk.used
          let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
          _ = try log.append(
            try batch(0..<1), signedBy: signer, now: noon, expecting: log.head, purpose: .closing)
        }
        if found != nil, isMade || found != "LOG-01" { faults[found ?? "", default: 0] += 1 }
      }
    }
    return (faults, states)
  }

  @Test func `a power cut while a ledger is made leaves either the ledger or none`() throws {
    let (faults, states) = try faults(ProtocolTrace(), limit: 128)
    print("crash model of making a ledger: \(states) states, bad: \(faults)")
    #expect(faults.isEmpty)
  }

  /// Steps whose absence no power cut shows, with the reason.
  static let spare = [
    "fsync lock after mkdir public":
      "the file is empty, and its name is made certain with the folder"
  ]

  @Test func `without any one of its syncs and renamings a ledger could be made in part`() throws {
    let whole = ProtocolTrace()
    _ = try faults(whole, limit: 1)
    var killed = 0
    for mutant in whole.steps.sorted() {
      let (faults, states) = try faults(ProtocolTrace(leavingOut: mutant), limit: 128)
      if !faults.isEmpty { killed += 1 }
      print("making a ledger without \(mutant): \(states) states, bad: \(faults)")
      #expect(faults.isEmpty == (Self.spare[mutant.description] != nil), "\(mutant): \(faults)")
    }
    print(
      "crash model of making a ledger: \(killed) mutants killed of "
        + "\(whole.steps.count - Self.spare.count), \(Self.spare.count) spare steps")
  }
}
