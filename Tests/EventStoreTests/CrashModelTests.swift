import Diagnostics
import EventStore
import Foundation
import Testing
import Transparency

/// Power cuts after every step of several commits, on a disk that keeps any part of what was not
/// synced.
@Suite struct CrashModelTests {
  /// How much is tried. A long run asks for more by the environment.
  struct Extent {
    /// Steps in a sequence.
    var length = 2
    /// States after one cut: all of them when there are no more.
    var states = 16
    /// One state in so many is asked everything, and cut again at each step of being put in order.
    var every = 25
    /// States after a second cut, for each of its steps.
    var statesTwice = 2

    static let current: Extent = {
      var extent = Extent()
      let environment = ProcessInfo.processInfo.environment
      if let length = environment["LIGGARE_CRASH_LENGTH"].flatMap({ Int($0) }) {
        extent.length = length
      }
      if let states = environment["LIGGARE_CRASH_STATES"].flatMap({ Int($0) }) {
        extent = Extent(length: extent.length, states: states, every: 10, statesTwice: 8)
      }
      return extent
    }()
  }

  /// What a search came to.
  struct Tally {
    var moments = 0
    /// Moments of which every state was tried.
    var exhausted = 0
    var states = 0
    /// States that were equal to one tried before.
    var repeated = 0
    var twice = 0
    var faults: [String: Int] = [:]

    mutating func note(_ fault: String?) {
      if let fault { faults[fault, default: 0] += 1 }
    }
  }

  /// A crash state with what must hold of it, so that none is tried twice.
  struct Fingerprint: Hashable {
    var names: [String: [UInt8]]
    var kept: Int
    var pending: [[UInt8]]

    init(_ image: ModelledDisk.State, _ moment: LedgerRun.Moment) {
      names = image.names.mapValues {
        let file = image.files[$0] ?? ModelledDisk.File()
        return file.bytes + [UInt8(file.mode & 0xFF), UInt8(file.allocated == 0 ? 0 : 1)]
      }
      kept = moment.kept.count
      pending = moment.pending
    }
  }

  @Test
  func `after power cuts at any step of any sequence nothing confirmed is lost and no part counts`()
    throws
  {
    let extent = Extent.current
    var tally = Tally()
    var numbers = SeededNumbers(1)
    var others = SeededNumbers(4)
    var seen: Set<Int> = []
    let sequences = LedgerStep.sequences(upTo: extent.length)
    for sequence in sequences {
      try LedgerRun().perform(sequence) { moment in
        tally.moments += 1
        let oracle = CrashOracle(moment)
        let isAll = CrashImages(moment.state).each(limit: extent.states, using: &numbers) { image in
          guard seen.insert(Fingerprint(image, moment).hashValue).inserted else {
            tally.repeated += 1
            return
          }
          tally.states += 1
          guard tally.states % extent.every == 0 else {
            return tally.note(oracle.fault(image, .brief))
          }
          var second: [ModelledDisk.State] = []
          tally.note(oracle.fault(image, .whole, onStep: { second.append($0.state) }))
          // The power goes again while the first cut is being put in order.
          for state in second {
            CrashImages(state).each(limit: extent.statesTwice, using: &others) { image in
              tally.twice += 1
              tally.note(oracle.fault(image, .brief).map { "twice: \($0)" })
            }
          }
        }
        if isAll { tally.exhausted += 1 }
      }
    }
    print(
      "crash model: \(sequences.count) sequences of up to \(extent.length) steps, "
        + "\(tally.moments) moments (\(tally.exhausted) with every state), \(tally.states) states, "
        + "\(tally.repeated) equal to one of these, \(tally.twice) after a second cut, "
        + "bad: \(tally.faults)")
    #expect(tally.faults.isEmpty)
    #expect(tally.states > 2_000 && tally.twice > 500)
  }

  /// A disk that does not keep what the head relies on: sectors that are written in part.
  @Test func `a head that a power cut has torn is refused, and nothing else comes of it`() throws {
    var numbers = SeededNumbers(6)
    var faults: [String: Int] = [:]
    var states = 0
    for sequence in LedgerStep.sequences(upTo: 1) {
      try LedgerRun({ $0.state.pageSize = 128 }).perform(sequence) { moment in
        let oracle = CrashOracle(moment)
        CrashImages(moment.state).each(limit: Extent.current.states, using: &numbers) { image in
          states += 1
          if let fault = oracle.fault(image, .brief) { faults[fault, default: 0] += 1 }
        }
      }
    }
    print("crash model with torn sectors: \(states) states, refused or bad: \(faults)")
    #expect(Set(faults.keys) == ["LOG-13"])
  }

  /// Steps whose absence no power cut shows, with the reason. Each is tried all the same.
  static let spare: [String: String] = {
    let certain = "who named the head had made it certain; opening makes sure once more"
    return [
      "fdatasync segments/#.ndjson after fsync segments": certain,
      "fdatasync segments/#.ndjson after unlink head.tmp": certain,
      "fsync segments after fsync segments": certain,
      "fsync segments after unlink head.tmp": certain,
      "fsync segments after rename segments/#.sealed": "a manifest that is missing is made again",
      "rename segments/#.sealed after fsync segments/#.sealed.tmp":
        "a manifest that is missing is made again",
      "rename segments/#.ndjson as a copy after fsync segments/#.ndjson.tmp":
        "the same bytes are written over themselves; the new file is for disks that failed a sync",
    ]
  }()

  /// What shows that a step is missing, in the first of the sequences that shows it.
  private func fault(
    without mutant: ProtocolStep, in sequences: some Sequence<[LedgerStep]>, _ states: inout Int
  ) -> String? {
    var numbers = SeededNumbers(2)
    var count = 0
    defer { states += count }
    for sequence in sequences {
      var fault: String?
      let trace = ProtocolTrace(leavingOut: mutant)
      do {
        try LedgerRun(trace.attach).perform(sequence) { moment in
          let oracle = CrashOracle(moment)
          CrashImages(moment.state).each(limit: moment.isTidy ? 32 : 6, using: &numbers) { image in
            guard fault == nil else { return }
            count += 1
            fault = oracle.fault(image, .whole)
          }
        }
      } catch {
        fault = fault ?? code { throw error }
      }
      if let fault { return "\(fault) (in \(sequence.map(\.rawValue).joined(separator: ", ")))" }
    }
    return nil
  }

  @Test func `without any one of its syncs and renamings the log would lose something`() throws {
    var places: [ProtocolStep: [[LedgerStep]]] = [:]
    for sequence in LedgerStep.sequences(upTo: 2) {
      let trace = ProtocolTrace()
      try LedgerRun(trace.attach).perform(sequence) { _ in }
      for step in trace.steps { places[step, default: []].append(sequence) }
    }
    var killed = 0
    var states = 0
    for (mutant, sequences) in places.sorted(by: { $0.key < $1.key }) {
      let isSpare = Self.spare[mutant.description] != nil
      // A short run does not look for long at what it will not find.
      let tried = isSpare && Extent.current.length < 3 ? sequences.prefix(4) : sequences[...]
      let fault = fault(without: mutant, in: tried, &states)
      if fault != nil { killed += 1 }
      print("crash model without \(mutant): \(fault ?? "nothing lost")")
      #expect((fault == nil) == isSpare, "without \(mutant): \(fault ?? "nothing lost")")
    }
    let spare = Self.spare.keys.filter { name in places.keys.contains { $0.description == name } }
    #expect(spare.count == Self.spare.count, "not made any more: \(Self.spare.keys)")
    print(
      "crash model: \(killed) mutants killed of \(places.count - spare.count), "
        + "\(spare.count) spare steps, \(states) states")
    #expect(killed > 20)
  }
}
