import AccessModel
import Events
import Testing

@Suite struct `Another value in a field` {
  @Test func `gives the event that has it, and back again, for every field of every kind`() throws {
    var random = SeededRandom(seed: 31)
    var count = 0
    for kind in EventKind.allCases {
      for presence in [RandomFields.Presence.always, .sometimes] {
        let one = try SignedEvent.random(kind, presence, using: &random).event
        let other = try SignedEvent.random(kind, presence, using: &random).event
        for field in FieldLister.fields(of: kind.payload) {
          let (old, new) = (one.field(field.key)?.text, other.field(field.key)?.text)
          if new == nil, !field.isOptional { continue }
          do throws(FieldReplacementError) {
            let replaced = try one.replacing(field: field.key, with: new)
            #expect(replaced.field(field.key)?.text == new)
            for rest in FieldLister.fields(of: kind.payload) where rest.key != field.key {
              #expect(replaced.field(rest.key)?.text == one.field(rest.key)?.text)
            }
            #expect(try replaced.replacing(field: field.key, with: old) == one)
            count += 1
          } catch {
            #expect(error == .foreignStream, "\(kind) \(field.key)")
          }
        }
      }
    }
    #expect(count > 300)
  }

  @Test func `is refused when it is not one value of the field's own form`() throws {
    var random = SeededRandom(seed: 32)
    let event = try SignedEvent.random(.affiliationStarted, .always, using: &random).event
    func refusal(_ field: String, _ value: String?) -> FieldReplacementError? {
      do throws(FieldReplacementError) {
        _ = try event.replacing(field: field, with: value)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal("colour", "\"red\"") == .unknownField)
    #expect(refusal("unit", nil) == .required)
    #expect(refusal("until", nil) == nil)
    #expect(refusal("person", "\"P-999\"") == .foreignStream)
    for value in [
      "", "2026", "\"2026-01-01\"", " \"2026-01-01T00:00:00.000Z\"",
      // A second field may not come in with the value of the first.
      "\"2026-01-01T00:00:00.000Z\",\"sponsor\":\"P-9\"", "\"2026-01-01T00:00:00.000Z\"}", "{", "[",
    ] {
      guard case .malformed = refusal("until", value) else {
        Issue.record("\(value)")
        continue
      }
    }
  }
}
