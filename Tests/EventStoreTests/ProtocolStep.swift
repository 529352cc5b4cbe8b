import EventStore

/// A sync or a renaming that the log makes, told apart from others of its kind by what precedes it.
struct ProtocolStep: Hashable, Comparable, CustomStringConvertible {
  var call: String
  /// The path in the ledger, with `#` for what is numbered or named by a digest.
  var place: String
  /// The last call before it that changed something.
  var predecessor: String

  /// What is made of it in a mutant.
  var omission: ModelledDisk.Omission = .left

  var description: String {
    "\(call) \(place)\(omission == .copied ? " as a copy" : "") after \(predecessor)"
  }

  static func < (left: ProtocolStep, right: ProtocolStep) -> Bool {
    left.description < right.description
  }

  /// What a path stands for.
  static func place(_ path: String) -> String {
    let name = String(path.dropFirst(3))
    let parts = name.split(separator: "/")
    guard parts.count == 2 else { return name.isEmpty ? "." : name }
    let isDraft = name.hasSuffix(".tmp")
    if parts[0] == "quarantine" { return "quarantine/#" + (isDraft ? ".tmp" : "") }
    return "\(parts[0])/#\(parts[1].drop { $0 != "." })"
  }
}

/// Follows the calls of a disk, collects the steps of the protocol, and leaves one of them out.
final class ProtocolTrace {
  private(set) var steps: Set<ProtocolStep> = []
  private let mutant: ProtocolStep?
  private var current: ProtocolStep?
  private var predecessor = "nothing"

  init(leavingOut mutant: ProtocolStep? = nil) {
    self.mutant = mutant
  }

  func attach(_ disk: ModelledDisk) {
    disk.observes = { [unowned self] call, path in observe(call, path) }
    disk.omits = { [unowned self] _, _ in
      guard var current, let mutant else { return nil }
      current.omission = mutant.omission
      return current == mutant ? mutant.omission : nil
    }
  }

  private func observe(_ call: String, _ path: String) {
    current = nil
    switch call {
    case "fsync", "fdatasync", "rename":
      var step = ProtocolStep(
        call: call, place: ProtocolStep.place(path), predecessor: predecessor)
      if call == "rename" {
        step.omission = .copied
        steps.insert(step)
        step.omission = .left
      }
      steps.insert(step)
      current = step
      predecessor = "\(call) \(step.place)"
    case "pwrite", "ftruncate", "unlink", "fchmod", "posix_fallocate", "mkdir":
      predecessor = "\(call) \(ProtocolStep.place(path))"
    case "open" where path == "/l/FORMAT":
      predecessor = "opening"
    default: break
    }
  }
}
