import AccessLedger
import Chronology
import Diagnostics
import EventStore
import Foundation
import Projections
import Transparency

/// A ledger in a folder of its own, with a clock and randomness that are the same in every run.
final class ImportsWorkbench {
  let folder: String
  let signer: SigningKey
  private let source = Source()

  private final class Source {
    var state: UInt64 = 7
    var now: Int64 = 1_800_000_000_000

    /// SplitMix64.
    func byte() -> UInt8 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return UInt8(truncatingIfNeeded: value ^ (value >> 31))
    }
  }

  var ambient: Ambient {
    Ambient(
      now: { [source] in
        source.now += 1_000
        return Instant(milliseconds: source.now)
      },
      randomBytes: { [source] count in (0..<count).map { _ in source.byte() } })
  }

  var ledgerPath: String { folder + "/ledger" }

  init(timeZone: String = "UTC", segmentSize: UInt64 = 65_536) throws {
    folder = NSTemporaryDirectory() + "liggare-import-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    signer = try SigningKey(seed: Ed25519Seed([UInt8](repeating: 5, count: 32))!)
    _ = try Ledger.found(
      Founding(
        origin: "ledger.example", timeZone: timeZone, organisation: "Exempelby kommun",
        custodianName: "Frida Forsvik", custodianUserName: "frida", segmentSize: segmentSize),
      at: ledgerPath, signedBy: signer, ambient: ambient)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  func open() throws -> Ledger {
    try Ledger.open(at: ledgerPath, for: .writing, ambient: ambient)
  }

  /// Writes a file beside the ledger and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The verdict over the whole ledger, with what was found.
  func verdict() throws -> (LogVerdict, [String]) {
    let verification = try Ledger.verify(at: ledgerPath)
    return (verification.verdict, verification.findings.map { $0.text(in: .english) })
  }
}
