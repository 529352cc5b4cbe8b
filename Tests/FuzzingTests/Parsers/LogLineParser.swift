import CanonicalJSON
import EventStore
import Events

/// A line of the log: its frame, the JSON of its event, and the event itself.
enum LogLineParser: FuzzedParser {
  static let name = "log-line"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    // The fields are lent by the bytes, and used up before these are given back.
    let read = bytes.withUnsafeBytes { bytes -> (event: [UInt8], isJSON: Bool, again: [UInt8]?)? in
      guard let line = value({ () throws(CanonicalJSONError) in try RecordLine(bytes) }) else {
        return nil
      }
      let isJSON = value { () throws(CanonicalJSONError) in try line.checkEvent() } != nil
      let event = value { () throws(SignedEvent.ReadingError) in
        try SignedEvent(bytes: line.event)
      }
      var writer = JSONWriter()
      event?.write(to: &writer)
      return (Array(line.event), isJSON, event == nil ? nil : writer.bytes)
    }
    guard let read, let again = read.again else { return false }
    try require(read.isJSON, "an event is canonical JSON")
    try require(again == read.event, "an event has one form")
    return true
  }
}
