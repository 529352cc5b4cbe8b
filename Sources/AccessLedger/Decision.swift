import AccessModel
import Chronology
import Diagnostics
import IdentityRegister
import Transparency

/// What follows from a command, decided and not kept yet.
struct Decision {
  /// The events, and what goes to the identity register with them.
  var writer: EventWriter
  /// What the recorder should know, though nothing was refused.
  var warnings: [Diagnostic]
  /// The access that is then to be removed in the systems.
  var removals: [DueRemoval]
  /// Whether it corrects what was folded long ago.
  var isCorrecting: Bool

  func receipt(first: UInt64, recorded: Instant? = nil, head: TreeHead) -> RecordingReceipt {
    RecordingReceipt(
      first: first, events: writer.events, recorded: recorded, head: head, warnings: warnings,
      removals: removals)
  }
}

/// What decided commands bring to the identity register that is not kept there yet.
struct PendingTexts {
  var identities: [Identity] = []
  var texts: [OpenText] = []
  var accounts: [AccountName] = []

  mutating func add(_ writer: EventWriter) {
    identities += writer.identities
    texts += writer.texts
    accounts += writer.accounts
  }
}
