import Chronology
import Diagnostics
import EventStore
import Foundation
import Testing
import Transparency

/// A key made from one byte, so that every run has the same.
func key(_ byte: UInt8 = 1) -> SigningKey {
  do {
    return try SigningKey(seed: try #require(Ed25519Seed([UInt8](repeating: byte, count: 32))))
  } catch {
    preconditionFailure("\(error)")
  }
}

let signer = key()

let noon = Instant(milliseconds: 1_795_435_200_000)

/// An event of no meaning, which differs from every other one.
func event(_ number: Int, padding: Int = 0) -> [UInt8] {
  let text = String(repeating: "å", count: padding / 2)
  return Array("{\"id\":\"\(number)\",\"data\":{\"text\":\"\(text)\",\"of\":[\(number),-1]}}".utf8)
}

func batch(_ numbers: Range<Int>, padding: Int = 0) throws -> UnsignedBatch {
  try UnsignedBatch(numbers.map { event($0, padding: padding) })
}

/// What a log holds, event by event.
func events(of log: any EventLog, from position: UInt64 = 0) throws -> [[UInt8]] {
  var events: [[UInt8]] = []
  try log.read(from: position) { record in
    events.append(Array(record.fields.event))
    return .proceed
  }
  return events
}

/// A new folder's path that no other test uses; it is not made.
func freshPath() -> String {
  "\(FileManager.default.temporaryDirectory.path)/eventstore-\(UUID().uuidString)"
}

/// Numbers that a seed determines (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// The code of the diagnostic that `body` throws; `nil` when it throws none.
func code(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let error as Diagnostic {
    return error.code
  } catch let error as AppendFailure {
    return error.diagnostic.code
  } catch {
    return "\(error)"
  }
}
