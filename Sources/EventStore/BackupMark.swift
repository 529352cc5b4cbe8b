public import Chronology

/// The file `BACKUP`: that a folder is no ledger but a backup of one, and of which.
///
/// `liggare-backup/v1 <origin> <created> <sha256>` LF, with the origin and the time of the ledger's `FORMAT`. It is the first file of a
/// backup; whether the backup is whole shows by its `head`, which is the last.
public struct BackupMark: Hashable, Sendable {
  /// The name of the log.
  public var origin: String
  /// When the ledger was made.
  public var created: Instant

  static let name = "liggare-backup/v1"

  var bytes: [UInt8] { ChecksummedLine.write([Self.name, origin, "\(created)"]) }

  init(_ format: LedgerFormat) {
    origin = format.origin
    created = format.created
  }

  init?(_ bytes: [UInt8]) {
    guard let fields = ChecksummedLine.read(bytes), fields.count == 3, fields[0] == Self.name,
      LedgerFormat.isOrigin(fields[1]), let created = Instant(fields[2])
    else { return nil }
    origin = fields[1]
    self.created = created
  }
}
