import AccessModel
import CanonicalJSON
import EventSourcing
import Events
import Testing

@Suite struct `Kinds of events` {
  @Test func `a name is a family, a full stop and what happened, and belongs to one kind`() {
    var seen: Set<String> = []
    for kind in EventKind.allCases {
      let name = "\(kind.name)"
      #expect(seen.insert(name).inserted, "\(name)")
      #expect(name.wholeMatch(of: /[a-z]+\.[a-z]+(-[a-z]+)*/) != nil, "\(name)")
      #expect(InlineASCII(name).flatMap { EventKind(name: $0) } == kind)
      #expect(kind.payload.kind == kind)
    }
  }

  @Test func `a name ends in a past form`() {
    // What happened, where it does not end in -ed.
    let irregular: Set = ["found", "over", "rebuilt", "set", "withdrawn"]
    for kind in EventKind.allCases {
      let last = "\(kind.name)".split { $0 == "." || $0 == "-" }.last.map(String.init) ?? ""
      #expect(last.hasSuffix("ed") || irregular.contains(last), "\(kind.name)")
    }
  }

  @Test func `a name's family is the case it is read into`() throws {
    for (signed, _) in SignedEvent.samples {
      let family = "\(type(of: signed.event.payload).kind.name)".split(separator: ".").first ?? ""
      let label = Mirror(reflecting: signed.event).children.first?.label ?? ""
      #expect(family == label)
    }
  }

  @Test func `every kind is described, every field has a key of its own and a meaning`() {
    for kind in EventKind.allCases {
      let description = kind.payload.description
      for text in [description.about, description.recordedBy, description.doesNotSay] {
        #expect(text.hasSuffix("."), "\(kind.name): \(text)")
      }
      let fields = listedFields(of: kind.payload)
      #expect(!fields.isEmpty)
      #expect(Set(fields.map(\.key)).count == fields.count, "\(kind.name)")
      for field in fields {
        #expect(field.meaning.hasSuffix("."), "\(kind.name): \(field.key)")
        #expect(!field.form.isEmpty)
        #expect(field.key.wholeMatch(of: /[a-z][A-Za-z]*/) != nil, "\(kind.name): \(field.key)")
      }
      #expect(kind.payload.version >= 1)
    }
  }

  @Test func `an event in memory stays small`() {
    // A replay touches each one; a payload that grows past this is worth a box around it.
    #expect(MemoryLayout<AccessEvent>.size <= 352, "\(MemoryLayout<AccessEvent>.size)")
    #expect(
      MemoryLayout<Recorded<AccessEvent>>.size <= 632, "\(MemoryLayout<Recorded<AccessEvent>>.size)"
    )
    #expect(MemoryLayout<InlineASCII>.size == 32)
    #expect(MemoryLayout<UniqueID>.size == 16)
  }
}
