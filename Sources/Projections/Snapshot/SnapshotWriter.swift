import AccessModel
import Chronology

/// Gathers the parts of a snapshot's body.
struct SnapshotWriter: TableVisitor {
  var body = StateWriter()
  private(set) var places: [TablePlace] = []
  /// Where rows stand that were written before their table's turn, by the word of the table.
  private var placed: [String: [UInt64]] = [:]

  init(reserving count: Int) { body.bytes.reserveCapacity(count) }

  /// Writes the rows of persons, each with its grants and requests behind it: what is asked of one person is then read at once.
  mutating func addPeople(of register: Register) {
    var places = (
      persons: [UInt64](repeating: .max, count: register.persons.count),
      grants: [UInt64](repeating: .max, count: register.grants.count),
      requests: [UInt64](repeating: .max, count: register.requests.count)
    )
    for index in 0..<Int32(register.persons.count) {
      add(register.persons, index, &places.persons)
      let person = register.persons[index]
      for grant in person.grants { add(register.grants, grant, &places.grants) }
      for request in person.requests { add(register.requests, request, &places.requests) }
    }
    for index in 0..<Int32(register.grants.count) { add(register.grants, index, &places.grants) }
    for index in 0..<Int32(register.requests.count) {
      add(register.requests, index, &places.requests)
    }
    placed["\(PersonRow.word)"] = places.persons
    placed["\(GrantRow.word)"] = places.grants
    placed["\(RequestRow.word)"] = places.requests
  }

  mutating func table<Subject, Row: RegisterRow>(_ rows: inout Rows<Subject, Row>)
  where Row.Subject == Subject {
    var found = placed["\(Row.word)"] ?? [UInt64](repeating: .max, count: rows.count)
    var index = IdentifierIndex()
    index.reserve(rows.count)
    for row in 0..<Int32(rows.count) {
      add(rows, row, &found)
      index.insert(row, hash: rows.id(at: row).ascii.hash(seed: HashSeed.ofProcess))
    }
    var place = table(at: found, index)
    place.highest = Int64(rows.highestNumber)
    if Row.self == PersonRow.self { place.ahead = 1 << 13 }
    places.append(place)
  }

  /// Writes a row, unless it stands somewhere already.
  private mutating func add<Subject, Row: RegisterRow>(
    _ rows: Rows<Subject, Row>, _ index: Int32, _ places: inout [UInt64]
  ) where Row.Subject == Subject {
    guard places[Int(index)] == .max else { return }
    places[Int(index)] = UInt64(body.bytes.count)
    if let bytes = rows.bytesUnchanged(at: index) {
      append(counted: bytes)
    } else {
      let entry = rows.entry(at: index)
      counting {
        entry.nextRevision.write(to: &$0.state)
        $0.add(entry.row)
      }
    }
  }

  private mutating func append(counted bytes: UnsafeRawBufferPointer) {
    withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { body.append($0) }
    body.append(bytes)
  }

  /// Writes what `write` writes, with its count before it.
  private mutating func counting(_ write: (inout RowWriter) -> Void) {
    let begin = body.bytes.count
    var writer = RowWriter()
    swap(&writer.state, &body)
    writer.state.append(short32: 0)
    write(&writer)
    swap(&writer.state, &body)
    let count = UInt32(body.bytes.count - begin - 4)
    withUnsafeBytes(of: count.bigEndian) { count in
      for place in 0..<4 { body.bytes[begin + place] = count[place] }
    }
  }

  /// Writes where the rows of a table stand, and its index.
  private mutating func table(at found: [UInt64], _ index: IdentifierIndex) -> TablePlace {
    var place = TablePlace(blank: ())
    place.rowCount = UInt64(found.count)
    place.places = UInt64(body.bytes.count)
    body.append(found)
    place.slots = UInt64(body.bytes.count)
    place.slotCount = UInt64(index.slots.count)
    body.append(index.slots)
    return place
  }

  /// Writes the revisions of streams that have no row.
  mutating func add(_ revisions: RevisionMap) -> TablePlace {
    list(
      revisions.rows, hash: { $0.name.hash(seed: HashSeed.ofProcess) },
      write: { writer, row in writer.add(row) })
  }

  /// Writes the lists of grants.
  mutating func addLists(of register: Register) -> TablePlace {
    list(
      register.grantLists.all.map(\.right),
      hash: { GrantLists.hash($0, seed: HashSeed.ofProcess) },
      write: { writer, right in
        right.write(to: &writer.state)
        register.presentBounds(of: right).write(to: &writer.state)
      })
  }

  /// Writes the lists of incidents.
  mutating func addIncidentLists(of register: Register) -> TablePlace {
    list(
      register.incidentLists.systems,
      hash: { $0.ascii.hash(seed: HashSeed.ofProcess) },
      write: { writer, system in
        system.write(to: &writer.state)
        register.incidentLists[system].write(to: &writer.state)
      })
  }

  private mutating func list<Element>(
    _ elements: [Element], hash: (Element) -> UInt32,
    write: (inout RowWriter, Element) -> Void
  ) -> TablePlace {
    var index = IdentifierIndex()
    var found: [UInt64] = []
    for element in elements {
      index.insert(Int32(found.count), hash: hash(element))
      found.append(UInt64(body.bytes.count))
      counting { write(&$0, element) }
    }
    return table(at: found, index)
  }

  /// Writes when grants have effect.
  mutating func addSpans(of register: Register) -> SpansPlace {
    var place = SpansPlace(blank: ())
    place.boundary = register.lastRecorded
    let lists = register.presentSpans()
    place.present = add(lists.present)
    place.past = add(lists.past)
    return place
  }

  private mutating func add(_ list: SpanListWriter) -> SpanListPlace {
    var place = SpanListPlace(blank: ())
    place.count = list.count
    place.groups = add(list.groups)
    place.spans = add(list.spans)
    place.lines = add(list.lines)
    place.lineByteCount = UInt64(list.lines.bytes.count)
    return place
  }

  private mutating func add(_ part: StateWriter) -> UInt64 {
    let begin = UInt64(body.bytes.count)
    part.bytes.withUnsafeBytes { body.append($0) }
    return begin
  }

  /// Writes the commands, sixteen bytes a slot, and gives where.
  mutating func add(_ set: CommandSet) -> CommandsPlace {
    var set = set
    set.takeKept()
    var place = CommandsPlace(blank: ())
    place.slots = UInt64(body.bytes.count)
    place.slotCount = UInt64(set.slots.count)
    place.hasZero = set.hasZero
    body.append(set.slots)
    return place
  }
}

/// Where in a snapshot the commands stand.
struct CommandsPlace: RowPart {
  static let word: StaticString = "commands"

  var slots: UInt64
  var slotCount: UInt64
  var hasZero: Bool

  init(blank: Void) {
    slots = 0
    slotCount = 0
    hasZero = false
  }

  mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&slots)
    visitor.field(&slotCount)
    visitor.field(&hasZero)
  }

  var isSound: Bool {
    slots <= 1 << 48 && slotCount <= 1 << 32 && slotCount.nonzeroBitCount <= 1
  }
}
