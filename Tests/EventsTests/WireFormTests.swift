import AccessModel
import CanonicalJSON
import Chronology
import Events
import Foundation
import Testing

@Suite struct `The wire form of events` {
  @Test func `every event is read as it was written, and written again as it was read`() throws {
    var kinds: Set<EventKind> = []
    for (event, bytes) in SignedEvent.samples {
      let found = try SignedEvent.reading(bytes).get()
      #expect(found == event)
      #expect(found.bytes == bytes, "\(String(decoding: bytes, as: UTF8.self))")
      kinds.insert(type(of: found.event.payload).kind)
    }
    #expect(kinds == Set(EventKind.allCases))
  }

  @Test func `every event is JSON to another reader, with the fields the catalogue lists`() throws {
    for (event, bytes) in SignedEvent.samples {
      let value = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      let payload = event.event.payload
      #expect(value?["type"] as? String == "\(type(of: payload).kind.name)")
      #expect(value?["stream"] as? String == "\(payload.stream)")
      #expect(value?["effective"] as? String == "\(event.effective)")
      #expect(value?["case"] as? String == event.caseNumber.map { "\($0)" })
      let data = Set((value?["data"] as? [String: Any] ?? [:]).keys)
      let fields = listedFields(of: type(of: payload))
      #expect(data.isSubset(of: Set(fields.map(\.key))))
      #expect(data.isSuperset(of: fields.filter { !$0.isOptional }.map(\.key)))
    }
  }

  @Test func `what is read as an event is canonical JSON, whatever byte was changed`() {
    var random = SeededRandom(seed: 57)
    var readCount = 0
    for (_, bytes) in SignedEvent.samples {
      for _ in 0..<40 {
        var changed = bytes
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: changed[place] ^= 1 << UInt8(random.next() % 8)
        case 1: changed[place] = UInt8(truncatingIfNeeded: random.next())
        default: changed.insert(bytes[Int(random.next() % UInt64(bytes.count))], at: place)
        }
        guard case .success = SignedEvent.reading(changed) else { continue }
        readCount += 1
        changed.withUnsafeBytes { changed in
          var json = JSONReader(changed)
          #expect(throws: Never.self) {
            #expect(json.next == 0x7B)
            try json.skipValue()
            try json.takeEnd()
          }
        }
      }
    }
    #expect(readCount > 500)
  }

  @Test func `an event cut off after any byte is refused`() {
    // One full sample of each kind: the first of its fourteen.
    for (_, bytes) in stride(from: 0, to: SignedEvent.samples.count, by: 14).map({
      SignedEvent.samples[$0]
    }) {
      for length in 0..<bytes.count {
        if case .success = SignedEvent.reading(Array(bytes[..<length])) {
          Issue.record("\(String(decoding: bytes[..<length], as: UTF8.self))")
        }
      }
    }
  }

  @Test func `bytes after the end, and white space anywhere, are refused`() {
    for (_, bytes) in SignedEvent.samples.prefix(28) {
      #expect(SignedEvent.reading(bytes + [0x0A]).isRefused)
      #expect(SignedEvent.reading(bytes + bytes).isRefused)
      #expect(SignedEvent.reading([0x20] + bytes).isRefused)
    }
    for (_, bytes) in SignedEvent.samples {
      for place in structure(of: bytes) {
        for blank in [0x20, 0x09, 0x0A] as [UInt8] {
          var changed = bytes
          changed.insert(blank, at: place)
          if !SignedEvent.reading(changed).isRefused {
            Issue.record("\(String(decoding: changed, as: UTF8.self))")
          }
        }
      }
    }
  }

  @Test func `bytes changed at random are refused or are written again as they stand`() {
    var random = SeededRandom(seed: 12)
    var accepted = 0
    for _ in 0..<20_000 {
      var bytes = SignedEvent.samples[random.below(SignedEvent.samples.count)].bytes
      let place = random.below(bytes.count)
      switch random.below(5) {
      case 0: bytes[place] ^= 1 << UInt8(random.below(8))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[random.below(bytes.count)], at: place)
      case 3: bytes[place] = UInt8(random.below(256))
      default:
        let other = SignedEvent.samples[random.below(SignedEvent.samples.count)].bytes
        bytes = Array(bytes[..<place]) + other[min(place, other.count)...]
      }
      switch SignedEvent.reading(bytes) {
      case .success(let event):
        accepted += 1
        if event.bytes != bytes { Issue.record("\(String(decoding: bytes, as: UTF8.self))") }
      case .failure(.malformed(let error)):
        if !(0...bytes.count).contains(error.offset) { Issue.record("\(error)") }
      case .failure(.unknownKind), .failure(.foreignStream):
        break
      }
    }
    #expect(accepted > 500)
  }

  /// The places between tokens, where other readers of JSON allow white space.
  private func structure(of bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var isInside = false
    var isEscaped = false
    for (place, byte) in bytes.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if isInside, byte == 0x5C {
        isEscaped = true
      } else if byte == 0x22 {
        isInside.toggle()
      } else if !isInside, Array("{}[]:,".utf8).contains(byte) {
        places += [place, place + 1]
      }
    }
    return places
  }
}

extension Result {
  var isRefused: Bool {
    switch self {
    case .success: false
    case .failure: true
    }
  }

  var error: Failure? {
    switch self {
    case .success: nil
    case .failure(let error): error
    }
  }
}

/// The fields of a type of fact that is known at run time only.
func listedFields(of type: any EventPayload.Type) -> [FieldLister.Field] {
  func list<Payload: EventPayload>(_ type: Payload.Type) -> [FieldLister.Field] {
    FieldLister.fields(of: type)
  }
  return list(type)
}
