import Diagnostics
import EventStore

/// A batch that the log has kept, and what its recorder should know of the keeping.
struct KeptBatch {
  var receipt: AppendReceipt
  var warnings: [Diagnostic]
}
