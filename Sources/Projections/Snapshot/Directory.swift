import AccessModel
import Events

/// Where in a snapshot's body everything lies that is not read at once.
struct Directory: RowPart {
  static let word: StaticString = "directory"

  /// What was mixed into the hashes of the indices.
  var seed: UInt64
  var revisions: TablePlace
  var lists: TablePlace
  var incidentLists: TablePlace
  var spans: SpansPlace
  var commands: CommandsPlace

  init(blank: Void) {
    seed = 0
    revisions = TablePlace(blank: ())
    lists = TablePlace(blank: ())
    incidentLists = TablePlace(blank: ())
    spans = SpansPlace(blank: ())
    commands = CommandsPlace(blank: ())
  }

  mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&seed)
    revisions.visitFields(&visitor)
    lists.visitFields(&visitor)
    incidentLists.visitFields(&visitor)
    spans.visitFields(&visitor)
    commands.visitFields(&visitor)
  }

  private var isSound: Bool {
    revisions.isSound && lists.isSound && incidentLists.isSound && spans.isSound && commands.isSound
  }

  /// The directory with the parts of the register that are read at once.
  func bytes(of register: Register, _ tables: [TablePlace], stamp: [UInt8]) -> [UInt8] {
    var writer = RowWriter()
    writer.state.append(UInt64(stamp.count))
    stamp.withUnsafeBytes { writer.state.append($0) }
    writer.add(self)
    var tables = tables
    var keys = register.keys.values.sorted { $0.fingerprint < $1.fingerprint }
    var tails = register.tailsInOrder
    writer.add(register.heading)
    writer.parts(&tables)
    writer.parts(&keys)
    writer.parts(&tails)
    var register = register
    register.visitLists(&writer)
    return writer.state.bytes
  }

  /// A register that answers from a body, and its stamp; `nil` when the bytes are no directory.
  static func register(
    from bytes: UnsafeRawBufferPointer, _ body: CheckedBytes
  ) -> (register: Register, stamp: [UInt8])? {
    var state = StateReader(bytes)
    let stamp = Array(state.taken(state.count()) ?? .init(start: nil, count: 0))
    var reader = RowReader(state: state)
    let directory: Directory = reader.row()
    var register = Register()
    register.heading = reader.row()
    var tables: [TablePlace] = []
    var keys: [KeyRow] = []
    var tails: [TailQuarantined] = []
    reader.parts(&tables)
    reader.parts(&keys)
    reader.parts(&tails)
    register.visitLists(&reader)
    guard reader.state.isSound, reader.state.isAtEnd, directory.isSound,
      tables.allSatisfy(\.isSound)
    else { return nil }
    var giver = TableGiver(body: body, seed: directory.seed, places: tables[...])
    register.visitTables(&giver)
    register.otherRevisions.kept = giver.table(at: directory.revisions)
    register.grantLists.kept = giver.table(at: directory.lists)
    register.incidentLists.kept = giver.table(at: directory.incidentLists)
    register.keptSpans = KeptSpans(bytes: body, place: directory.spans)
    register.commands.kept = KeptCommands(
      bytes: body, slots: Int(directory.commands.slots),
      slotCount: Int(directory.commands.slotCount), hasZero: directory.commands.hasZero,
      seed: directory.seed)
    for key in keys { register.keys[key.fingerprint] = key }
    register.quarantinedTails = Set(tails)
    register.kept = body
    register.noteAllLines()
    register.noteOpenFlags()
    return (register, stamp)
  }
}

/// Gives the tables of a register the rows that a snapshot keeps.
private struct TableGiver: TableVisitor {
  let body: CheckedBytes
  let seed: UInt64
  var places: ArraySlice<TablePlace>

  func table(at place: TablePlace) -> KeptTable {
    KeptTable(bytes: body, place: place, seed: seed)
  }

  mutating func table<Subject, Row: RegisterRow>(_ rows: inout Rows<Subject, Row>)
  where Row.Subject == Subject {
    guard let place = places.popFirst() else { return }
    rows = Rows(KeptRows(table: table(at: place)))
  }
}
