import AccessModel
public import Transparency

extension RegisterSnapshot {
  /// SHA-256 over everything that a snapshot keeps of a register, links, revisions and commands with it; the same whether the register
  /// was folded or read.
  public static func digest(of register: Register) -> Digest {
    var hasher = TableHasher()
    var register = register
    hasher.row.add(register.heading)
    register.visitTables(&hasher)
    for key in register.keys.values.sorted(by: { $0.fingerprint < $1.fingerprint }) {
      hasher.row.add(key)
    }
    for tail in register.tailsInOrder { hasher.row.add(tail) }
    for row in register.otherRevisions.rows { hasher.row.add(row) }
    for (right, grants) in register.grantLists.all {
      right.write(to: &hasher.row.state)
      hasher.row.state.append(grants.map(UInt64.init))
    }
    for system in register.incidentLists.systems {
      system.write(to: &hasher.row.state)
      hasher.row.state.append(register.incidentLists[system].map(UInt64.init))
    }
    register.commands.takeKept()
    register.commands.hasZero.write(to: &hasher.row.state)
    let commands = register.commands.slots.filter { $0 != CommandSet.zero }
    for id in commands.sorted(by: { ($0.high, $0.low) < ($1.high, $1.low) }) {
      hasher.row.state.append(id.high)
      hasher.row.state.append(id.low)
    }
    hasher.flush()
    return hasher.sha.digest
  }

  /// Whether the lists that a snapshot keeps beside its rows are what the rows come to.
  ///
  /// - Parameter register: as it was read from the snapshot.
  public static func areListsSound(in register: Register) -> Bool { register.areListsSound() }

  private struct TableHasher: TableVisitor {
    var sha = SHA256()
    var row = RowWriter()

    mutating func table<Subject, Row: RegisterRow>(_ rows: inout Rows<Subject, Row>)
    where Row.Subject == Subject {
      row.state.append(UInt64(rows.count))
      for index in 0..<Int32(rows.count) {
        let entry = rows.entry(at: index)
        entry.nextRevision.write(to: &row.state)
        row.add(entry.row)
        if row.state.bytes.count > 1 << 16 { flush() }
      }
    }

    mutating func flush() {
      sha.update(row.state.bytes)
      row.state.bytes.removeAll(keepingCapacity: true)
    }
  }
}
