public import Chronology
public import Diagnostics
public import Transparency

/// The log kept in a folder of plain files.
///
/// Reading takes no lock, and works on a read-only folder and while others write. Writing locks,
/// appends, syncs, and commits by renaming `head`; any error of the disk ends this writer, for
/// after a failed sync nobody can say what the disk holds.
public final class FileEventLog: EventLog {
  /// What a log is opened for.
  public enum Access: Hashable, Sendable {
    case reading
    /// To read what can be read of a damaged ledger: the head is taken at its word and nothing is
    /// hashed.
    case examining
    case writing
  }

  /// How long a writer waits for another one: so many tries, with a pause between two.
  public struct Patience {
    public var tries: Int
    public var pause: () -> Void

    /// - Parameter pause: what to do between two tries; sleeping, outside of tests.
    public init(tries: Int, pause: @escaping () -> Void) {
      self.tries = max(1, tries)
      self.pause = pause
    }

    /// One try.
    public static var none: Patience { Patience(tries: 1) {} }
  }

  /// What the folder is.
  public let format: LedgerFormat
  public let access: Access
  /// Bytes behind the head when the log was opened for reading or refreshed: a batch in the making,
  /// or a torn tail that the next opening for writing will put aside.
  public internal(set) var uncommittedByteCount = 0
  /// What this value has put aside, in its order. `quarantinedTails()` also lists what others have.
  public internal(set) var recoveredTails: [TornTail] = []
  /// Whether space for a closing event is still set aside; while it is not, only that event is
  /// taken.
  public internal(set) var hasReserve = false

  let files: any FileSystem
  let reader: LedgerReader
  /// How long a writer waits for another one.
  public let patience: Patience
  var lock: FileDescriptor?
  var log: CommittedLog
  /// The position of the bookmark from which the log was hashed; 0 when it was hashed without one.
  public internal(set) var resumedPosition: UInt64 = 0
  /// How far the files are read: what the head on the disk says.
  var extent = HeadRecord(head: .empty, segment: 0, byteCount: 0)
  public internal(set) var head = TreeHead.empty
  /// Why this value writes no more.
  var ending: Diagnostic?
  /// How often the lock has been taken and not released: the whole of it is released last.
  var lockDepth = 0
  /// Whether the head was read since the lock was taken: nobody else writes it as long as it is held.
  var isHeadCurrent = false
  /// The head that was read or written last, with its bytes.
  var knownHead: (bytes: [UInt8], record: HeadRecord)?

  /// Whether an error has ended this writer; another one must be opened.
  public var isEnded: Bool { ending != nil }

  public var origin: String { format.origin }
  public var lastRecorded: Instant? { log.lastRecorded }

  var folder: LedgerFolder { reader.folder }

  init(
    _ reader: LedgerReader, access: Access, patience: Patience
  ) {
    self.reader = reader
    self.files = reader.files
    self.format = reader.format
    self.access = access
    self.patience = patience
    log = CommittedLog(segmentSize: reader.format.segmentSize)
  }

  deinit {
    if let lock { reader.close(lock) }
  }

  /// The torn tails in `quarantine/`, in the order of their names.
  ///
  /// Compare them with the events that record one: what is missing there was put aside by a writer
  /// that was interrupted before it could say so.
  public func quarantinedTails() throws(Diagnostic) -> [TornTail] {
    try reporting { () throws(SystemError) in
      var tails: [TornTail] = []
      for name in try files.names(in: folder.quarantine) {
        let path = "\(folder.quarantine)/\(name)"
        let size = try files.withFile(path, .reading) { (file) throws(SystemError) in
          try files.size(file)
        }
        if let tail = TornTail(name: name, length: size) { tails.append(tail) }
      }
      return tails
    }
  }
}
