import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import Projections
import Transparency

/// What `replay --permissions` tells.
enum PermissionReplayTable {
  static func table(of replay: borrowing PermissionReplay, at moment: Instant) -> Table {
    var table = Table(
      name: "permission_replay",
      title: Localized(en: "Replay of permissions", sv: "Uppspelning av behörigheter"),
      columns: [
        Column.number("events", Localized(en: "events", sv: "händelser")),
        Column.number("bytes", Localized(en: "bytes", sv: "byte")),
        Column.identifier("root", Localized(en: "root", sv: "rot")),
        Column.number("grants", Localized(en: "grants ever", sv: "tilldelningar någonsin")),
        Column.number("in_effect", Localized(en: "in effect", sv: "gällande")),
        Column.identifier("sha256", Localized(en: "SHA-256 of the list", sv: "listans SHA-256")),
      ])
    let found = replay.inEffect(at: moment)
    var list = SHA256()
    var lines: [UInt8] = []
    for permission in found {
      permission.write(to: &lines)
      guard lines.count > 1 << 14 else { continue }
      list.update(lines)
      lines.removeAll(keepingCapacity: true)
    }
    list.update(lines)
    table.append([
      .integer(Int(clamping: replay.eventCount)), .integer(replay.byteCount),
      .text(replay.tree.root.base64), .integer(replay.state.grantCount),
      .integer(found.count), .text("\(list.digest)"),
    ])
    return table
  }
}
